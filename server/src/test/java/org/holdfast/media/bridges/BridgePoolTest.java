package org.holdfast.media.bridges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.holdfast.media.bridges.BridgePool.Count;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Well;
import org.holdfast.media.jitsi.Bridges.Bridge;
import org.holdfast.testing.ManualTimers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BridgePoolTest {
    private static final URI A = URI.create("http://a:8080");
    private static final URI B = URI.create("http://b:8080");
    private static final Well IDLE = new Well(0.0, false, 0, 0, 7);
    private static final Well COLD = new Well(0.0, false, 0, 0, 0);

    private final Map<URI, Look> found = new HashMap<>(Map.of(A, IDLE, B, IDLE));
    private final ManualTimers timers = new ManualTimers();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<URI> rehearsals = new ArrayList<>();
    private Future<Void> rehearsal = Future.succeededFuture();
    private final Looks looks = new Looks();
    private final BridgePool pool = new BridgePool(List.of(A, B), looks, this::rehearse, timers, registry);
    private final AtomicInteger changes = new AtomicInteger();

    private final class Looks implements BridgeLook {
        private Consumer<URI> broken = _ -> {};
        private final Map<URI, Integer> at = new HashMap<>();
        private @Nullable Promise<Look> held;

        @Override
        public Future<Look> at(URI rest) {
            at.merge(rest, 1, Integer::sum);
            return held == null ? Future.succeededFuture(found.get(rest)) : held.future();
        }

        @Override
        public void onBreak(Consumer<URI> listener) {
            broken = listener;
        }
    }

    private Future<Void> rehearse(URI rest) {
        rehearsals.add(rest);
        return rehearsal;
    }

    @Test
    void a_bridge_that_has_just_started_is_tried_before_a_group_comes_and_once_only() {
        found.put(B, COLD);
        pool.begin();
        timers.goOff();
        assertEquals(List.of(B), rehearsals);
        found.put(B, IDLE);
        timers.goOff();
        found.put(B, COLD);
        timers.goOff();
        timers.goOff();
        assertEquals(List.of(B, B), rehearsals, "it has started anew");
    }

    @Test
    void a_trial_that_failed_is_made_again_while_the_bridge_is_cold() {
        rehearsal = Future.failedFuture("too slow");
        found.put(A, COLD);
        pool.begin();
        timers.goOff();
        assertEquals(List.of(A, A), rehearsals);
        found.put(A, IDLE);
        timers.goOff();
        assertEquals(List.of(A, A), rehearsals);
    }

    @Test
    void sessions_that_come_between_two_looks_are_spread() {
        pool.begin();
        assertEquals(Optional.of(new Bridge(A)), pool.choose());
        assertEquals(Optional.of(new Bridge(B)), pool.choose());
        assertEquals(Optional.of(new Bridge(A)), pool.choose());
    }

    @Test
    void nobody_is_sent_to_a_bridge_before_it_was_looked_at() {
        assertEquals(Optional.empty(), pool.choose());
        assertTrue(pool.usable(A));
    }

    @Test
    void when_a_bridge_dies_its_sessions_are_told_once_and_go_to_the_other() {
        pool.begin();
        pool.onChange(changes::incrementAndGet);
        found.put(A, new Refused());
        timers.goOff();
        assertTrue(pool.usable(A), "one look is not enough");
        var before = changes.get();
        timers.goOff();
        assertFalse(pool.usable(A));
        assertEquals(before + 1, changes.get());
        assertEquals(Optional.of(new Bridge(B)), pool.choose());
        timers.goOff();
        assertEquals(before + 1, changes.get());
        assertEquals(new Count(1, 2), pool.count());
    }

    @Test
    void a_bridge_that_breaks_off_its_lines_and_listens_no_more_is_dead_in_that_moment() {
        pool.begin();
        pool.onChange(changes::incrementAndGet);
        found.put(A, new Refused());
        looks.broken.accept(A);
        assertFalse(pool.usable(A));
        assertEquals(Optional.of(new Bridge(B)), pool.choose());
        var told = changes.get();
        looks.broken.accept(A);
        assertEquals(told, changes.get(), "it cannot die twice");
        assertTrue(pool.usable(B));
    }

    @Test
    void a_bridge_that_breaks_off_its_lines_and_answers_all_the_same_goes_on() {
        pool.begin();
        looks.broken.accept(A);
        assertTrue(pool.usable(A));
        assertEquals(
                Set.of(new Bridge(A), new Bridge(B)),
                Set.of(pool.choose().orElseThrow(), pool.choose().orElseThrow()));
    }

    @Test
    void a_bridge_that_ends_its_line_after_each_look_is_not_looked_at_without_end() {
        pool.begin();
        for (var times = 0; times < 5; times++) looks.broken.accept(A);
        assertEquals(2, looks.at.get(A));
        timers.goOff();
        for (var times = 0; times < 5; times++) looks.broken.accept(A);
        assertEquals(4, looks.at.get(A));
        assertTrue(pool.usable(A));
    }

    @Test
    void lines_that_break_while_a_bridge_is_looked_at_count_once() {
        pool.begin();
        looks.held = Promise.promise();
        timers.goOff();
        looks.broken.accept(A);
        looks.broken.accept(A);
        assertTrue(pool.usable(A), "the look that is under way will tell");
    }

    @Test
    void a_bridge_that_answered_late_once_is_better_than_none() {
        pool.begin();
        found.put(A, new Refused());
        found.put(B, new Silent());
        timers.goOff();
        found.put(B, IDLE);
        timers.goOff();
        found.put(B, new Silent());
        timers.goOff();
        assertFalse(pool.usable(A));
        assertEquals(Optional.of(new Bridge(B)), pool.choose());
        found.put(B, new Well(0, true, 0, 0, 7));
        timers.goOff();
        found.put(B, new Silent());
        timers.goOff();
        assertEquals(Optional.empty(), pool.choose(), "one that drains is none");
    }

    @Test
    void a_bridge_that_is_late_keeps_its_sessions_only_while_there_is_no_other() {
        pool.begin();
        found.put(A, new Silent());
        found.put(B, new Refused());
        for (var looks = 0; looks < 3; looks++) timers.goOff();
        assertTrue(pool.usable(A), "there is nowhere to go");
        found.put(B, IDLE);
        for (var looks = 0; looks < 2; looks++) timers.goOff();
        assertTrue(pool.usable(A));
        pool.onChange(changes::incrementAndGet);
        timers.goOff();
        assertFalse(pool.usable(A));
        assertEquals(1, changes.get(), "whoever is there is told that it can go");
        assertEquals(Optional.of(new Bridge(B)), pool.choose());
    }

    @Test
    void a_bridge_that_never_answers_again_is_given_up_although_there_is_no_other() {
        pool.begin();
        found.put(B, new Refused());
        found.put(A, new Silent());
        for (var looks = 1; looks < Fitness.BAD_IF_SILENT; looks++) timers.goOff();
        assertTrue(pool.usable(A));
        pool.onChange(changes::incrementAndGet);
        timers.goOff();
        assertFalse(pool.usable(A));
        assertEquals(1, changes.get());
    }

    @Test
    void when_a_bridge_comes_back_those_who_had_none_are_told() {
        found.put(A, new Refused());
        found.put(B, new Refused());
        pool.begin();
        timers.goOff();
        assertEquals(Optional.empty(), pool.choose());
        found.put(B, IDLE);
        timers.goOff();
        timers.goOff();
        pool.onChange(changes::incrementAndGet);
        timers.goOff();
        assertEquals(1, changes.get());
        assertEquals(Optional.of(new Bridge(B)), pool.choose());
    }

    @Test
    void a_bridge_that_is_in_no_setting_any_more_keeps_nobody() {
        pool.begin();
        assertFalse(pool.usable(URI.create("http://gone:8080")));
    }

    @Test
    void a_closed_pool_looks_no_more() {
        pool.begin();
        pool.close();
        found.put(A, new Refused());
        timers.goOff();
        timers.goOff();
        assertTrue(pool.usable(A));
    }

    @Test
    void each_bridge_has_figures_of_its_own() {
        found.put(A, new Well(0.4, false, 3, 31, 9));
        found.put(B, new Refused());
        pool.begin();
        timers.goOff();
        assertEquals(1, gauge("up", "a:8080"));
        assertEquals(0, gauge("up", "b:8080"));
        assertEquals(0.4, gauge("stress", "a:8080"));
        assertEquals(3, gauge("sessions", "a:8080"));
        assertEquals(31, gauge("endpoints", "a:8080"));
        assertEquals(
                2,
                registry.get("holdfast.bridge.look")
                        .tag("bridge", "a:8080")
                        .timer()
                        .count());
    }

    private double gauge(String what, String bridge) {
        return registry.get("holdfast.bridge." + what)
                .tag("bridge", bridge)
                .gauge()
                .value();
    }
}
