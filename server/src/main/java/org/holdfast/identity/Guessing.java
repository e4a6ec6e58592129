package org.holdfast.identity;

import static io.vertx.redis.client.Command.EVAL;
import static io.vertx.redis.client.Command.GET;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import java.time.Duration;

/// Counts wrong links per address, for all nodes together. Whoever guesses too often waits, right link or wrong.
public final class Guessing {
    public static final int MOST = 20;
    public static final Duration WITHIN = Duration.ofMinutes(1);

    private static final String COUNT = """
            local n = redis.call('INCR', KEYS[1])
            if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return n
            """;

    private final Redis redis;

    public Guessing(Redis redis) {
        this.redis = redis;
    }

    public Future<Boolean> lockedOut(String address) {
        return redis.send(cmd(GET).arg(key(address))).map(count -> count != null && count.toInteger() >= MOST);
    }

    public Future<Void> wrong(String address) {
        return redis.send(cmd(EVAL).arg(COUNT).arg(1).arg(key(address)).arg(WITHIN.toMillis()))
                .mapEmpty();
    }

    /// The address itself is personal, so even this short-lived count keeps only its digest.
    private static String key(String address) {
        return "guesses:{" + Secrets.digest(address) + "}";
    }
}
