package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long it takes from a wish until all ten of a room see it, at the pace of a busy clinic, beside the same number
/// of bare durable appends to the same Redis in the same minute.
final class AtPace implements Measurement {
    private static final int ROOMS = 80;
    private static final int PEOPLE = 10;
    private static final int PER_SECOND = 240;
    private static final int ROUNDS = 3;
    private static final double MEDIAN_TO_BARE = 2;
    private static final double TAIL_TO_BARE = 4;

    @Override
    public String name() {
        return "pace";
    }

    @Override
    public String about() {
        return "from a wish to all ten of a room having seen it, at 240 a second";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var rooms = bench.sized(ROOMS, 3);
        var perSecond = bench.sized(PER_SECOND, 20);
        Cores.pinGenerator();
        var reactor = bench.own(new Reactor());
        var holdfast = Holdfast.start(bench, reactor, rooms, PEOPLE);
        var crowds = new ArrayList<Crowd>();
        crowds.add(Crowd.seated(reactor, holdfast, rooms, PEOPLE));
        if (!bench.alone()) {
            crowds.add(Crowd.seated(reactor, Prosody.start(bench, reactor), rooms, PEOPLE));
            crowds.add(Crowd.seated(reactor, Ejabberd.start(bench, reactor), rooms, PEOPLE));
        }
        var appends = Appends.connect(reactor, holdfast.redis());
        var length = Duration.ofSeconds(bench.sized(20, 2));
        for (var crowd : crowds) crowd.warmUp(bench);
        var seen = new LinkedHashMap<String, List<Latency>>();
        for (var round = 1; round <= bench.sized(ROUNDS, 1); round++) {
            for (var crowd : crowds) {
                var name = crowd.server().name();
                keep(
                        seen,
                        name,
                        bench.round(name, () -> crowd.pace(perSecond, length).latency()));
                if (crowd.server() == holdfast) {
                    keep(seen, "bare", bench.round("bare XADD", () -> appends.pace(perSecond, length)));
                }
            }
        }
        if (!bench.alone()) tell(bench, seen);
    }

    private static void keep(Map<String, List<Latency>> seen, String name, Bench.Round<Latency> round) {
        seen.computeIfAbsent(name, _ -> new ArrayList<>()).add(round.value());
    }

    private static void tell(Bench bench, Map<String, List<Latency>> seen) {
        for (var percentile : new double[] {50, 99}) {
            var ours = median(seen, "Holdfast", percentile);
            var bare = median(seen, "bare", percentile);
            var prosody = median(seen, "Prosody", percentile);
            var ejabberd = median(seen, "ejabberd", percentile);
            var most = percentile == 50 ? MEDIAN_TO_BARE : TAIL_TO_BARE;
            var beside = "bare durable `XADD` %.2f ms; Prosody %.2f ms, ejabberd %.2f ms, neither keeping anything"
                    .formatted(bare, prosody, ejabberd);
            var bar = "≤ %.0f × the bare `XADD`".formatted(most)
                    + (percentile == 50 ? "" : ", below Prosody and ejabberd");
            var met = ours <= most * bare && (percentile == 50 || ours < prosody && ours < ejabberd);
            bench.found(new Finding(
                    "from a wish to all ten having seen it, 240 a second, p%.0f".formatted(percentile),
                    "%.2f ms, %.1f × the bare `XADD`".formatted(ours, ours / bare),
                    beside,
                    bar,
                    met));
        }
    }

    private static double median(Map<String, List<Latency>> seen, String name, double percentile) {
        return Median.of(seen.getOrDefault(name, List.of()), latency -> latency.ms(percentile))
                .ms(percentile);
    }
}
