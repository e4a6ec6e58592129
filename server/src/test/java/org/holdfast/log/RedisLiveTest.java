package org.holdfast.log;

import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.log.LogFixture.NINE;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.live.Due;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Leases, due times and turns on a real Redis.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class RedisLiveTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private RedisConnections redis;

    @BeforeEach
    void connect(Vertx vertx, TestRedis server) {
        redis = new LogFixture(vertx, server).redis;
    }

    @Test
    void nodes_see_each_other_while_their_leases_run() {
        var leases = new RedisLeases(redis);
        get(leases.renew("one", LONG));
        var both = get(leases.renew("two", LONG));
        assertEquals(Set.of("one", "two"), both.alive());
        assertFalse(both.lapsed());
        assertTrue(Duration.between(both.storeTime(), Instant.now()).abs().compareTo(LONG) < 0);
        get(leases.release("one"));
        assertEquals(Set.of("two"), get(leases.renew("two", LONG)).alive());
    }

    @Test
    void a_node_learns_that_its_lease_had_run_out() {
        var leases = new RedisLeases(redis);
        get(leases.renew("one", Duration.ofMillis(1)));
        Await.until(() -> !get(leases.renew("two", LONG)).alive().contains("one"));
        assertTrue(get(leases.renew("one", LONG)).lapsed());
        assertFalse(get(leases.renew("one", LONG)).lapsed());
    }

    @Test
    void what_is_due_is_claimed_by_one_node_and_comes_back_when_it_is_not_done() {
        var due = new RedisDue(redis);
        var end = new Due.Item("end", EVENING);
        get(due.at(end, NINE));
        assertEquals(List.of(), get(due.claim(NINE.minusMillis(1), LONG, 10)));
        var claimed = get(due.claim(NINE, LONG, 10));
        assertEquals(List.of(new Due.Claimed(end, NINE.plus(LONG))), claimed);
        assertEquals(List.of(), get(due.claim(NINE, LONG, 10)));
        assertEquals(1, get(due.claim(NINE.plus(LONG), LONG, 10)).size());
    }

    @Test
    void what_is_done_is_struck_off_unless_it_has_a_new_time() {
        var due = new RedisDue(redis);
        var end = new Due.Item("end", EVENING);
        get(due.at(end, NINE));
        var first = get(due.claim(NINE, LONG, 10)).getFirst();
        get(due.at(end, NINE.plusSeconds(5)));
        get(due.done(first));
        var second = get(due.claim(NINE.plusSeconds(5), LONG, 10)).getFirst();
        get(due.done(second));
        assertEquals(List.of(), get(due.claim(NINE.plus(LONG).plus(LONG), LONG, 10)));
        get(due.at(end, NINE));
        get(due.cancel(end));
        assertEquals(List.of(), get(due.claim(NINE, LONG, 10)));
    }

    @Test
    void only_the_holder_of_a_turn_moves_its_cursor() {
        var turns = new RedisTurns(redis);
        assertTrue(get(turns.take(EVENING, "mail", "one", LONG)));
        assertFalse(get(turns.take(EVENING, "mail", "two", LONG)));
        assertTrue(get(turns.take(EVENING, "bridge", "two", LONG)));
        assertTrue(get(turns.done(EVENING, "mail", "one", 7)));
        assertFalse(get(turns.done(EVENING, "mail", "two", 9)));
        get(turns.release(EVENING, "mail", "two"));
        assertFalse(get(turns.take(EVENING, "mail", "two", LONG)));
        get(turns.release(EVENING, "mail", "one"));
        assertTrue(get(turns.take(EVENING, "mail", "two", LONG)));
        assertEquals(7L, get(turns.cursor(EVENING, "mail")));
        assertEquals(0L, get(turns.cursor(EVENING, "bridge")));
    }
}
