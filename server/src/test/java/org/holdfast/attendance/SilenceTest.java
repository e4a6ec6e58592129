package org.holdfast.attendance;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.holdfast.session.Cast;
import org.holdfast.session.MediaLine;
import org.holdfast.session.Meeting;
import org.junit.jupiter.api.Test;

class SilenceTest {
    @Test
    void a_bridge_that_died_for_seconds_costs_nobody_a_minute_and_is_shown_as_what_it_was() {
        Told.of("bridge-reset", SAM)
                .actual(62, 0)
                .credited(60, 0)
                .is(Status.PRESENT)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.MEDIA_LOST, Cause.MEDIA_RETURNED)
                .says(
                        "No connection 7:20 pm to 7:20:04 pm, until it was back: 4 s, under 2 min, so it counts as in the room.");
    }

    @Test
    void somebody_who_heard_nothing_for_longer_is_not_credited_what_nobody_gave_them() {
        Told.of("bridge-reset", MARIA)
                .actual(62, 0)
                .credited(55, 30)
                .is(Status.PRESENT)
                .says("In the room 7:00 pm to 7:20 pm, until the connection was lost: 20 min credited.")
                .says(
                        "No connection 7:20 pm to 7:24:30 pm, until it was back: 4 min 30 s, not under 2 min, so it is not credited.")
                .says("In the room 7:24:30 pm to 8:00 pm, until the planned end: 35 min 30 s credited.");
    }

    @Test
    void a_call_goes_on_when_the_connection_is_back_and_is_told_beside_it() {
        Told.of("bridge-reset", AMINA)
                .causes(
                        Cause.WAITED,
                        Cause.ADMITTED,
                        Cause.INTERRUPTED,
                        Cause.MEDIA_LOST,
                        Cause.INTERRUPTED,
                        Cause.RESUMED)
                .says("Interrupted by a call 7:19 pm to 7:22 pm, until the page was back: counted as in the room.");
    }

    @Test
    void what_a_lost_connection_costs_is_a_technical_matter() {
        Told.of("silent-for-long", SAM)
                .actual(62, 0)
                .credited(40, 0)
                .is(Status.TECHNICAL)
                .says("The line cost 20 min of credit: a dropped line is not an absence.");
    }

    @Test
    void a_clinic_may_count_it_and_then_it_is_only_shown() {
        Told.of("silent-and-counted", SAM)
                .credited(60, 0)
                .is(Status.PRESENT)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.MEDIA_LOST, Cause.MEDIA_RETURNED)
                .says("No connection 7:20 pm to 7:40 pm, until it was back: 20 min, counted as in the room.");
    }

    @Test
    void a_session_that_opened_before_anybody_asked_counts_it() {
        var meeting = Meeting.begins(Cast.plan(Cast.RULES_OF_BEFORE), SAM)
                .at(20)
                .does(SAM, new MediaLine.Lost())
                .at(40)
                .does(SAM, new MediaLine.Returned());
        var told = Told.of(Evenings.ends(meeting), SAM).credited(60, 0);
        assertNull(told.row().audioOnly());
        told.says("No connection 7:20 pm to 7:40 pm, until it was back: 20 min, counted as in the room.");
        assertTrue(CanonicalSheet.text(told.sheet()).startsWith("holdfast-sheet 1\n"));
    }

    @Test
    void a_line_that_is_found_to_have_dropped_ends_it_when_it_dropped() {
        Told.of("silent-then-dropped", SAM)
                .causes(
                        Cause.WAITED,
                        Cause.ADMITTED,
                        Cause.MEDIA_LOST,
                        Cause.DROPPED,
                        Cause.RETURNED,
                        Cause.MEDIA_LOST,
                        Cause.DROPPED,
                        Cause.RETURNED)
                .says(
                        "No connection 7:20 pm to 7:23 pm, until the line dropped: 3 min, not under 2 min, so it is not credited.")
                .says(
                        "No connection 7:30 pm to 7:30:30 pm, until the line dropped: 30 s, under 2 min, so it counts as in the room.");
    }

    @Test
    void one_that_never_came_back_ends_with_the_session() {
        Told.of("silent-until-the-end", SAM)
                .credited(50, 0)
                .says(
                        "No connection 7:50 pm to 8:02 pm, until the session ended: 12 min, not under 2 min, so it is not credited.");
    }

    @Test
    void sound_alone_is_the_time_in_the_room_with_the_camera_off_and_a_connection() {
        assertEquals(
                Duration.ofMinutes(32), Told.of("camera-on-and-off", SAM).row().audioOnly());
        assertEquals(
                Duration.ofMinutes(7).minusSeconds(0),
                Told.of("bridge-reset", SAM).row().audioOnly());
        assertEquals(
                Duration.ofMinutes(50),
                Told.of("silent-until-the-end", SAM).row().audioOnly());
    }

    @Test
    void it_is_told_with_each_change_that_it_rests_on() {
        Told.of("camera-on-and-off", SAM)
                .says("Sound alone, with the camera off, for 32 min of the time in the room.", 1, 5, 7, 9, 10, 11, 12);
    }

    @Test
    void staff_have_no_minutes_of_sound_alone() {
        assertNull(Told.of("bridge-reset", DANA).row().audioOnly());
    }

    @Test
    void what_is_signed_says_both() {
        var text = CanonicalSheet.text(Told.of("bridge-reset", MARIA).sheet());
        assertTrue(text.startsWith("holdfast-sheet 2\n"));
        assertTrue(text.contains("\nmedia-lost false\n"));
        assertTrue(text.contains("\naudio-only "));
        assertTrue(text.contains("2026-11-20T00:20:00Z 2026-11-20T00:24:30Z in media-lost "));
    }

    @Test
    void a_sheet_from_before_anybody_asked_says_nothing_of_it() {
        var text = CanonicalSheet.text(Told.of("everything", SAM).sheet());
        assertTrue(text.startsWith("holdfast-sheet 1\n"));
        assertFalse(text.contains("audio-only") || text.contains("media-lost"));
    }
}
