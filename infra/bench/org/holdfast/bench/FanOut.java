package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rooms full of people, each seeing what the others do, under as much load as the server takes, beside the chat rooms
/// of two XMPP servers that keep nothing.
final class FanOut implements Measurement {
    private static final int ROOMS = 80;
    private static final int PEOPLE = 10;
    private static final int ROUNDS = 3;
    private static final double TO_PROSODY = 10;
    private static final double TO_EJABBERD = 3;

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public String about() {
        return "what 80 rooms of ten people cost to keep up to date, beside Prosody and ejabberd";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var rooms = bench.sized(ROOMS, 3);
        Cores.pinGenerator();
        var reactor = bench.own(new Reactor());
        var crowds = new ArrayList<Crowd>();
        crowds.add(Crowd.seated(reactor, Holdfast.start(bench, reactor, rooms, PEOPLE), rooms, PEOPLE));
        if (!bench.alone()) {
            crowds.add(Crowd.seated(reactor, Prosody.start(bench, reactor), rooms, PEOPLE));
            crowds.add(Crowd.seated(reactor, Ejabberd.start(bench, reactor), rooms, PEOPLE));
        }
        for (var crowd : crowds) crowd.warmUp(bench);
        var length = Duration.ofSeconds(bench.sized(10, 1));
        var loads = new LinkedHashMap<String, List<Crowd.Load>>();
        for (var round = 1; round <= bench.sized(ROUNDS, 1); round++) {
            for (var crowd : crowds) {
                var name = crowd.server().name();
                var load = bench.round(name, () -> crowd.press(length)).value();
                loads.computeIfAbsent(name, _ -> new ArrayList<>()).add(load);
            }
        }
        if (!bench.alone()) tell(bench, loads);
    }

    private static void tell(Bench bench, Map<String, List<Crowd.Load>> loads) {
        var ours = median(loads, "Holdfast");
        var prosody = median(loads, "Prosody");
        var ejabberd = median(loads, "ejabberd");
        bench.found(Finding.plain(
                "deliveries a second, 80 rooms of ten, one core with its Redis",
                "%,.0f, %.1f µs of processor each".formatted(ours.perSecond(), ours.microseconds()),
                "Prosody %,.0f, %.1f µs; ejabberd %,.0f, %.1f µs"
                        .formatted(
                                prosody.perSecond(),
                                prosody.microseconds(),
                                ejabberd.perSecond(),
                                ejabberd.microseconds())));
        bench.found(Finding.times(
                "deliveries for a second of processor, beside Prosody",
                ours.perCpuSecond() / prosody.perCpuSecond(),
                TO_PROSODY));
        bench.found(Finding.times(
                "deliveries for a second of processor, beside ejabberd",
                ours.perCpuSecond() / ejabberd.perCpuSecond(),
                TO_EJABBERD));
    }

    private static Crowd.Load median(Map<String, List<Crowd.Load>> loads, String name) {
        return Median.of(loads.getOrDefault(name, List.of()), Crowd.Load::perCpuSecond);
    }
}
