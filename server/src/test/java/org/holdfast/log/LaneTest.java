package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class LaneTest {
    private final AtomicInteger attached = new AtomicInteger();
    private Lane lane;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        var options = new RedisOptions().setConnectionString(redis.url());
        lane = new Lane(vertx, options, _ -> attached.incrementAndGet());
        get(lane.connect());
    }

    @AfterEach
    void close() {
        lane.close();
    }

    private static Request ping() {
        return Request.cmd(Command.PING);
    }

    /// Redis holds the answer back until something is in the list.
    private static Request heldBack() {
        return Request.cmd(Command.BLPOP).arg("nothing").arg(0);
    }

    @Test
    void whoever_asked_on_a_connection_that_is_given_up_hears_at_once_that_nobody_knows() {
        var first = lane.send(heldBack());
        var second = lane.send(ping());
        lane.giveUp();
        assertTrue(first.failed() && second.failed());
        assertInstanceOf(NotAnswered.class, first.cause());
        until(() -> lane.connected() && attached.get() == 2);
        assertEquals("PONG", get(lane.send(ping())).toString());
    }

    @Test
    void an_answer_that_does_not_come_takes_the_connection_down_and_leaves_nobody_waiting() {
        var began = System.nanoTime();
        var held = lane.send(heldBack());
        assertThrows(NotAnswered.class, () -> get(held));
        assertTrue(System.nanoTime() - began >= Lane.DEADLINE.toNanos());
        assertTrue(System.nanoTime() - began
                < Lane.DEADLINE.plus(Duration.ofSeconds(5)).toNanos());
        until(() -> lane.connected() && attached.get() == 2);
        assertEquals("PONG", get(lane.send(ping())).toString());
    }

    @Test
    void nobody_waits_on_a_lane_that_is_closed() {
        var held = lane.send(heldBack());
        lane.close();
        assertInstanceOf(NotAnswered.class, held.cause());
        assertThrows(NotConnected.class, () -> get(lane.send(ping())));
    }
}
