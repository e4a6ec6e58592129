package org.holdfast.attendance;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;

import java.time.Duration;
import org.holdfast.session.Admission;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Cast;
import org.holdfast.session.Life;
import org.holdfast.session.Meeting;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static Meeting danaIsAwayFrom(int from, int to, AttendanceRules rules) {
        return Meeting.begins(Cast.plan(Cast.STARTS, Cast.LENGTH, rules), SAM)
                .at(from)
                .does(DANA, new Admission.Leave())
                .at(to)
                .comes(DANA)
                .at(60)
                .does(DANA, new Life.End());
    }

    @Test
    void waiting_never_counts() {
        Told.of("everybody-stays", SAM)
                .actual(62, 0)
                .causes(Cause.WAITED, Cause.ADMITTED)
                .says("Waited 3 min, 6:57 pm to 7:00 pm: waiting does not count.", 4, 8);
    }

    @Test
    void a_drop_of_ninety_seconds_is_credited_and_said() {
        Told.of("short-drop", SAM)
                .is(Status.PRESENT)
                .actual(60, 30)
                .credited(60, 0)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.DROPPED, Cause.RETURNED)
                .says(
                        "The line dropped 7:20 pm to 7:21:30 pm: 1 min 30 s, under 2 min, so 1 min 30 s are credited.",
                        1,
                        5,
                        6);
    }

    @Test
    void a_drop_of_five_minutes_is_not_credited() {
        Told.of("long-drop", SAM)
                .is(Status.PRESENT)
                .credited(55, 0)
                .says("The line dropped 7:20 pm to 7:25 pm: 5 min, not under 2 min, so it is not credited.", 1, 5, 6);
    }

    @Test
    void a_drop_of_exactly_the_grace_is_not_under_it() {
        var meeting = Meeting.begins(SAM)
                .at(20)
                .drops(SAM, 0)
                .at(22)
                .comes(SAM)
                .at(60)
                .does(DANA, new Life.End());
        Told.of(meeting, SAM).credited(58, 0);
    }

    @Test
    void a_short_drop_that_is_followed_by_nothing_is_not_credited() {
        var meeting = Meeting.begins(SAM).at(59).drops(SAM, 0).at(60).does(DANA, new Life.End());
        Told.of(meeting, SAM).is(Status.PRESENT).credited(59, 0);
    }

    @Test
    void a_page_that_is_opened_anew_costs_nothing() {
        Told.of("page-opened-anew", SAM).credited(60, 0).actual(61, 56);
    }

    @Test
    void the_seat_on_another_device_runs_on() {
        Told.of("other-device", SAM)
                .credited(60, 0)
                .actual(62, 0)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.MOVED_DEVICE);
    }

    @Test
    void time_in_the_waiting_room_in_between_is_not_credited() {
        Told.of("sent-back-and-readmitted", SAM)
                .is(Status.PRESENT)
                .credited(54, 0)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.SENT_BACK, Cause.ADMITTED)
                .says("Sent back to the waiting room at 7:20 pm.")
                .says("Waited 6 min, 7:20 pm to 7:26 pm: waiting does not count.");
        Told.of("left-and-came-back", SAM)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.LEFT, Cause.WAITED, Cause.ADMITTED);
    }

    @Test
    void time_without_any_facilitator_is_not_credited() {
        Told.of("unattended", SAM)
                .actual(62, 0)
                .credited(53, 0)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.UNATTENDED, Cause.ATTENDED)
                .says(
                        "A facilitator was there until the line dropped at 7:20 pm, and then nobody, "
                                + "until a facilitator was there again at 7:27 pm: not credited.",
                        1,
                        6,
                        7);
    }

    @Test
    void time_without_any_facilitator_is_credited_if_the_rules_say_so() {
        var credits =
                new AttendanceRules(1, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(2), 80, true);
        Told.of(danaIsAwayFrom(20, 30, AttendanceRules.DEFAULT), SAM).credited(50, 0);
        Told.of(danaIsAwayFrom(20, 30, credits), SAM).credited(60, 0).doesNotSay(Reason.UNATTENDED);
    }

    @Test
    void a_facilitators_line_that_blinks_costs_nobody_anything() {
        Told.of("facilitators-line-blinks", SAM)
                .credited(60, 0)
                .causes(Cause.WAITED, Cause.ADMITTED)
                .says("A facilitator was there until the line dropped at 7:20 pm, and then nobody, "
                        + "until a facilitator was there again at 7:21 pm: under 2 min, so credited.");
    }

    @Test
    void a_facilitator_who_leaves_for_a_minute_leaves_the_group_alone() {
        Told.of(danaIsAwayFrom(20, 21, AttendanceRules.DEFAULT), SAM).credited(59, 0);
    }

    @Test
    void one_facilitator_may_take_over_from_another() {
        Told.of("handover", SAM)
                .credited(60, 0)
                .says("A facilitator was in the room 6:55 pm to 8:02 pm, until the session ended.", 2, 5, 7, 9);
    }

    @Test
    void an_interruption_is_shown_and_counts_as_in_the_room() {
        Told.of("interrupted", SAM)
                .credited(60, 0)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.INTERRUPTED, Cause.RESUMED)
                .says(
                        "Interrupted by a call 7:20 pm to 7:23 pm, until the page was back: counted as in the room.",
                        5,
                        6);
    }

    @Test
    void a_phone_that_was_locked_and_then_dropped_was_in_the_room_until_last_heard() {
        Told.of("interrupted-then-dropped", SAM)
                .causes(Cause.WAITED, Cause.ADMITTED, Cause.INTERRUPTED, Cause.DROPPED, Cause.RETURNED)
                .actual(61, 0);
    }

    @Test
    void time_before_the_planned_start_is_shown_and_not_credited() {
        var meeting = Meeting.opens()
                .at(-5)
                .comes(DANA)
                .comes(MARIA)
                .at(-4)
                .does(DANA, new Admission.LetIn(MARIA))
                .at(60)
                .does(DANA, new Life.End());
        Told.of(meeting, MARIA)
                .actual(64, 0)
                .credited(60, 0)
                .says("In the room 6:56 pm to 7:00 pm, before the planned start: 4 min not credited.");
    }

    @Test
    void an_hour_in_which_the_clocks_go_back_is_an_hour() {
        Told.of("clocks-go-back", SAM)
                .credited(55, 0)
                .says("The line dropped 1:50 am (UTC-04:00) to 1:55 am (UTC-04:00): 5 min, not under 2 min, "
                        + "so it is not credited.")
                .says("In the room 1:55 am (UTC-04:00) to 1:30 am (UTC-05:00), until the planned end: "
                        + "35 min credited.");
    }

    @Test
    void a_session_over_midnight_is_one_session() {
        Told.of("over-midnight", SAM)
                .credited(60, 0)
                .says("In the room 11:30 pm to 12:30 am, until the planned end: 60 min credited.");
    }
}
