package org.holdfast.media.bridges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdfast.media.bridges.Fitness.Standing;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Unwell;
import org.holdfast.media.bridges.Look.Well;
import org.junit.jupiter.api.Test;

class FitnessTest {
    private static final Well WELL = new Well(0.1, false, 2, 20, 7);
    private static final Well LEAVING = new Well(0.1, true, 2, 20, 7);

    @Test
    void a_bridge_that_was_not_looked_at_yet_gets_nobody_and_loses_nobody() {
        assertFalse(Fitness.AT_FIRST.takes());
        assertTrue(Fitness.AT_FIRST.keeps());
    }

    @Test
    void one_good_look_is_enough_at_the_start() {
        assertTrue(after(WELL).takes());
    }

    @Test
    void a_single_bad_look_takes_nothing_away_but_gives_nothing_new() {
        for (var bad : List.of(new Refused(), new Silent(), new Unwell())) {
            var fitness = after(WELL, bad);
            assertTrue(fitness.keeps(), bad.toString());
            assertFalse(fitness.takes(), bad.toString());
            assertTrue(fitness.doubtful(), bad.toString());
        }
    }

    @Test
    void where_nobody_listens_two_looks_are_enough() {
        assertEquals(Standing.DOWN, after(WELL, new Refused(), new Refused()).standing());
        assertEquals(Standing.DOWN, after(WELL, new Silent(), new Unwell()).standing());
    }

    @Test
    void one_that_is_only_late_gets_a_third_look() {
        assertTrue(after(WELL, new Silent(), new Silent()).keeps());
        assertFalse(after(WELL, new Silent(), new Silent(), new Silent()).keeps());
    }

    @Test
    void one_that_stays_late_is_given_up_after_some_more_looks_by_those_who_have_no_other() {
        var late = after(WELL, new Silent(), new Silent(), new Silent());
        for (var looks = 3; looks < Fitness.BAD_IF_SILENT; looks++) {
            assertEquals(Standing.LATE, late.standing(), looks + " looks");
            assertTrue(late.keepsForWantOfBetter());
            assertFalse(late.takesForWantOfBetter(), "what it has it may keep, but nobody new is sent there");
            late = late.after(new Silent());
        }
        assertEquals(Standing.DOWN, late.standing());
        assertFalse(late.keepsForWantOfBetter());
    }

    @Test
    void one_that_was_late_is_down_as_soon_as_nobody_listens_there() {
        var late = after(WELL, new Silent(), new Silent(), new Silent());
        assertEquals(Standing.DOWN, late.after(new Refused()).standing());
    }

    @Test
    void one_that_was_late_stays_out_until_everybody_has_seen_that_it_was() {
        var late = after(WELL, new Silent(), new Silent(), new Silent())
                .after(WELL)
                .after(WELL);
        assertFalse(late.keeps());
        assertTrue(late.after(WELL).takes());
    }

    @Test
    void a_good_look_in_between_begins_the_count_anew() {
        assertTrue(after(WELL, new Refused(), WELL, new Refused()).keeps());
    }

    @Test
    void one_that_was_away_stays_out_until_everybody_has_seen_that_it_was() {
        var back = after(WELL, new Refused(), new Refused(), WELL, WELL);
        assertFalse(back.keeps());
        assertFalse(back.doubtful(), "there is no hurry to use it again");
        assertTrue(back.after(WELL).takes());
    }

    @Test
    void one_that_started_anew_between_two_looks_is_found_out_by_its_counts() {
        var young = new Well(0.0, false, 0, 0, 0);
        var restarted = after(WELL, young);
        assertFalse(restarted.keeps());
        assertFalse(restarted.after(young).keeps());
        assertTrue(restarted.after(young).after(young).takes());
    }

    @Test
    void one_that_started_anew_twice_is_found_out_twice() {
        assertFalse(after(WELL, new Well(0, false, 0, 0, 3), new Well(0, false, 0, 0, 0), WELL)
                .keeps());
    }

    @Test
    void one_that_drains_keeps_what_it_has_and_gets_nothing_new() {
        var draining = after(WELL, LEAVING);
        assertTrue(draining.keeps());
        assertFalse(draining.takes());
        assertTrue(draining.after(WELL).takes());
    }

    private static Fitness after(Look... looks) {
        var fitness = Fitness.AT_FIRST;
        for (var look : looks) fitness = fitness.after(look);
        return fitness;
    }
}
