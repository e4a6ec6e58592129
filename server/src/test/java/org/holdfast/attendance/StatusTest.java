package org.holdfast.attendance;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.holdfast.session.Admission;
import org.holdfast.session.Cast;
import org.holdfast.session.Life;
import org.holdfast.session.Meeting;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void one_who_stays_all_the_time_is_present() {
        Told.of("everybody-stays", SAM)
                .is(Status.PRESENT)
                .credited(60, 0)
                .says("60 min of 60 min credited: 100 %, and 80 % are enough.");
    }

    @Test
    void one_who_comes_twelve_minutes_after_the_start_is_late() {
        Told.of("late", THEO)
                .is(Status.LATE)
                .says("Came at 7:12 pm, more than 10 min after the start at 7:00 pm.", 1, 5);
    }

    @Test
    void one_who_comes_ten_minutes_after_the_start_is_not_late_yet() {
        var meeting = Meeting.begins(SAM).at(10).comes(THEO).does(DANA, new Admission.LetIn(THEO));
        Told.of(meeting.at(62).does(DANA, new Life.End()), THEO)
                .is(Status.PRESENT)
                .credited(50, 0);
    }

    @Test
    void one_who_waited_in_time_is_not_late_whenever_staff_let_them_in() {
        Told.of("waited-in-time", THEO)
                .is(Status.PRESENT)
                .credited(48, 0)
                .says("Came at 7:04 pm, in time, and was let in at 7:12 pm: waiting is not lateness.", 1, 5, 6)
                .says("Waited 8 min, 7:04 pm to 7:12 pm: waiting does not count.", 5, 6)
                .doesNotSay(Reason.LATE);
    }

    @Test
    void one_who_leaves_fifteen_minutes_before_the_end_left_early() {
        Told.of("left-early", SAM)
                .is(Status.LEFT_EARLY)
                .credited(45, 0)
                .says("Left at 7:45 pm, more than 10 min before the end at 8:00 pm.")
                .says("45 min of 60 min credited: 75 %, less than 80 %.");
    }

    @Test
    void one_who_leaves_in_the_last_minutes_is_present() {
        var meeting = Meeting.begins(SAM)
                .at(50)
                .does(SAM, new Admission.Leave())
                .at(60)
                .does(DANA, new Life.End());
        Told.of(meeting, SAM).is(Status.PRESENT).credited(50, 0);
    }

    @Test
    void one_who_left_and_came_back_did_not_leave_early() {
        Told.of("left-and-came-back", SAM).is(Status.PRESENT).credited(54, 0).doesNotSay(Reason.LEFT_EARLY);
    }

    @Test
    void one_who_came_late_and_left_early_has_too_little_for_either_reason_alone() {
        Told.of("late-and-left-early", THEO)
                .is(Status.PARTIAL)
                .credited(32, 0)
                .says("Came at 7:12 pm, more than 10 min after the start at 7:00 pm.")
                .says("Left at 7:45 pm, more than 10 min before the end at 8:00 pm.");
    }

    @Test
    void one_whom_staff_removed_did_not_leave() {
        Told.of("removed", SAM)
                .is(Status.PARTIAL)
                .credited(30, 0)
                .says("Removed by staff at 7:30 pm.")
                .doesNotSay(Reason.LEFT_EARLY);
    }

    @Test
    void one_whose_line_never_came_back_is_a_technical_case_and_no_misconduct() {
        Told.of("dropped-for-good", SAM)
                .is(Status.TECHNICAL)
                .credited(30, 0)
                .says("The line dropped at 7:30 pm and did not come back.", 6)
                .says("The line cost 30 min of credit: a dropped line is not an absence.");
        Told.of("dropped-for-good", MARIA).is(Status.PRESENT);
    }

    @Test
    void one_who_lacks_credit_only_for_a_long_drop_is_a_technical_case() {
        Told.of("costly-drop", SAM).is(Status.TECHNICAL).credited(40, 0);
    }

    @Test
    void one_who_was_expected_and_never_came_is_a_no_show_at_the_end() {
        Told.of("late", AMINA).is(Status.EXPECTED).decidedBy(Reason.EXPECTED);
        Told.of("left-early", AMINA)
                .is(Status.NO_SHOW)
                .credited(0, 0)
                .says("Expected, and never came by the end at 8:02 pm.", 1, 5 + 1);
    }

    @Test
    void one_who_came_and_was_never_let_in_is_no_no_show() {
        Told.of("never-let-in", MARIA)
                .is(Status.PARTIAL)
                .actual(0, 0)
                .says("Came at 7:05 pm, and was never in the room by the end at 8:02 pm.");
    }

    @Test
    void nobody_is_short_of_minutes_that_the_group_did_not_meet() {
        Told.of("ended-early", SAM).is(Status.PRESENT).credited(30, 0);
        Told.of("unattended", SAM).is(Status.PRESENT).credited(53, 0);
    }

    @Test
    void a_session_that_goes_on_past_its_planned_end_credits_no_more() {
        Told.of("ended-by-overtime", SAM)
                .is(Status.PRESENT)
                .actual(90, 0)
                .credited(60, 0)
                .says("In the room 8:00 pm to 8:30 pm after the planned end, until the session ended: "
                        + "30 min not credited.");
    }

    @Test
    void staff_have_a_row_without_a_status() {
        var dana = Told.of("handover", DANA).is(null).credited(0, 0);
        assertEquals(dana.row(), dana.sheet().rows().getLast());
        assertNull(dana.sheet().row(Cast.STRANGER));
    }

    @Test
    void a_session_that_ends_before_its_planned_start_credits_nobody() {
        Told.of("ended-before-the-start", SAM)
                .is(Status.PRESENT)
                .actual(3, 0)
                .credited(0, 0)
                .says("Let in at 6:56 pm; no time could be credited to anybody.");
    }

    @Test
    void while_it_is_open_nobody_is_judged_by_what_may_still_come() {
        var meeting = Meeting.begins(SAM, MARIA, LUIS)
                .at(2)
                .does(LUIS, new Admission.Leave())
                .at(3)
                .drops(SAM, 0);
        Told.of(meeting, MARIA).is(Status.PRESENT).decidedBy(Reason.PRESENT_SO_FAR);
        Told.of(meeting, LUIS).is(Status.LEFT_EARLY);
        var soon = meeting.now().plus(Duration.ofSeconds(100));
        Told.of(meeting, soon, SAM).is(Status.PRESENT);
        Told.of(meeting, soon.plusSeconds(60), SAM).is(Status.TECHNICAL);
    }

    @Test
    void one_who_waits_while_it_is_open_is_still_expected() {
        var meeting = Meeting.begins(SAM).at(12).comes(THEO);
        Told.of(meeting, THEO).is(Status.EXPECTED).says("Came at 7:12 pm, and is not in the room yet.", 5);
    }
}
