package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What it costs that nothing is told before it is on disk: the same rooms over a store that syncs once a second, and
/// over none. A server refuses to start on either; here the one is changed behind its back, the other put in its place.
final class CostOfTruth implements Measurement {
    private static final int ROOMS = 80;
    private static final int PEOPLE = 10;
    private static final int ROUNDS = 3;
    private static final double TO_NO_STORE = 1.6;
    private static final double TO_EVERY_SECOND = 1.25;

    @Override
    public String name() {
        return "truth";
    }

    @Override
    public String about() {
        return "what keeping every entry on disk costs, beside a sync each second and no store at all";
    }

    @Override
    public void run(Bench bench) throws Exception {
        // Fewer would be so quick that a person may not press that often.
        var rooms = bench.sized(ROOMS, 8);
        Cores.pinGenerator();
        var reactor = bench.own(new Reactor());
        var crowds = new LinkedHashMap<String, Crowd>();
        var always = Holdfast.start(bench, reactor, rooms, PEOPLE);
        crowds.put("always", Crowd.seated(reactor, always, rooms, PEOPLE));
        var everySecond = Holdfast.start(bench, reactor, rooms, PEOPLE);
        everySecond.redis().set("appendfsync", "everysec");
        crowds.put("every second", Crowd.seated(reactor, everySecond, rooms, PEOPLE));
        var none = Holdfast.forgetful(bench, reactor, rooms, PEOPLE);
        crowds.put("no store", Crowd.seated(reactor, none, rooms, PEOPLE));
        for (var crowd : crowds.values()) crowd.warmUp(bench);
        var costs = new LinkedHashMap<String, List<Crowd.Load>>();
        for (var round = 1; round <= bench.sized(ROUNDS, 1); round++) {
            for (var name : crowds.keySet()) {
                var load = bench.round(name, () -> crowds.get(name).press(Duration.ofSeconds(bench.sized(10, 1))));
                costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(load.value());
            }
        }
        tell(bench, costs);
    }

    private static void tell(Bench bench, Map<String, List<Crowd.Load>> costs) {
        var always = median(costs, "always");
        for (var other : List.of("every second", "no store")) {
            var bar = other.equals("no store") ? TO_NO_STORE : TO_EVERY_SECOND;
            var ratio = always / median(costs, other);
            bench.found(new Finding(
                    "processor for each delivery with every entry on disk first, ÷ "
                            + (other.equals("no store") ? "with no store at all" : "with a sync each second"),
                    "%.2f ×".formatted(ratio),
                    "%.1f µs ÷ %.1f µs".formatted(always, median(costs, other)),
                    "≤ %.2f ×".formatted(bar),
                    ratio <= bar));
        }
    }

    private static double median(Map<String, List<Crowd.Load>> costs, String name) {
        return Median.of(costs.getOrDefault(name, List.of()), Crowd.Load::microseconds)
                .microseconds();
    }
}
