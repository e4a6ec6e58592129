package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.MediaPlane;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.live.MediaPlane.Signal;
import org.holdfast.live.RandomIds;
import org.holdfast.live.Timers;
import org.holdfast.media.NodeChannel;
import org.holdfast.media.Signals;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People come, go, are muted, show their screens and change rooms by two nodes, while two bridges die, start anew and
/// fail. Once that has stopped the bridges hold exactly what is wanted, and every page knows it.
@ExtendWith(RedisExtension.class)
class MediaSimulationTest {
    private static final int DEEDS = 60;
    private static final long PAUSE_MS = 200;
    private static final SessionId SESSION = new SessionId("s1");

    private final Vertx vertx = Vertx.vertx();
    private final List<TestBridge> bridges = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final Pool pool = new Pool();
    private final Map<EndpointId, SimulatedPage> pages = new ConcurrentHashMap<>();
    private final TreeMap<EndpointId, Seat> seats = new TreeMap<>();
    private final Map<EndpointId, String> rooms = new TreeMap<>();
    private long seq;
    private int numbered;

    private record Side(Live live, JitsiPlane plane) {}

    /// Bridges that are usable whenever the test says so.
    private static final class Pool implements Bridges {
        private final Set<URI> usable = new HashSet<>();
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

        @Override
        public synchronized Optional<Bridge> choose() {
            return usable.stream().sorted().findFirst().map(Bridge::new);
        }

        @Override
        public synchronized boolean usable(URI rest) {
            return usable.contains(rest);
        }

        @Override
        public void onChange(Runnable listener) {
            listeners.add(listener);
        }

        void set(URI rest, boolean now) {
            synchronized (this) {
                if (now) usable.add(rest);
                else usable.remove(rest);
            }
            listeners.forEach(Runnable::run);
        }
    }

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    private void start(TestRedis redis) {
        var master = MasterKey.random(new SecureRandom());
        for (var name : List.of("n1", "n2")) {
            var client = Redis.createClient(vertx, redis.url());
            var channel = Await.get(NodeChannel.open(vertx, name, client, redis.url()));
            var live = new Live(
                    Await.get(LiveContext.start(vertx)), InstantSource.system(), Timers.of(vertx), Alarm.LOGGED);
            var signals = new Signals(name, channel, live.context());
            var ids = new RandomIds(new SecureRandom());
            var ground = new JitsiPlane.Ground(name, vertx, live, client, master, ids, signals);
            var plane = new JitsiPlane(ground, pool, _ -> JsonNodeFactory.instance.arrayNode());
            plane.onSignal(this::hear);
            var side = new Side(live, plane);
            plane.onUnsettled(_ -> reconcile(side));
            sides.add(side);
        }
        for (var n = 0; n < 2; n++) {
            var bridge = Await.get(TestBridge.start(vertx));
            bridges.add(bridge);
            pool.set(bridge.address(), true);
        }
    }

    private void hear(Signal signal) {
        var page = pages.get(signal.to());
        if (page != null) page.hear(signal.body());
    }

    private synchronized MediaPlane.Wanted wanted() {
        var all = new TreeMap<String, List<Seat>>();
        all.put("main", new ArrayList<>());
        seats.forEach(
                (endpoint, seat) -> all.computeIfAbsent(rooms.getOrDefault(endpoint, "main"), _ -> new ArrayList<>())
                        .add(seat));
        return new MediaPlane.Wanted(SESSION, all);
    }

    /// Completes when it was done, or could not be.
    private Future<Void> reconcile(Side side) {
        MediaPlane.Wanted wanted;
        long at;
        synchronized (this) {
            wanted = wanted();
            at = seq;
        }
        var through = Promise.<Void>promise();
        side.live()
                .context()
                .runOnContext(_ -> side.plane().reconcile(wanted, at).onComplete(_ -> through.complete()));
        return through.future();
    }

    private synchronized void set(EndpointId endpoint, Seat seat) {
        seats.put(endpoint, seat);
        seq++;
    }

    private void comes(Random random) {
        var endpoint = new EndpointId(String.format("e%07x", ++numbered));
        var side = sides.get(random.nextInt(2));
        synchronized (this) {
            rooms.put(endpoint, random.nextInt(4) == 0 ? "pairs" : "main");
        }
        set(endpoint, new Seat(endpoint, random.nextBoolean(), true, false));
        pages.put(
                endpoint,
                new SimulatedPage(
                        endpoint,
                        said -> side.live()
                                .context()
                                .runOnContext(_ -> side.plane()
                                        .relay(
                                                new Signal(SESSION, endpoint, new EndpointId(MediaPlane.PLANE), said),
                                                ""))));
        side.live().context().runOnContext(_ -> side.plane().terms(SESSION, endpoint));
    }

    private synchronized void goes(EndpointId endpoint, Random random) {
        seats.remove(endpoint);
        pages.remove(endpoint);
        seq++;
        var side = sides.get(random.nextInt(2));
        if (random.nextBoolean())
            side.live().context().runOnContext(_ -> side.plane().withdraw(SESSION, endpoint));
    }

