package org.holdfast.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import org.holdfast.json.JsonText;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.RandomIds;
import org.holdfast.live.Timers;
import org.holdfast.media.NodeChannel;
import org.holdfast.media.Signals;
import org.holdfast.media.jitsi.Bridges;
import org.holdfast.media.jitsi.JitsiPlane;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SessionId;

/// What driving a bridge costs beside the bridge's own time: people come one by one, go one by one, and come all at
/// once, as at the top of the hour. At the bridge that HOLDFAST_TEST_BRIDGE names, or else at the double of the tests.
final class BridgeControl implements Measurement {
    private static final int PEOPLE = 10;
    private static final int ROOMS = 40;
    private static final int EVENINGS = 60;
    private static final int ROUNDS = 3;
    private static final int MOST_TRIES = 10;
    private static final double MOST_ADDED_MS = 10;

    private final Map<SessionId, Together> sessions = new ConcurrentHashMap<>();
    private int numbered;

    @Override
    public String name() {
        return "bridge-control";
    }

    @Override
    public String about() {
        return "what the server adds to a videobridge's own time, and places given a second";
    }

    private record OneBridge(URI rest) implements Bridges {
        @Override
        public Optional<Bridge> choose() {
            return Optional.of(new Bridge(rest));
        }

        @Override
        public boolean usable(URI other) {
            return true;
        }

        @Override
        public void onChange(Runnable listener) {}
    }

    /// @param come beside the bridge's own time, each
    /// @param requests for each who came, and each who went
    private record Evenings(Histogram come, Histogram go, double requestsToCome, double requestsToGo) {
        @Override
        public String toString() {
            return "come p50 %.2f ms, p99 %.2f ms; go p50 %.2f ms, p99 %.2f ms; requests %.2f and %.2f"
                    .formatted(ms(come, 50), ms(come, 99), ms(go, 50), ms(go, 99), requestsToCome, requestsToGo);
        }
    }

    private static double ms(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var real = System.getenv("HOLDFAST_TEST_BRIDGE");
        var bridge = real == null || real.isEmpty() ? theDouble(bench) : URI.create(real.split(",")[0]);
        var which = real == null || real.isEmpty() ? "the tests' double" : "a real bridge";
        var vertx = Vertx.vertx();
        bench.own(() -> Group.await(vertx.close()));
        var metered = bench.own(Metered.before(vertx, bridge));
        var live =
                new Live(Group.await(LiveContext.start(vertx)), InstantSource.system(), Timers.of(vertx), Alarm.LOGGED);
        var plane = plane(bench, vertx, live, metered.address());

        warmUp(metered, plane, live);
        evenings(metered, plane, live, bench.sized(20, 1));
        var quiet = bench.round("people one by one", () -> evenings(metered, plane, live, bench.sized(EVENINGS, 2)));
        var rates = new ArrayList<Double>();
        for (var round = 0; round < bench.sized(ROUNDS, 1); round++) {
            rates.add(bench.round("places a second", atOnce(plane, live, bench.sized(ROOMS, 2)))
                    .value());
        }
        var found = quiet.value();
        bench.found(Finding.most(
                "what the server adds when one more is let in, until their page is offered a place at the bridge, p99",
                ms(found.come(), 99),
                "ms",
                MOST_ADDED_MS,
                "p50 %.2f ms; beside the own time of %s".formatted(ms(found.come(), 50), which)));
        bench.found(Finding.most(
                "the same when somebody is put out, until nothing of theirs goes in or out, p99",
                ms(found.go(), 99),
                "ms",
                MOST_ADDED_MS,
                "p50 %.2f ms".formatted(ms(found.go(), 50))));
        bench.found(Finding.plain(
                "requests to the bridge for each who comes, and each who goes",
                "%.2f and %.2f".formatted(found.requestsToCome(), found.requestsToGo()),
                "coming: one for the place, one for what the page answers"));
        bench.found(Finding.plain(
                "places at a bridge given a second, %d rooms of %d let in at once"
                        .formatted(bench.sized(ROOMS, 2), PEOPLE),
                "%,.0f".formatted(Median.of(rates, rate -> rate)),
                "at " + which));
    }

