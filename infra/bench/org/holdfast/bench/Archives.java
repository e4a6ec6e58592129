package org.holdfast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Written;
import org.holdfast.log.Archiver;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;

/// What a signed session of ten people takes once it is archived, and how long it takes to have a thousand back and to
/// verify them, one after the other. Each is read back to its last entry, or the measurement fails.
final class Archives implements Measurement {
    private static final int SESSIONS = 1_000;
    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 3;
    private static final double MOST_BYTES = 8 * 1024;

    @Override
    public String name() {
        return "archives";
    }

    @Override
    public String about() {
        return "bytes of an archived session, and to restore and verify a thousand";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var redis = Redis.start(bench, "redis");
        var vertx = Vertx.vertx();
        bench.own(() -> Group.await(vertx.close()));
        var connections = Group.await(RedisConnections.connect(vertx, redis.address(), 2));
        bench.own(connections::close);
        var master = MasterKey.random(new SecureRandom());
        var heads = new RedisHeads(connections, master);
        var log = YearMain.log(connections, master, heads);
        var sessions = bench.sized(SESSIONS, 20);
        var entries = fill(log, sessions);
        Group.await(heads.flush());
        var stream = sum(connections, sessions, "log:") / sessions;
        var archiver = new Archiver(connections, master, heads);
        var archived = each(sessions, n -> {
            var outcome = Group.await(archiver.archive(id(n)));
            if (outcome != Archiver.Outcome.ARCHIVED) throw new IllegalStateException(id(n) + " is " + outcome);
        });
        bench.say("archive %,d sessions of about %,d entries: %s", sessions, entries / sessions, archived);
        for (var n = 0; n < sessions; n++) mustBeAsWritten(log, n);

        var bytes = Latency.histogram();
        for (var n = 0; n < sessions; n++) bytes.recordValue(stored(connections, n));
        bench.found(Finding.most(
                "a signed session of ten people in its archive, %,d entries, the largest of %,d"
                        .formatted(entries / sessions, sessions),
                bytes.getMaxValue(),
                "bytes",
                MOST_BYTES,
                "median %,d; in the memory of Redis %,d, and %,d as a stream"
                        .formatted(
                                bytes.getValueAtPercentile(50),
                                sum(connections, sessions, "archive:") / sessions,
                                stream)));
        measure(bench, "restore %,d archived sessions, state and signed sheet", sessions, n -> restore(log, n));
        var verifier = new LogVerifier(connections, master, heads);
        measure(bench, "verify %,d archived sessions", sessions, n -> {
            var verdict = Group.await(verifier.verify(id(n)));
            if (!(verdict instanceof Verdict.Sound(var _, var _, var anchored) && anchored)) {
                throw new IllegalStateException(verdict.sentence());
            }
        });
    }

    private interface Deed {
        void on(int number) throws Exception;
    }

    private static void measure(Bench bench, String what, int sessions, Deed deed) throws Exception {
        each(sessions, deed);
        var rounds = new ArrayList<Latency>();
        for (var round = 0; round < bench.sized(ROUNDS, 1); round++) {
            rounds.add(bench.round(what.formatted(sessions), () -> each(sessions, deed))
                    .value());
        }
        var median = Median.of(rounds, Latency::seconds);
        bench.found(Finding.plain(
                what.formatted(sessions),
                "%.2f s".formatted(median.seconds()),
                "one: p50 %.2f ms, p99 %.2f ms".formatted(median.ms(50), median.ms(99))));
    }

    private static Latency each(int sessions, Deed deed) throws Exception {
        var nanos = Latency.histogram();
        var began = System.nanoTime();
        for (var n = 0; n < sessions; n++) {
            var from = System.nanoTime();
            deed.on(n);
            nanos.recordValue(System.nanoTime() - from);
        }
        return new Latency(nanos, (System.nanoTime() - began) / 1e9);
    }

    private static LogId id(int number) {
        return LogId.session(SignedEvening.name(number));
    }

    private static long fill(EventLog<SessionEvent> log, int sessions) throws Exception {
        var all = 0L;
        for (var from = 0; from < sessions; from += AT_ONCE) {
            var until = Math.min(sessions, from + AT_ONCE);
            var evenings =
                    IntStream.range(from, until).mapToObj(n -> append(log, n)).toList();
            Group.await(Future.all(evenings));
            for (var evening : evenings) all += evening.result();
        }
        return all;
    }

    private static Future<Integer> append(EventLog<SessionEvent> log, int number) {
        var entries = SignedEvening.of(number);
        var before = Future.succeededFuture(Mac.NONE);
        for (var entry : entries) {
            before = before.compose(mac -> log.append(id(number), entry, mac).map(answer -> {
                if (answer instanceof EventLog.Appended.Written(var written)) return written;
                throw new IllegalStateException("Entry " + entry.seq() + " was answered " + answer);
            }));
        }
        return before.map(_ -> entries.size());
    }

    private static void mustBeAsWritten(EventLog<SessionEvent> log, int number) throws Exception {
        var read = Group.await(log.read(id(number), Head.EMPTY)).stream()
                .map(Written::entry)
                .toList();
        if (!read.equals(SignedEvening.of(number))) throw new IllegalStateException(id(number) + " reads otherwise");
    }

    /// As somebody who opens its record: the state, and the sheet once more to the byte that was signed.
    private static void restore(EventLog<SessionEvent> log, int number) throws Exception {
        var entries = Group.await(log.read(id(number), Head.EMPTY)).stream()
                .map(Written::entry)
                .toList();
        var session = Session.DECIDER.initial();
        for (var entry : entries) session = Session.DECIDER.applyAll(session, entry);
        var signed = session.signOff().versions().getFirst();
        if (!CanonicalSheet.text(AttendanceSheet.asSigned(entries, 1)).equals(signed.text())) {
            throw new IllegalStateException("The sheet of " + id(number) + " is not the one that was signed");
        }
    }

    private static long stored(RedisConnections redis, int number) throws Exception {
        var values = Group.await(redis.send(Request.cmd(Command.HVALS).arg("archive:{" + id(number) + "}")));
        if (values == null) throw new IllegalStateException(id(number) + " has no archive");
        var bytes = 0L;
        for (var value : values) bytes += value.toBytes().length;
        return bytes;
    }

    private static long sum(RedisConnections redis, int sessions, String kind) throws Exception {
        var sum = 0L;
        for (var n = 0; n < sessions; n++) {
            var key = kind + "{" + id(n) + "}";
            var usage = Group.await(redis.send(Request.cmd(Command.MEMORY)
                    .arg("USAGE")
                    .arg(key)
                    .arg("SAMPLES")
                    .arg(0)));
            sum += usage == null ? 0 : usage.toLong();
        }
        return sum;
    }
}
