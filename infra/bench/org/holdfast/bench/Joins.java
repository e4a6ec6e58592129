package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The top of the hour: everybody comes within ten seconds, or all at the same moment. From the link in the mail to the
/// first thing one is shown, over its own connections: exchange of the link, answers on arriving, socket, welcome.
final class Joins implements Measurement {
    private static final int ROOMS = 50;
    private static final int PEOPLE = 10;
    private static final int ROUNDS = 3;
    /// Each server is full that often before anything counts: at once first, then as slowly as people come, so that a
    /// compiler that has only what they leave of the core is done too.
    private static final int WARM_UPS = 5;
    private static final int SLOW_WARM_UPS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double TAIL_MS = 50;
    private static final double LAST_MS = 1_000;
    private static final double TO_PROSODY = 10;

    /// @param errors people who never came in
    /// @param cpuMs  processor time of the server and its store for each who came
    private record Arrivals(Latency latency, int errors, double cpuMs) {
        double lastMs() {
            return latency.nanos().getMaxValue() / 1e6;
        }

        @Override
        public String toString() {
            return "p50 %.1f ms, p99 %.1f ms, the last %.1f ms, %d errors, %.2f ms of processor each"
                    .formatted(latency.ms(50), latency.ms(99), lastMs(), errors, cpuMs);
        }
    }

    @Override
    public String name() {
        return "joins";
    }

    @Override
    public String about() {
        return "500 people coming into 50 rooms in ten seconds, and all at once";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var rooms = bench.sized(ROOMS, 4);
        var rounds = bench.sized(ROUNDS, 1);
        Cores.pinGenerator();
        var reactor = bench.own(new Reactor());
        var servers = new ArrayList<ChatServer>();
        // People come once each: rooms of their own for each time.
        var atOnceFirst = bench.sized(WARM_UPS, 1) * rooms;
        var warming = atOnceFirst + bench.sized(SLOW_WARM_UPS, 1) * rooms;
        servers.add(Holdfast.start(bench, reactor, warming + 2 * rooms * rounds, PEOPLE));
        if (!bench.alone()) {
            servers.add(Prosody.start(bench, reactor));
            servers.add(Ejabberd.start(bench, reactor));
        }
        var within = Duration.ofSeconds(bench.sized(10, 2));
        for (var server : servers) {
            warmUp(bench, reactor, server, rooms, 0, atOnceFirst, Duration.ZERO);
            warmUp(bench, reactor, server, rooms, atOnceFirst, warming, within);
        }
        var spread = new HashMap<String, List<Arrivals>>();
        var atOnce = new HashMap<String, List<Arrivals>>();
        for (var round = 0; round < rounds; round++) {
            var from = warming + 2 * rooms * round;
            for (var server : servers) {
                var name = server.name();
                keep(
                        spread,
                        name,
                        bench.once(
                                name + " in " + within.toSeconds() + " s",
                                () -> come(reactor, server, from, rooms, within)));
                keep(
                        atOnce,
                        name,
                        bench.once(name + " at once", () -> come(reactor, server, from + rooms, rooms, Duration.ZERO)));
            }
        }
        if (!bench.alone()) tell(bench, spread, atOnce);
    }

    /// What it is like for the first who come after a start is another question: a server runs for weeks.
    private static void warmUp(
            Bench bench, Reactor reactor, ChatServer server, int rooms, int first, int until, Duration within)
            throws Exception {
        for (var from = first; from < until; from += rooms) {
            bench.say("%s warms up: %s", server.name(), come(reactor, server, from, rooms, within));
        }
    }

    private static void keep(Map<String, List<Arrivals>> all, String name, Bench.Round<Arrivals> round) {
        all.computeIfAbsent(name, _ -> new ArrayList<>()).add(round.value());
    }

