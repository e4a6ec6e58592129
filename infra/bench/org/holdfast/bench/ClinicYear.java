package org.holdfast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.holdfast.decision.Entry;
import org.holdfast.live.EventLog;
import org.holdfast.live.LogId;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SessionEvent;

/// A year of a clinic's sessions, verified and computed anew from Redis on one core: each entry's chain, each sheet.
final class ClinicYear implements Measurement {
    private static final int ENTRIES = 1_300_000;
    private static final int PEOPLE = 10;
    /// Sessions that are written beside each other.
    private static final int AT_ONCE = 200;

    private static final double MOST_S = 15;
    private static final double MOST_MS_A_SESSION = 5;
    private static final long PATIENCE_MIN = 10;

    @Override
    public String name() {
        return "year";
    }

    @Override
    public String about() {
        return "verify a clinic's year of 1.3 million entries and compute its sheets anew";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var redis = Redis.start(bench, "redis");
        var master = MasterKey.random(new java.security.SecureRandom());
        var sessions = fill(bench, redis, master);
        Cores.pin(redis.pid(), Cores.SERVER);
        var round = bench.round("the year", () -> read(bench, redis, master, sessions));
        var said = round.value().split(" ");
        var seconds = Double.parseDouble(said[1]);
        bench.found(Finding.most(
                "verify a clinic's year (%,d entries) and compute its %,d sheets anew, one core, warmed up"
                        .formatted(Long.parseLong(said[3]), sessions),
                seconds,
                "s",
                MOST_S,
                ""));
        bench.found(Finding.most("one session of ten, p99", Double.parseDouble(said[2]), "ms", MOST_MS_A_SESSION, ""));
    }

    private static String read(Bench bench, Redis redis, MasterKey master, int sessions) throws Exception {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(bench.recording("year"));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // Sessions pass through it and stay for nothing: the rarer it is emptied, the fewer wait for that.
                "-Xmn320m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                YearMain.class.getName(),
                redis.address(),
                master.export(),
                Integer.toString(sessions),
                Integer.toString(others(bench))));
        var log = bench.folder().resolve("year.log");
        try (var program = Program.start(bench, log, Map.of(), command)) {
            return program.said("read ");
        }
    }

    /// Sessions of another year, to warm up with.
    private static int others(Bench bench) {
        return bench.sized(500, 4);
    }

    /// By the product's own rules and its own append, so that it stands there as it would.
    private static int fill(Bench bench, Redis redis, MasterKey master) throws Exception {
        var vertx = Vertx.vertx();
        var connections = Group.await(RedisConnections.connect(vertx, redis.address(), 4));
        try {
            var heads = new RedisHeads(connections, master);
            var log = YearMain.log(connections, master, heads);
            var entries = new AtomicLong();
            var next = new AtomicInteger();
            var most = bench.profile() ? ENTRIES / 4 : bench.sized(ENTRIES, 2_000);
            write(log, next, entries, () -> entries.get() < most);
            var year = next.get();
            bench.say("%,d entries in %,d sessions are written", entries.get(), year);
            write(log, next, entries, () -> next.get() < year + others(bench));
            Group.await(heads.flush());
            return year;
        } finally {
            connections.close();
            Group.await(vertx.close());
        }
    }

    /// As many sessions as it takes, from the next on.
    private static void write(EventLog<SessionEvent> log, AtomicInteger next, AtomicLong entries, BooleanSupplier more)
            throws InterruptedException {
        var writing = new CountDownLatch(AT_ONCE);
        for (var i = 0; i < AT_ONCE; i++) {
            Thread.ofVirtual().start(() -> {
                while (more.getAsBoolean()) write(log, next.getAndIncrement(), entries);
                writing.countDown();
            });
        }
        if (!writing.await(PATIENCE_MIN, TimeUnit.MINUTES)) throw new IllegalStateException("Never filled");
    }

    private static void write(EventLog<SessionEvent> log, int number, AtomicLong count) {
        var id = LogId.session(new Group(number, PEOPLE).session().value());
        var mac = Mac.NONE;
        for (var entry : Evening.of(number, PEOPLE)) {
            mac = written(log.append(id, entry, mac), entry);
            count.incrementAndGet();
        }
    }

    private static Mac written(Future<EventLog.Appended> appended, Entry<SessionEvent> entry) {
        var answer = appended.toCompletionStage().toCompletableFuture().join();
        if (answer instanceof EventLog.Appended.Written(var mac)) return mac;
        throw new IllegalStateException("Entry " + entry.seq() + " was answered " + answer);
    }
}