    private JitsiPlane plane(Bench bench, Vertx vertx, Live live, URI bridge) throws Exception {
        var redis = Redis.start(bench, "redis");
        var client = io.vertx.redis.client.Redis.createClient(vertx, redis.address());
        var channel = Group.await(NodeChannel.open(vertx, "bench", client, redis.address()));
        var random = new SecureRandom();
        var ground = new JitsiPlane.Ground(
                "bench",
                vertx,
                live,
                client,
                MasterKey.random(random),
                new RandomIds(random),
                new Signals("bench", channel, live.context()));
        var plane = new JitsiPlane(ground, new OneBridge(bridge), _ -> JsonNodeFactory.instance.arrayNode());
        plane.onSignal(signal -> {
            var session = sessions.get(signal.session());
            if (session != null) session.hear(signal);
        });
        return plane;
    }

    private static URI theDouble(Bench bench) throws Exception {
        var program = Program.start(
                bench,
                bench.folder().resolve("bridge.log"),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "server/target/classes:server/target/lib/*:server/src/test/resources",
                        "server/src/test/java/org/holdfast/media/testbridge/TestBridgeMain.java"));
        return URI.create(JsonText.parse(program.said("{")).path("address").asText());
    }

    private Together session(JitsiPlane plane, Live live) {
        var together = new Together(plane, live, numbered++ % 0x1000);
        sessions.put(together.session(), together);
        return together;
    }

    /// A bridge's first conferences take longer than anybody waits for them.
    private void warmUp(Metered bridge, JitsiPlane plane, Live live) throws Exception {
        for (var tries = 1; ; tries++) {
            try {
                evenings(bridge, plane, live, 1);
                return;
            } catch (ExecutionException notYet) {
                if (tries == MOST_TRIES) throw notYet;
            }
        }
    }

    private Evenings evenings(Metered bridge, JitsiPlane plane, Live live, int many) throws Exception {
        var come = Latency.histogram();
        var go = Latency.histogram();
        var requestsToCome = 0L;
        var requestsToGo = 0L;
        for (var n = 0; n < many; n++) {
            var session = session(plane, live);
            var before = bridge.requests();
            for (var person = 0; person < PEOPLE; person++) {
                come.recordValue(added(bridge, () -> session.come(1)));
                settled(bridge);
            }
            requestsToCome += bridge.requests() - before;
            before = bridge.requests();
            while (session.size() > 0) {
                go.recordValue(added(bridge, session::goOne));
                settled(bridge);
            }
            requestsToGo += bridge.requests() - before;
            Group.await(session.end());
            sessions.remove(session.session());
        }
        var people = (double) many * PEOPLE;
        return new Evenings(come, go, requestsToCome / people, requestsToGo / people);
    }

    /// Its time without the bridge's own.
    private static long added(Metered bridge, Callable<Future<?>> ask) throws Exception {
        var own = bridge.nanos();
        var began = System.nanoTime();
        Group.await(ask.call());
        return Math.max(0, System.nanoTime() - began - (bridge.nanos() - own));
    }

    /// What a page answered has reached the bridge, so that it is nobody else's time.
    private static void settled(Metered bridge) throws InterruptedException {
        for (var before = -1L; before != bridge.requests(); ) {
            before = bridge.requests();
            Thread.sleep(20);
        }
    }

    private Callable<Double> atOnce(JitsiPlane plane, Live live, int rooms) {
        return () -> {
            var all = new ArrayList<Together>();
            for (var n = 0; n < rooms; n++) all.add(session(plane, live));
            var began = System.nanoTime();
            Group.await(Future.all(all.stream().map(each -> each.come(PEOPLE)).toList()));
            var seconds = (System.nanoTime() - began) / 1e9;
            for (var each : all) {
                Group.await(each.end());
                sessions.remove(each.session());
            }
            return rooms * PEOPLE / seconds;
        };
    }
}