    private static Arrivals come(Reactor reactor, ChatServer server, int from, int rooms, Duration within)
            throws Exception {
        var guests = new ArrayList<Guest>();
        for (var n = 0; n < PEOPLE; n++) {
            for (var room = from; room < from + rooms; room++) guests.add(server.guest(room, n));
        }
        var nanos = Latency.histogram();
        var errors = new int[1];
        var left = new int[] {guests.size()};
        var all = new CompletableFuture<Void>();
        var used = used(server);
        var began = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
        reactor.post(() -> {
            for (var i = 0; i < guests.size(); i++) {
                var guest = guests.get(i);
                var due = began + within.toNanos() * i / guests.size();
                var open = new boolean[] {true};
                Runnable done = () -> {
                    if (open[0] && --left[0] == 0) all.complete(null);
                    open[0] = false;
                };
                reactor.at(
                        due,
                        () -> guest.arrive(
                                () -> {
                                    nanos.recordValue(System.nanoTime() - due);
                                    done.run();
                                },
                                why -> {
                                    if (open[0]) errors[0]++;
                                    done.run();
                                }));
            }
        });
        all.get(PATIENCE.plus(within).toSeconds(), TimeUnit.SECONDS);
        var seconds = (System.nanoTime() - began) / 1e9;
        var cpuMs = (used(server) - used) / 1e6 / guests.size();
        var gone = new CompletableFuture<Void>();
        reactor.post(() -> {
            guests.forEach(Guest::leave);
            gone.complete(null);
        });
        gone.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // Their leaving is noticed a little later; the next, another server's perhaps, must not pay for it.
        Thread.sleep(server.noticesWithin().dividedBy(guests.size() < 100 ? 5 : 1));
        return new Arrivals(new Latency(nanos, seconds), errors[0], cpuMs);
    }

    private static long used(ChatServer server) {
        return server.cpu().stream().mapToLong(Long::longValue).sum();
    }

    private static void tell(Bench bench, Map<String, List<Arrivals>> spread, Map<String, List<Arrivals>> atOnce) {
        var ours = tail(spread, "Holdfast");
        var prosody = tail(spread, "Prosody");
        bench.found(new Finding(
                "500 people come into 50 rooms within ten seconds, from the link in the mail, p99",
                "%.1f ms, %d errors".formatted(ours.latency().ms(99), errors(spread, "Holdfast")),
                "Prosody %.1f ms, ejabberd %.1f ms"
                        .formatted(
                                prosody.latency().ms(99),
                                tail(spread, "ejabberd").latency().ms(99)),
                "≤ %.0f ms and ≤ 1/%.0f of Prosody".formatted(TAIL_MS, TO_PROSODY),
                ours.latency().ms(99) <= TAIL_MS
                        && ours.latency().ms(99) * TO_PROSODY
                                <= prosody.latency().ms(99)
                        && errors(spread, "Holdfast") == 0));
        var last = Median.of(atOnce.getOrDefault("Holdfast", List.of()), Arrivals::lastMs);
        bench.found(new Finding(
                "the same 500 at the same moment, the last of them",
                "%.0f ms, %d errors".formatted(last.lastMs(), errors(atOnce, "Holdfast")),
                "Prosody %.0f ms, ejabberd %.0f ms"
                        .formatted(
                                Median.of(atOnce.getOrDefault("Prosody", List.of()), Arrivals::lastMs)
                                        .lastMs(),
                                Median.of(atOnce.getOrDefault("ejabberd", List.of()), Arrivals::lastMs)
                                        .lastMs()),
                "≤ %.0f s, 0 errors".formatted(LAST_MS / 1_000),
                last.lastMs() <= LAST_MS && errors(atOnce, "Holdfast") == 0));
    }

    private static Arrivals tail(Map<String, List<Arrivals>> all, String name) {
        return Median.of(
                all.getOrDefault(name, List.of()),
                arrivals -> arrivals.latency().ms(99));
    }

    private static int errors(Map<String, List<Arrivals>> all, String name) {
        return all.getOrDefault(name, List.of()).stream()
                .mapToInt(Arrivals::errors)
                .sum();
    }
}
