package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import java.util.List;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class RedisSafetyTest {
    @Test
    void a_redis_that_keeps_what_it_acknowledges_has_no_problems(Vertx vertx, TestRedis redis) {
        assertEquals(List.of(), get(RedisSafety.problems(new LogFixture(vertx, redis).redis)));
    }

    @Test
    void each_setting_that_could_lose_entries_is_named(Vertx vertx, TestRedis redis) {
        var node = new LogFixture(vertx, redis);
        get(LogFixture.ask(node.redis, Command.CONFIG, "SET", "appendfsync", "everysec"));
        get(LogFixture.ask(node.redis, Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru"));
        var problems = get(RedisSafety.problems(node.redis));
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).contains("appendfsync everysec"));
        assertTrue(problems.get(1).contains("maxmemory-policy allkeys-lru"));
    }
}
