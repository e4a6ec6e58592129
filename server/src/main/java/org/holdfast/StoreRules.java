package org.holdfast;

import static io.vertx.redis.client.Command.CONFIG;
import static io.vertx.redis.client.Command.TIME;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the store must promise before people are let in: every write on disk before it is answered, nothing thrown
/// away when it is full, and a clock that agrees with ours.
final class StoreRules {
    static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private static final Map<String, String> REQUIRED =
            new TreeMap<>(Map.of("appendonly", "yes", "appendfsync", "always", "maxmemory-policy", "noeviction"));

    private final Redis redis;
    private final InstantSource clock;

    StoreRules(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// One sentence for each broken promise.
    Future<List<String>> broken() {
        var problems = new ArrayList<String>();
        var checks = new ArrayList<Future<?>>();
        REQUIRED.forEach((name, wanted) ->
                checks.add(redis.send(cmd(CONFIG).arg("GET").arg(name)).onSuccess(found -> {
                    var value = found == null || found.get(name) == null
                            ? ""
                            : found.get(name).toString();
                    if (!value.equals(wanted)) {
                        problems.add("Redis has " + name + " " + value + "; it must be " + wanted + ".");
                    }
                })));
        return Future.all(checks).map(_ -> List.copyOf(problems));
    }

    /// A node whose clock is off would write times that others do not believe.
    Future<Boolean> ready() {
        return redis.send(cmd(TIME)).map(time -> {
            var there = Instant.ofEpochSecond(time.get(0).toLong(), time.get(1).toLong() * 1_000);
            return Duration.between(there, clock.instant()).abs().compareTo(MOST_SKEW) <= 0;
        });
    }
}
