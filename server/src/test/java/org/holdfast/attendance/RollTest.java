package org.holdfast.attendance;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.NIA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.Cast;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.junit.jupiter.api.Test;

/// What the sheet asks of those who were put into the group, or taken off, while the room was open.
class RollTest {
    private static Set<MemberId> expected(MemberId... more) {
        var all = new TreeSet<>(Cast.ROSTER);
        all.addAll(List.of(more));
        return all;
    }

    private static AttendanceSheet sheet(Meeting meeting) {
        return AttendanceSheet.of(meeting.entries(), meeting.now());
    }

    private static Row row(Meeting meeting, MemberId member) {
        return Objects.requireNonNull(sheet(meeting).row(member));
    }

    private static List<String> told(Row row) {
        return row.because().stream().map(it -> it.text(Language.ENGLISH)).toList();
    }

    private static Meeting niaIsPutIn(int minute) {
        return Meeting.begins(SAM).at(minute).follows(7, expected(NIA), Map.of());
    }

    @Test
    void who_was_put_in_at_twenty_past_and_came_soon_is_present_and_short_of_nothing() {
        var nia = row(Evenings.ends(niaIsPutIn(20).at(24).comes(NIA).does(DANA, new LetIn(NIA))), NIA);
        assertEquals(Status.PRESENT, nia.status());
        assertTrue(nia.expected());
        assertEquals(Duration.ofMinutes(36), nia.credited());
        assertEquals(
                "36 min of 40 min credited: 90 %, and 80 % are enough.",
                told(nia).getFirst());
        assertTrue(told(nia)
                .contains("Added to the group at 7:20 pm, while the session was on, and expected from then on."));
    }

    @Test
    void who_took_longer_than_the_rules_allow_from_then_on_is_late() {
        var nia = row(Evenings.ends(niaIsPutIn(20).at(31).comes(NIA).does(DANA, new LetIn(NIA))), NIA);
        assertEquals(Status.LATE, nia.status());
        assertTrue(told(nia).contains("Came at 7:31 pm, more than 10 min after being added to the group at 7:20 pm."));
    }

    @Test
    void who_was_put_in_before_the_start_is_asked_what_everybody_is() {
        var meeting = Meeting.opens().at(-5).comes(DANA).at(-2).follows(7, expected(NIA), Map.of());
        var nia = row(Evenings.ends(meeting.at(12).comes(NIA).does(DANA, new LetIn(NIA))), NIA);
        assertEquals(
                "Came at 7:12 pm, more than 10 min after the start at 7:00 pm.",
                told(nia).getFirst());
    }

    @Test
    void who_never_came_is_missed_if_there_was_time_to_come() {
        assertEquals(Status.NO_SHOW, row(Evenings.ends(niaIsPutIn(20)), NIA).status());
        assertNull(sheet(Evenings.ends(niaIsPutIn(52))).row(NIA));
    }

    @Test
    void who_was_taken_off_before_they_could_be_late_is_not_missed_and_later_is() {
        var others = expected();
        others.remove(LUIS);
        assertNull(sheet(Evenings.ends(Meeting.begins(SAM).at(5).follows(7, others, Map.of())))
                .row(LUIS));
        var late = Evenings.ends(Meeting.begins(SAM).at(15).follows(7, others, Map.of()));
        assertEquals(Status.NO_SHOW, row(late, LUIS).status());
    }

    @Test
    void who_was_taken_off_while_there_keeps_all_their_minutes() {
        var others = expected();
        others.remove(SAM);
        var sam = row(Evenings.ends(Meeting.begins(SAM).at(5).follows(7, others, Map.of())), SAM);
        assertEquals(Status.PRESENT, sam.status());
        assertEquals(Duration.ofMinutes(60), sam.credited());
    }

    @Test
    void staff_read_who_was_added_and_others_only_of_themselves() {
        var meeting = Objects.requireNonNull(Evenings.all().get("roster-grown")).get();
        var all = texts(Timeline.of(meeting.entries()));
        assertTrue(all.contains("Nia B. was added to the group, and can come from now on."));
        assertTrue(all.contains("Jo P. was invited as a guest, and can come from now on."));
        assertTrue(all.contains("Sam P. is not in the group any more, and cannot come in anew."));
        var sams = texts(Timeline.of(meeting.entries(), SAM));
        assertTrue(sams.contains("Sam P. is not in the group any more, and cannot come in anew."));
        assertFalse(sams.toString().contains("Nia") || sams.toString().contains("Jo"));
        assertNotNull(sheet(meeting).row(JO));
    }

    private static List<String> texts(Timeline timeline) {
        return DecisionView.of(timeline, Cast::name, Language.ENGLISH).stream()
                .map(DecisionView::text)
                .toList();
    }
}
