package org.holdfast.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.holdfast.testing.MemoryLeases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class NodeLeaseTest {
    private final ManualClock clock = ManualClock.atNine();
    private final MemoryLeases leases = new MemoryLeases(clock);
    private NodeLease one;
    private NodeLease two;

    @BeforeEach
    void twoNodes(Vertx vertx) {
        var live = new Live(vertx.getOrCreateContext(), clock, new ManualTimers(), Alarm.LOGGED);
        one = new NodeLease("one", leases, live);
        two = new NodeLease("two", leases, live);
    }

    /// Seconds in which these nodes renew and nobody else does.
    private void pass(int seconds, NodeLease... renewing) {
        for (var second = 0; second < seconds; second++) {
            clock.pass(Duration.ofSeconds(1));
            for (var node : renewing) node.renew();
        }
    }

    @Test
    void a_node_that_stops_renewing_is_judged_gone_when_its_lease_ends() {
        pass(6, one, two);
        pass(5, one);
        assertFalse(one.judgesGone("two"));
        pass(1, one);
        assertTrue(one.judgesGone("two"));
        assertFalse(one.judgesGone("one"));
    }

    @Test
    void a_new_node_watches_for_a_full_lease_before_it_judges() {
        pass(6, two);
        pass(5, one);
        assertFalse(one.mayJudge());
        pass(1, one);
        assertTrue(one.judgesGone("two"));
    }

    @Test
    void after_the_store_was_away_nobody_is_judged_before_all_could_renew() {
        pass(10, one, two);
        leases.goAway(true);
        pass(10, one, two);
        assertFalse(one.mayJudge());
        leases.goAway(false);
        pass(1, one);
        assertFalse(one.judgesGone("two"));
        pass(4, one, two);
        assertFalse(one.judgesGone("two"));
        pass(6, one, two);
        assertTrue(one.mayJudge());
        assertFalse(one.judgesGone("two"));
    }

    @Test
    void a_node_that_was_stopped_finds_that_it_lapsed_and_judges_no_one_for_a_while() {
        var lapsed = new AtomicInteger();
        one.onLapsed(lapsed::incrementAndGet);
        pass(6, one, two);
        pass(8, two);
        pass(1, one, two);
        assertEquals(1, lapsed.get());
        assertFalse(one.mayJudge());
        pass(6, one, two);
        assertTrue(one.mayJudge());
        assertEquals(1, lapsed.get());
    }

    @Test
    void a_node_whose_clock_disagrees_with_the_store_is_not_ready() {
        assertFalse(one.ready());
        pass(1, one);
        assertTrue(one.ready());
        leases.clockAhead(Duration.ofMillis(2100));
        pass(1, one);
        assertFalse(one.ready());
        leases.clockAhead(Duration.ofMillis(-1900));
        pass(1, one);
        assertTrue(one.ready());
    }

    @Test
    void a_node_that_cannot_renew_is_not_ready() {
        pass(1, one);
        leases.goAway(true);
        pass(2, one);
        assertTrue(one.ready());
        pass(1, one);
        assertFalse(one.ready());
    }
}
