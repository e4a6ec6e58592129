package org.holdfast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.RandomIds;
import org.holdfast.live.Timers;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.Admission;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.DeviceId;
import org.holdfast.session.Floor;
import org.holdfast.session.Life;
import org.holdfast.session.Member;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;

/// The whole way of a wish into the log, beside a bare XADD of as many bytes: what deciding, chaining, the script and
/// folding add. As many are under way as there are rooms, one a room.
final class Decisions implements Measurement {
    private static final int ROOMS = 80;
    private static final int PEOPLE = 10;
    private static final int CONNECTIONS = 2;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String about() {
        return "durable decisions a second, beside bare XADD on the same Redis";
    }

    @Override
    public void run(Bench bench) throws Exception {
        var redis = Redis.start(bench, "redis");
        var vertx = Vertx.vertx();
        bench.own(() -> Group.await(vertx.close()));
        var connections = Group.await(RedisConnections.connect(vertx, redis.address(), CONNECTIONS));
        bench.own(connections::close);
        var logs = logs(vertx, connections);
        var rooms = new ArrayList<Wishes>();
        for (var group : Group.groups(bench.sized(ROOMS, 4), PEOPLE)) rooms.add(Wishes.seated(logs, group));
        var length = Duration.ofSeconds(bench.sized(10, 1));
        var bare = bareAppends(connections, rooms);

        loop(rooms.size(), length, n -> rooms.get(n).next());
        loop(rooms.size(), length, bare);
        var decided = new ArrayList<Latency>();
        var appended = new ArrayList<Latency>();
        for (var round = 1; round <= bench.sized(ROUNDS, 1); round++) {
            decided.add(bench.round(
                            "decisions",
                            () -> loop(rooms.size(), length, n -> rooms.get(n).next()))
                    .value());
            appended.add(bench.round("bare XADD", () -> loop(rooms.size(), length, bare))
                    .value());
        }
        var ours = Median.of(decided, Latency::perSecond);
        var theirs = Median.of(appended, Latency::perSecond);
        bench.found(Finding.plain(
                "durable decisions a second, %d rooms at once".formatted(rooms.size()),
                "%,.0f (p50 %.1f ms, p99 %.1f ms)".formatted(ours.perSecond(), ours.ms(50), ours.ms(99)),
                "bare `XADD` %,.0f (p50 %.1f ms, p99 %.1f ms)"
                        .formatted(theirs.perSecond(), theirs.ms(50), theirs.ms(99))));
    }

    private static LogHosts<Session, SessionCommand, SessionEvent> logs(Vertx vertx, RedisConnections connections)
            throws Exception {
        var master = MasterKey.random(new SecureRandom());
        var heads = new RedisHeads(connections, master);
        var keyring = new RedisKeyring(connections, master);
        var log = new RedisEventLog<>(connections, SealedJson.of(SessionEvent.class), master, keyring, heads);
        var context = Group.await(LiveContext.start(vertx));
        vertx.setPeriodic(1_000, _ -> heads.flush());
        return new LogHosts<>(
                Session.DECIDER, log, new Live(context, Clock.systemUTC(), Timers.of(vertx), Alarm.LOGGED));
    }

    /// Entries of the same size, in streams of their own.
    private static IntFunction<Future<?>> bareAppends(RedisConnections connections, List<Wishes> rooms) {
        var id = new RandomIds(new SecureRandom());
        return n -> {
            var stream = "bare:" + n;
            var by = "person:" + rooms.get(n).group().participant(1);
            var append = Request.cmd(Command.XADD).arg(stream).arg("*");
            append.arg("at")
                    .arg(Clock.systemUTC().instant().toString())
                    .arg("by")
                    .arg(by);
            append.arg("cmd").arg(id.next());
            append.arg("ev").arg("[{\"type\":\"microphone.was-set\",\"member\":\"p-79-9\",\"on\":true}]");
            append.arg("mac").arg("Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBsaWtlIGEgTUFD");
            return connections.send(stream, append);
        };
    }

    /// As many loops at once, each asking again as soon as it was answered.
    private static Latency loop(int loops, Duration length, IntFunction<Future<?>> ask) throws InterruptedException {
        var nanos = new ConcurrentHistogram(Latency.histogram());
        var running = new CountDownLatch(loops);
        var began = System.nanoTime();
        var end = began + length.toNanos();
        for (var n = 0; n < loops; n++) again(n, ask, nanos, end, running);
        if (!running.await(length.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Some were never answered");
        }
        return new Latency(nanos, (System.nanoTime() - began) / 1e9);
    }

    private static void again(
            int n, IntFunction<Future<?>> ask, ConcurrentHistogram nanos, long end, CountDownLatch running) {
        var asked = System.nanoTime();
        ask.apply(n).onComplete(answer -> {
            var now = System.nanoTime();
            nanos.recordValue(now - asked);
            if (now < end) again(n, ask, nanos, end, running);
            else running.countDown();
        });
    }

    /// What one room's people wish for, one thing after the other: each changes the state, so each is an entry.
    private record Wishes(
            Group group, LogHost<Session, SessionCommand, SessionEvent> host, RandomIds ids, AtomicInteger count) {
        static Wishes seated(LogHosts<Session, SessionCommand, SessionEvent> logs, Group group) throws Exception {
            var log = LogId.session(group.session().value());
            var room = new Wishes(
                    group, Group.await(logs.open(log)), new RandomIds(new SecureRandom()), new AtomicInteger());
            room.done(new Life.OpenSession(group.plan(Clock.systemUTC().instant())), new Actor.Node("bench"));
            for (var member : group.everybody()) {
                var device = new DeviceId("d" + member.value());
                var arrival = new Member.Arrival(Member.Standing.KNOWN, "", Member.PrivatePlace.YES);
                var link = new Member.Link.Live("bench", new ConnectionId("c" + room.ids.next()));
                room.done(
                        new Admission.Arrive(
                                member, device, arrival, link, Clock.systemUTC().instant()),
                        new Actor.Person(member.value()));
            }
            room.done(
                    new Admission.LetAllIn(),
                    new Actor.Person(group.facilitator().value()));
            return room;
        }

        private void done(SessionCommand command, Actor by) throws Exception {
            var outcome = Group.await(host.submit(command, by, new CommandId(ids.next())));
            if (!(outcome instanceof Outcome.Done)) throw new IllegalStateException("Refused: " + outcome);
        }

        Future<?> next() {
            var n = count.getAndIncrement();
            var member = group.everybody().get(n % group.people());
            var on = n / group.people() % 2 == 0;
            return host.submit(new Floor.SetMicrophone(on), new Actor.Person(member.value()), new CommandId(ids.next()))
                    .map(outcome -> {
                        if (outcome instanceof Outcome.Done) return outcome;
                        throw new IllegalStateException("Refused: " + outcome);
                    });
        }
    }
}
