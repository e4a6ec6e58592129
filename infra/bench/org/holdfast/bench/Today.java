package org.holdfast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.holdfast.ClinicSnapshots;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.directory.ClinicLog;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.live.EventLog;
import org.holdfast.live.LogId;
import org.holdfast.live.Subscription;
import org.holdfast.live.Timers;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.Life;
import org.holdfast.session.SessionEvent;
import org.holdfast.web.Origins;
import org.jspecify.annotations.Nullable;

/// A clinic of fifty groups that meet five times a week, after a year: what its log takes to be folded when a server
/// starts, and what Today takes to be answered, for somebody whose last sessions lie behind it.
final class Today implements Measurement {
    private static final int GROUPS = 50;
    private static final int VISITS = 60;
    /// Since the last snapshot: as many changes as there can be before the next.
    private static final int WEEKS_SINCE = 19;
    /// Nobody may ask for more than a page does.
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final double MOST_MS = 200;
    private static final double MOST_FOLD_MS = 1_000;
    /// As many as the page looks back at.
    private static final int LAST = 20;

    record Server(Node node, int port) {}

    @Override
    public String name() {
        return "today";
    }

    @Override
    public String about() {
        return "a clinic's year: to fold its log, and to answer Today";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var redis = Redis.start(bench, "redis");
        var master = MasterKey.random(new SecureRandom());
        var aYearAgo = Instant.now().minus(Duration.ofDays(365));
        var filling = server(redis.address(), master, bench.folder(), () -> aYearAgo, NEVER);
        var groups = bench.sized(GROUPS, 3);
        var books = new ClinicBooks(filling.node(), aYearAgo);
        books.begin(groups);
        books.keep(groups, 0, ClinicBooks.WEEKS - WEEKS_SINCE);
        snapshot(redis.address(), master);
        books.keep(groups, ClinicBooks.WEEKS - WEEKS_SINCE, ClinicBooks.WEEKS);
        for (var n = 0; n < LAST; n++) putIn(filling.node(), n);
        var token = Group.await(
                filling.node().links().issue(new PersonalLinks.Link(ClinicBooks.DANA.value(), Kind.STAFF, null)));
        Group.await(filling.node().close());

        Cores.pin(redis.pid(), Cores.SERVER);
        var whole = TodayMain.launch(bench, redis, master, false);
        var said = whole.said("ready ").split(" ");
        whole.close();
        var serving = TodayMain.start(bench, redis, master);
        bench.found(Finding.most(
                "to fold the log of a clinic's year (%d groups, %,d wishes of staff) in a server that has just started"
                        .formatted(groups, books.asked()),
                Double.parseDouble(serving[2]),
                "ms",
                MOST_FOLD_MS,
                "from a snapshot and the %d entries since; from its first entry %s ms"
                        .formatted(WEEKS_SINCE * ClinicBooks.CHANGES_A_WEEK, said[2])));
        var page = new Visitor(Integer.parseInt(serving[1]), token);
        var first = page.visit();
        var visits =
                bench.round("Today", () -> visits(page, bench.sized(VISITS, 3))).value();
        bench.found(Finding.most(
                "what Today asks for in that clinic, one core, p99",
                visits.ms(99),
                "ms",
                MOST_MS,
                "p50 %.1f ms; the very first %.0f ms".formatted(visits.ms(50), first / 1e6)));
    }

    /// As a node makes one within the hour.
    private static void snapshot(String redis, MasterKey master) throws Exception {
        var vertx = Vertx.vertx();
        var connections = Group.await(RedisConnections.connect(vertx, redis, 1));
        try {
            var heads = new RedisHeads(connections, master);
            Group.await(ClinicSnapshots.maker(vertx, connections, master, heads).look(ClinicLog.ID));
        } finally {
            connections.close();
            Group.await(vertx.close());
        }
    }

    private static Latency visits(Visitor page, int visits) throws Exception {
        var nanos = Latency.histogram();
        var began = System.nanoTime();
        for (var n = 0; n < visits; n++) {
            Thread.sleep(PAUSE);
            nanos.recordValue(page.visit());
        }
        return new Latency(nanos, (System.nanoTime() - began) / 1e9);
    }

    /// One of the sessions that lie behind her.
    private static void putIn(Node node, int number) throws Exception {
        var log = LogId.session(SignedEvening.name(number));
        var mac = Mac.NONE;
        for (var entry : SignedEvening.of(number)) {
            if (!(Group.await(node.sessionLog().append(log, entry, mac))
                    instanceof EventLog.Appended.Written(var written))) {
                throw new IllegalStateException("Entry " + entry.seq() + " of " + log + " was not taken");
            }
            mac = written;
            for (SessionEvent event : entry.events()) {
                if (event instanceof Life.Opened(var plan))
                    Group.await(node.index().add(plan));
            }
        }
    }

    /// @param timers absent for those that go off
    static Server server(String redis, MasterKey master, Path folder, InstantSource clock, @Nullable Timers timers)
            throws Exception {
        var port = Program.freePort();
        var node = Group.await(Node.start(new Node.Setup(
                "bench",
                "127.0.0.1",
                port,
                0,
                redis,
                master,
                folder.resolve("heads-" + port + ".jsonl"),
                Origins.loopback(port, Set.of()),
                null,
                MediaSettings.PEER,
                clock,
                timers,
                null)));
        return new Server(node, port);
    }

    /// While a year is put in nothing of it is to happen.
    static final Timers NEVER = new Timers() {
        @Override
        public Subscription after(Duration delay, Runnable action) {
            return () -> {};
        }

        @Override
        public Subscription every(Duration period, Runnable action) {
            return () -> {};
        }

        @Override
        public Future<Void> pause(Duration length) {
            return Future.succeededFuture();
        }
    };

    /// Somebody's browser, asking what the page asks for.
    private static final class Visitor {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String address;

        Visitor(int port, String token) throws Exception {
            address = "http://127.0.0.1:" + port;
            var exchange = HttpRequest.newBuilder(URI.create(address + "/api/v1/links/exchange"))
                    .header("content-type", "application/json")
                    .header("origin", address)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                    .build();
            must(client.send(exchange, BodyHandlers.ofString()).statusCode());
        }

        /// @return in nanoseconds
        long visit() throws Exception {
            var from = System.nanoTime();
            for (var path : List.of("/me", "/staff/sessions", "/clinic/schedule")) {
                var ask = HttpRequest.newBuilder(
                                URI.create(address + "/api/v1" + path + "?seat=" + ClinicBooks.DANA.value()))
                        .build();
                must(client.send(ask, BodyHandlers.ofString()).statusCode());
            }
            return System.nanoTime() - from;
        }

        private static void must(int status) {
            if (status != 200) throw new IllegalStateException("Answered " + status);
        }
    }
}
