package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.holdfast.live.Leases;
import org.jspecify.annotations.Nullable;

/// Leases as one sorted set: each node with the moment its lease ends, by the clock of Redis. Kept there for a day
/// after, so that a node that returns can tell that it was away.
public final class RedisLeases implements Leases {
    private static final Script RENEW = new Script("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
            redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 86400000)
            local lapsed = 0
            if before and tonumber(before) < now then lapsed = 1 end
            return {now, lapsed, redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf')}
            """);

    private final RedisConnections redis;

    public RedisLeases(RedisConnections redis) {
        this.redis = redis;
    }

    @Override
    public Future<Renewed> renew(String node, Duration length) {
        return RENEW.run(redis, Names.NODES, List.of(node, Long.toString(length.toMillis())))
                .map(RedisLeases::renewed);
    }

    private static Renewed renewed(@Nullable Response answer) {
        if (answer == null) throw new IllegalStateException("The lease script gave no answer");
        var alive = new HashSet<String>();
        for (var node : answer.get(2)) alive.add(node.toString());
        return new Renewed(
                Instant.ofEpochMilli(answer.get(0).toLong()), answer.get(1).toInteger() == 1, alive);
    }

    @Override
    public Future<Void> release(String node) {
        return redis.send(
                        Names.NODES, Request.cmd(Command.ZREM).arg(Names.NODES).arg(node))
                .mapEmpty();
    }
}
