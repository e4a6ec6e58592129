package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Timers;
import org.holdfast.sealing.MasterKey;
import org.holdfast.testing.Tally;
import org.holdfast.testing.TestRedis;

/// A node's log side on a test's Redis.
final class LogFixture {
    static final LogId EVENING = LogId.session("evening");
    static final Actor DANA = new Actor.Person("dana");
    static final Actor SAM = new Actor.Person("sam");
    static final MasterKey MASTER = MasterKey.random(new SecureRandom());
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    final RedisConnections redis;
    final RedisKeyring keyring;
    final RedisHeads heads;
    final RedisEventLog<Tally.Event> log;

    LogFixture(Vertx vertx, TestRedis server) {
        this(vertx, server, MASTER);
    }

    LogFixture(Vertx vertx, TestRedis server, MasterKey master) {
        redis = get(RedisConnections.connect(vertx, server.url(), 2));
        // Closed with the Vert.x of the test, and before it.
        get(vertx.deployVerticle(new VerticleBase() {
            @Override
            public Future<?> stop() {
                redis.close();
                return Future.succeededFuture();
            }
        }));
        keyring = new RedisKeyring(redis, master);
        heads = new RedisHeads(redis, master);
        log = new RedisEventLog<>(redis, SealedJson.of(Tally.Event.class), master, keyring, heads);
    }

    LogHosts<Tally, Tally.Wish, Tally.Event> hosts(Vertx vertx) {
        return hosts(vertx, Alarm.LOGGED);
    }

    LogHosts<Tally, Tally.Wish, Tally.Event> hosts(Vertx vertx, Alarm alarm) {
        var context = get(LiveContext.start(vertx));
        return new LogHosts<>(Tally.DECIDER, log, new Live(context, Clock.systemUTC(), Timers.of(vertx), alarm));
    }

    static CommandId id(long n) {
        return new CommandId("c" + n);
    }

    static Entry<Tally.Event> entry(long seq, Tally.Event... events) {
        return new Entry<>(seq, NINE.plusSeconds(seq), DANA, id(seq), List.of(events));
    }

    static Entry<Tally.Event> chairs(long seq) {
        return entry(seq, new Tally.Event.Added("chairs", 1));
    }

    /// Appends entries 1 to `count` and returns the head.
    Head fill(LogId id, int count) {
        var head = Head.EMPTY;
        for (var seq = 1; seq <= count; seq++) {
            var appended = (Appended.Written) get(log.append(id, chairs(seq), head.mac()));
            head = new Head(seq, appended.mac());
        }
        return head;
    }

    /// One more, after all that stand there.
    Head append(LogId id, long seq) {
        var before = get(log.head(id));
        return new Head(seq, ((Appended.Written) get(log.append(id, chairs(seq), before.mac()))).mac());
    }

    /// After Redis was killed: a connection that has not noticed yet still says that it stands.
    void untilRedisAnswers() {
        until(() -> {
            var all = Future.join(ask(redis, Command.PING), ask(redis, Command.PING), ask(redis, Command.PING));
            return get(all.transform(answered -> Future.succeededFuture(answered.succeeded())));
        });
    }

    static Future<String> ask(RedisConnections redis, Command command, Object... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) request.arg(argument.toString());
        return redis.send(request).map(String::valueOf);
    }
}
