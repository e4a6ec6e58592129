package org.holdfast.attendance;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.THEO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.Objects;
import org.holdfast.session.Cast;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correct;
import org.holdfast.session.Corrections.Given;
import org.holdfast.session.Life;
import org.holdfast.session.Meeting;
import org.junit.jupiter.api.Test;

/// What staff put right stands beside what was computed, and says which entry it rests on.
class CorrectedSheetTest {
    private static void stands(Told told, Status status, int minutes) {
        assertEquals(status, told.row().standingStatus());
        assertEquals(Duration.ofMinutes(minutes), told.row().standingCredit());
    }

    private static Told corrected(Meeting meeting, Change change) {
        return Told.of(meeting.at(70).does(DANA, new Correct(SAM, change, "So it was.")), SAM);
    }

    @Test
    void time_by_phone_is_credited_beside_the_time_in_the_room() {
        var told = Told.of(Records.corrected(), SAM)
                .is(Status.TECHNICAL)
                .credited(30, 0)
                .decidedBy(Reason.BY_PHONE)
                .says(
                        "Was here by phone 7:32 pm to 8:00 pm, as staff noted on Nov 19, 2026, 8:10 pm: 58 min credited."
                                + " Computed: 30 min.",
                        9)
                .says(
                        "With 58 min credited since Nov 19, 2026, 8:10 pm, the status is: present. Computed: technical.",
                        9);
        stands(told, Status.PRESENT, 58);
    }

    @Test
    void time_by_phone_while_in_the_room_is_credited_once() {
        stands(corrected(Records.ended(), Records.byPhone(20, 40)), Status.TECHNICAL, 40);
    }

    @Test
    void one_who_never_came_and_was_there_by_phone_is_partial_or_present() {
        stands(Told.of(Records.corrected(), THEO).is(Status.NO_SHOW), Status.PARTIAL, 20);
        var all = Records.ended().at(70).does(DANA, new Correct(THEO, Records.byPhone(0, 60), "On the bus."));
        stands(Told.of(all, THEO).is(Status.NO_SHOW), Status.PRESENT, 60);
    }

    @Test
    void minutes_that_staff_give_stand_and_the_status_follows_them() {
        stands(Told.of(Records.corrected(), LUIS).is(Status.PRESENT).credited(60, 0), Status.PARTIAL, 20);
        stands(corrected(Records.ended(), new Change.MinutesAre(48)), Status.PRESENT, 48);
        stands(corrected(Records.ended(), new Change.MinutesAre(47)), Status.TECHNICAL, 47);
    }

    @Test
    void one_who_never_came_and_is_credited_nothing_stays_a_no_show() {
        var nothing = new Correct(AMINA, new Change.MinutesAre(0), "Never came.");
        stands(Told.of(Records.ended().at(70).does(DANA, nothing), AMINA), Status.NO_SHOW, 0);
        var early = Meeting.opens().at(-5).comes(DANA).at(-1).does(DANA, new Life.End());
        stands(Told.of(early.does(DANA, nothing), AMINA), Status.NO_SHOW, 0);
    }

    @Test
    void a_status_that_staff_give_stands_whatever_the_minutes_are() {
        var told = Told.of(Records.corrected(), MARIA)
                .is(Status.PRESENT)
                .says("Staff corrected the status on Nov 19, 2026, 8:15 pm: late. Computed: present.", 12);
        stands(told, Status.LATE, 60);
        var both = Records.ended().at(70).does(DANA, new Correct(SAM, new Change.StatusIs(Given.PARTIAL), "Asleep."));
        stands(corrected(both, new Change.MinutesAre(60)).doesNotSay(Reason.STATUS_FOLLOWS), Status.PARTIAL, 60);
    }

    @Test
    void excused_and_unexcused_come_from_corrections_and_the_last_one_stands() {
        var told = Told.of(Records.corrected(), AMINA)
                .is(Status.NO_SHOW)
                .says("Staff corrected the status on Nov 20, 2026, 7:00 pm: excused. Computed: no-show.", 13);
        stands(told, Status.EXCUSED, 0);
        assertEquals(2, told.row().corrections().size());
        stands(corrected(Records.ended(), new Change.Absence(false)), Status.UNEXCUSED, 30);
    }

    @Test
    void a_row_that_nobody_corrected_is_as_computed() {
        var told = Told.of(Records.ended(), SAM).is(Status.TECHNICAL);
        assertNull(told.row().corrected());
        stands(told, Status.TECHNICAL, 30);
    }

    @Test
    void while_the_session_is_open_no_status_follows_from_minutes() {
        var meeting = Meeting.begins(SAM).at(20).does(BEN, new Correct(SAM, new Change.MinutesAre(60), "Phone."));
        var told = Told.of(meeting, SAM).is(Status.PRESENT).doesNotSay(Reason.STATUS_FOLLOWS);
        stands(told, Status.PRESENT, 60);
    }

    @Test
    void staff_read_both_values_the_reason_and_what_became_of_a_dispute() {
        var sheet =
                AttendanceSheet.of(Records.signed().entries(), Records.signed().now());
        var view = SheetView.of(sheet, Cast::name, Language.ENGLISH);
        var sam = view.rows().stream()
                .filter(row -> row.member().equals(SAM))
                .findFirst()
                .orElseThrow();
        assertEquals(30, sam.creditedMinutes());
        assertEquals(58L, Objects.requireNonNull(sam.corrected()).creditedMinutes());
        assertEquals("True, I had forgotten.", sam.corrections().getFirst().reason());
        assertEquals("Dana W.", sam.corrections().getFirst().by());
        assertEquals(
                DisputeView.State.ACCEPTED,
                Objects.requireNonNull(sam.dispute()).state());
    }

    @Test
    void a_person_reads_their_own_correction_and_the_answer_to_them_and_no_name() {
        var sheet =
                AttendanceSheet.of(Records.signed().entries(), Records.signed().now());
        var sam = OwnRow.of(sheet, SAM, Language.ENGLISH);
        assertEquals(30, sam.creditedMinutes());
        assertEquals(58L, sam.correctedMinutes());
        var luis = OwnRow.of(sheet, LUIS, Language.ENGLISH);
        assertEquals(
                "The room opened at ten to seven.",
                Objects.requireNonNull(luis.dispute()).answer());
        for (var own : new OwnRow[] {sam, luis}) assertFalse(own.toString().contains("Dana"), own::toString);
    }
}
