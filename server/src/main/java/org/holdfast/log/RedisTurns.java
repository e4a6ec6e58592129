package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import org.holdfast.live.LogId;
import org.holdfast.live.Turns;

/// Turns as keys that expire by themselves, and beside each a cursor that only the holder moves.
public final class RedisTurns implements Turns {
    private static final Script TAKE = new Script("""
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """);

    private static final Script RELEASE = new Script("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """);

    private static final Script DONE = new Script("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            local cursor = tonumber(redis.call('GET', KEYS[2]) or '0')
            if tonumber(ARGV[2]) > cursor then redis.call('SET', KEYS[2], ARGV[2]) end
            return 1
            """);

    private final RedisConnections redis;

    public RedisTurns(RedisConnections redis) {
        this.redis = redis;
    }

    @Override
    public Future<Boolean> take(LogId log, String kind, String holder, Duration length) {
        return TAKE.run(redis, Names.turn(log, kind), List.of(holder, Long.toString(length.toMillis())))
                .map(answer -> answer != null && answer.toInteger() == 1);
    }

    @Override
    public Future<Void> release(LogId log, String kind, String holder) {
        return RELEASE.run(redis, Names.turn(log, kind), List.of(holder)).mapEmpty();
    }

    @Override
    public Future<Long> cursor(LogId log, String kind) {
        var key = Names.cursor(log, kind);
        return redis.send(key, Request.cmd(Command.GET).arg(key)).map(value -> value == null ? 0L : value.toLong());
    }

    @Override
    public Future<Boolean> done(LogId log, String kind, String holder, long seq) {
        var keys = List.of(Names.turn(log, kind), Names.cursor(log, kind));
        return DONE.run(redis, keys, List.of(holder, Long.toString(seq)))
                .map(answer -> answer != null && answer.toInteger() == 1);
    }
}