    private void one(Random random) {
        var all = List.copyOf(seats.keySet());
        var some = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        var bridge = bridges.get(random.nextInt(2));
        var deed = random.nextInt(14);
        if (some == null || deed < 3) comes(random);
        else
            switch (deed) {
                case 3 -> goes(some, random);
                case 4, 5 ->
                    set(some, new Seat(some, random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
                case 6 -> pages.get(some).shows(random.nextBoolean());
                case 7 -> pages.get(some).asks(random.nextBoolean() ? "renew" : "restart");
                case 8 -> moves(some, random);
                case 9 -> forget(bridge);
                case 10 -> {
                    bridge.failing(true);
                    pool.set(bridge.address(), false);
                    if (random.nextBoolean()) comeBack(bridge);
                }
                case 11 -> bridge.failing(random.nextBoolean());
                case 12 ->
                    bridge.conferences()
                            .forEach((meeting, conference) -> conference.endpoints().keySet().stream()
                                    .findAny()
                                    .ifPresent(one -> bridge.timeOut(meeting, one)));
                default -> pool.set(bridge.address(), random.nextBoolean());
            }
        var through = reconcile(sides.get(random.nextInt(2)));
        // Sometimes more is asked before it is done.
        if (random.nextBoolean()) Await.get(through);
    }

    private synchronized void moves(EndpointId endpoint, Random random) {
        rooms.put(endpoint, random.nextBoolean() ? "pairs" : "main");
        seq++;
    }

    /// As one that has started anew.
    private static void forget(TestBridge bridge) {
        bridge.conferences()
                .forEach((meeting, conference) ->
                        conference.endpoints().keySet().forEach(one -> bridge.timeOut(meeting, one)));
    }

    private void comeBack(TestBridge bridge) {
        forget(bridge);
        bridge.failing(false);
        pool.set(bridge.address(), true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 13, 21})
    void in_the_end_bridges_and_pages_are_as_wanted(long seed, TestRedis redis) {
        start(redis);
        var random = new Random(seed);
        for (var n = 0; n < DEEDS; n++) one(random);
        bridges.forEach(this::comeBack);
        var end = System.nanoTime() + 60_000_000_000L;
        while (!found().equals(expected()) || !known().equals(toKnow())) {
            if (System.nanoTime() > end) break;
            timesOut();
            reconcile(sides.getFirst());
            // As a page does whose line does not come up.
            pages.forEach((endpoint, page) -> {
                if (!isConnected(endpoint)) page.asks("renew");
            });
            Await.get(vertx.timer(PAUSE_MS));
        }
        assertEquals(expected(), found(), "seed " + seed);
        assertEquals(toKnow(), known(), "seed " + seed);
    }

    /// A bridge puts out whoever sends nothing for a minute.
    private void timesOut() {
        for (var bridge : bridges) {
            bridge.conferences()
                    .forEach((meeting, conference) -> conference.endpoints().forEach((id, place) -> {
                        var page = pages.get(new EndpointId(id));
                        if (page == null || !page.sendsTo(place)) bridge.timeOut(meeting, id);
                    }));
        }
    }

    private boolean isConnected(EndpointId endpoint) {
        return bridges.stream()
                .flatMap(bridge -> bridge.conferences().values().stream())
                .map(conference -> conference.endpoints().get(endpoint.value()))
                .anyMatch(one -> one != null && one.remote() != null);
    }

    /// By room, each endpoint with what is muted and what it sends.
    private synchronized Map<String, Map<String, String>> expected() {
        var all = new TreeMap<String, Map<String, String>>();
        seats.forEach((endpoint, seat) -> all.computeIfAbsent(roomOf(endpoint), _ -> new TreeMap<>())
                .put(endpoint.value(), pages.get(endpoint).expected(seat)));
        return all;
    }

    private synchronized String roomOf(EndpointId endpoint) {
        return rooms.getOrDefault(endpoint, "main");
    }

    /// An endpoint that nobody has answered for is nobody's, and ends by itself.
    private Map<String, Map<String, String>> found() {
        var all = new TreeMap<String, Map<String, String>>();
        for (var bridge : bridges) {
            bridge.conferences().forEach((meeting, conference) -> {
                var there = new TreeMap<String, String>();
                var names = new HashSet<String>();
                conference.endpoints().forEach((id, one) -> {
                    if (one.remote() == null) return;
                    names.add(roomOf(new EndpointId(id)));
                    there.put(id, one.audioMuted() + " " + one.videoMuted() + " " + names(one.sources()));
                });
                if (!there.isEmpty()) all.merge(String.join("+", names), there, (a, b) -> Map.of("twice", a + " " + b));
            });
        }
        return all;
    }

    private static List<String> names(JsonNode sources) {
        return sources.findValuesAsText("id");
    }

    private Map<EndpointId, Map<String, List<String>>> known() {
        var all = new TreeMap<EndpointId, Map<String, List<String>>>();
        pages.forEach((endpoint, page) -> all.put(endpoint, page.known()));
        return all;
    }

    private synchronized Map<EndpointId, Map<String, List<String>>> toKnow() {
        var all = new TreeMap<EndpointId, Map<String, List<String>>>();
        for (var endpoint : seats.keySet()) {
            var others = new TreeMap<String, List<String>>();
            seats.forEach((other, seat) -> {
                if (!other.equals(endpoint) && roomOf(other).equals(roomOf(endpoint))) {
                    others.put(other.value(), pages.get(other).passing(seat));
                }
            });
            all.put(endpoint, others);
        }
        return all;
    }
}
