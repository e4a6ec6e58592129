package org.holdfast.attendance;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.IRIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.OLE;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Cast.TESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cast;
import org.holdfast.session.Life.End;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.session.Role;
import org.junit.jupiter.api.Test;

/// What a group says of guests and of breaks, as its sheet counts it.
class GuestsAndBreaksTest {
    private static AttendanceSheet sheet(String evening) {
        var meeting = Objects.requireNonNull(Evenings.all().get(evening)).get();
        return AttendanceSheet.of(meeting.entries(), meeting.now());
    }

    private static Row row(AttendanceSheet sheet, MemberId member) {
        return Objects.requireNonNull(sheet.row(member));
    }

    private static List<String> told(Row row) {
        return row.because().stream().map(it -> it.text(Language.ENGLISH)).toList();
    }

    @Test
    void a_guest_is_on_the_sheet_as_what_they_are_and_nothing_is_counted() {
        var iris = row(sheet("guests"), IRIS);
        assertEquals(Role.INTERPRETER, iris.role());
        assertEquals(Duration.ofMinutes(40), iris.actual());
        assertEquals(Duration.ZERO, iris.credited());
        assertNull(iris.status());
        assertNull(iris.audioOnly());
        assertFalse(iris.expected());
        assertTrue(told(iris).contains("Came as a guest (interpreter). A guest's time is not counted."));
    }

    @Test
    void who_was_invited_and_did_not_come_is_missed_by_no_sheet() {
        assertNull(sheet("guests").row(TESS));
        assertNotNull(sheet("guests").row(OLE));
    }

    @Test
    void no_guest_is_shown_a_row_of_their_own() {
        assertNull(OwnRow.of(sheet("guests"), IRIS, Language.ENGLISH));
        assertNotNull(OwnRow.of(sheet("guests"), SAM, Language.ENGLISH));
    }

    @Test
    void guests_come_last_and_what_is_signed_names_what_they_are() {
        var sheet = sheet("guests");
        var roles = sheet.rows().stream().map(Row::role).toList();
        assertEquals(roles.stream().sorted().toList(), roles);
        assertTrue(CanonicalSheet.text(sheet).contains("\nrow iris interpreter not-expected\n"));
    }

    @Test
    void a_break_that_does_not_count_is_time_that_nobody_missed() {
        var sheet = sheet("break-not-counted");
        var sam = row(sheet, SAM);
        assertEquals(Duration.ofMinutes(40), sam.credited());
        assertEquals(Status.PRESENT, sam.status());
        assertTrue(
                told(sam)
                        .contains(
                                "Break 7:20 pm to 7:30 pm: 10 min not credited, as this group's breaks do not count."),
                told(sam)::toString);
        assertTrue(
                told(sam).contains("In the room 7:30 pm to 7:40 pm, until the break: 10 min credited."),
                told(sam)::toString);
        // She left in the second one, and could have had ten minutes more.
        assertEquals(Duration.ofMinutes(30), row(sheet, MARIA).credited());
    }

    @Test
    void a_break_that_counts_is_told_and_takes_nothing_away() {
        var sam = row(sheet("break-counted"), SAM);
        assertEquals(Duration.ofMinutes(60), sam.credited());
        assertTrue(
                told(sam).contains("Break 7:20 pm to 7:30 pm: 10 min, which count in this group."),
                told(sam)::toString);
    }

    @Test
    void a_break_that_goes_on_after_the_planned_end_costs_only_what_lies_before_it() {
        assertEquals(
                Duration.ofMinutes(55), row(sheet("break-over-the-end"), SAM).credited());
    }

    @Test
    void while_it_goes_on_the_sheet_counts_up_to_it() {
        var meeting = Meeting.begins(Cast.withBreaks(Breaks.Policy.NOT_COUNTED), SAM)
                .at(20)
                .does(DANA, new Breaks.Begin(10))
                .at(25);
        assertEquals(
                Duration.ofMinutes(20),
                row(AttendanceSheet.of(meeting.entries(), meeting.now()), SAM).credited());
        meeting.at(60).does(DANA, new End());
        assertEquals(
                Duration.ofMinutes(50),
                row(AttendanceSheet.of(meeting.entries(), meeting.now()), SAM).credited());
    }

    @Test
    void what_is_signed_says_by_which_rule_breaks_were_counted_and_when_they_were() {
        var text = CanonicalSheet.text(sheet("break-not-counted"));
        assertTrue(text.startsWith("holdfast-sheet 3\n"));
        assertTrue(text.contains("\nbreaks not-counted\nbreak 2026-11-20T00:20:00Z 2026-11-20T00:30:00Z "), text);
        assertTrue(CanonicalSheet.text(sheet("guests")).startsWith("holdfast-sheet 2\n"));
    }
}
