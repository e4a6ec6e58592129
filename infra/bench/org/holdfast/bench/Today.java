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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
import org.holdfast.log.Snapshotter;
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
    private static final int STARTS = 3;
    private static final int VISITS = 60;
    /// Since the last snapshot: as many changes as call for the next.
    private static final int WEEKS_SINCE = Snapshotter.ENTRIES / ClinicBooks.CHANGES_A_WEEK;
    /// Nobody may ask for more than a page does.
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final double MOST_MS = 200;
    private static final double MOST_FOLD_MS = 1_000;
    /// As many as the page looks back at.
    private static final int LAST = 20;

    record Server(Node node, int port) {}

    /// @param ofProcessor as much of it as the server itself worked, its compiler included
    private record Fold(double ms, double ofProcessor) {
        @Override
        public String toString() {
            return "%.0f ms, %.0f of them of processor".formatted(ms, ofProcessor);
        }
    }

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
        var rehearsed = TodayMain.rehearse(bench);
        var whole = fold(bench, "the whole log", () -> TodayMain.start(bench, rehearsed, redis, master, false, false));
        var plain = fold(bench, "from a snapshot", () -> TodayMain.start(bench, rehearsed, redis, master, true, false));
        var cached = fold(
                bench,
                "from a snapshot, with an AOT cache",
                () -> TodayMain.start(bench, rehearsed, redis, master, true, true));
        bench.found(Finding.most(
                "to fold the log of a clinic's year (%d groups, %,d wishes of staff) in a server that has just started"
                        .formatted(groups, books.asked()),
                plain.ms(),
                "ms",
                MOST_FOLD_MS,
                "from a snapshot and the %d entries since; with an AOT cache %.0f ms; from its first entry %.0f ms"
                        .formatted(WEEKS_SINCE * ClinicBooks.CHANGES_A_WEEK, cached.ms(), whole.ms())));
        var serving = TodayMain.said(TodayMain.start(bench, rehearsed, redis, master, true, false));
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

    /// The middle one of servers that each have just started.
    private static Fold fold(Bench bench, String what, Callable<Program> starting) throws Exception {
        var all = new ArrayList<Fold>();
        for (var n = 0; n < bench.sized(STARTS, 1); n++) {
            all.add(bench.round(what, () -> {
                        try (var server = starting.call()) {
                            var said = TodayMain.said(server);
                            return new Fold(Double.parseDouble(said[2]), Double.parseDouble(said[3]));
                        }
                    })
                    .value());
        }
        return Median.of(all, Fold::ms);
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
