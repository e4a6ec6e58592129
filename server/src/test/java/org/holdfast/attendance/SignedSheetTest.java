package org.holdfast.attendance;

import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Entry;
import org.holdfast.session.Cast;
import org.holdfast.session.Corrections.RowCorrected;
import org.holdfast.session.Meeting;
import org.holdfast.session.Plan;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SheetHash;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.Test;

/// A version that was signed is found again in the log, whatever was corrected later.
class SignedSheetTest {
    private static String canonical(AttendanceSheet sheet) {
        return new String(CanonicalSheet.bytes(sheet), StandardCharsets.UTF_8);
    }

    private static AttendanceSheet now(Meeting meeting) {
        return AttendanceSheet.of(meeting.entries(), meeting.now());
    }

    @Test
    void the_first_version_stays_as_it_was_signed() {
        var signed = now(Records.signs(Records.ended().at(65), DANA));
        var first = AttendanceSheet.asSigned(Records.signed().entries(), 1);
        assertEquals(signed, first);
        assertArrayEquals(CanonicalSheet.bytes(signed), CanonicalSheet.bytes(first));
        var versions = Records.signed().session().signOff().versions();
        assertEquals(canonical(first), versions.getFirst().text());
        assertEquals(versions.getFirst().hash(), SheetHash.of(canonical(first)));
        assertEquals(BEN, versions.getFirst().coSignatures().getFirst().by());
    }

    @Test
    void the_second_version_holds_the_correction() {
        var meeting = Records.signed();
        var second = AttendanceSheet.asSigned(meeting.entries(), 2);
        var versions = meeting.session().signOff().versions();
        assertEquals(canonical(second), versions.get(1).text());
        assertEquals(SheetHash.of(canonical(second)), versions.get(1).hash());
        assertNotEquals(versions.get(0).text(), versions.get(1).text());
        assertThrows(IllegalArgumentException.class, () -> AttendanceSheet.asSigned(meeting.entries(), 3));
    }

    @Test
    void the_difference_of_two_versions_says_which_rows_changed_and_how() {
        var entries = Records.signed().entries();
        var first = AttendanceSheet.asSigned(entries, 1);
        var second = AttendanceSheet.asSigned(entries, 2);
        var changed = SheetDifference.between(first, second).rows();
        assertEquals(
                List.of(SAM),
                changed.stream().map(SheetDifference.Changed::member).toList());
        var sam = changed.getFirst();
        assertEquals(new SheetDifference.Values(Status.TECHNICAL, Duration.ofMinutes(30)), sam.before());
        assertEquals(new SheetDifference.Values(Status.PRESENT, Duration.ofMinutes(58)), sam.after());
        assertEquals(second.seq(), sam.corrections().getFirst().seq());
        assertEquals(List.of(), SheetDifference.between(second, second).rows());
    }

    @Test
    void a_signature_a_dispute_or_a_later_look_changes_no_byte() {
        var meeting = Records.ended().at(65);
        var before = canonical(now(meeting));
        assertEquals(
                before,
                canonical(AttendanceSheet.of(meeting.entries(), meeting.now().plusSeconds(9_999))));
        assertEquals(before, canonical(now(Records.coSigns(Records.signs(meeting, DANA), BEN))));
    }

    @Test
    void the_bytes_are_found_again_when_the_key_of_the_reasons_is_gone() {
        var entries = Records.signed().entries();
        var without = entries.stream().map(SignedSheetTest::withoutWords).toList();
        assertNotEquals(entries, without);
        for (var version : List.of(1, 2)) {
            assertArrayEquals(
                    CanonicalSheet.bytes(AttendanceSheet.asSigned(entries, version)),
                    CanonicalSheet.bytes(AttendanceSheet.asSigned(without, version)));
        }
    }

    private static Entry<SessionEvent> withoutWords(Entry<SessionEvent> entry) {
        var events = entry.events().stream()
                .map(event -> event instanceof RowCorrected(var member, var by, var change, var reason)
                        ? new RowCorrected(member, by, change, new Confidential.Gone(reason.lifetime()))
                        : event)
                .toList();
        return new Entry<>(entry.seq(), entry.at(), entry.by(), entry.command(), events);
    }

    @Test
    void no_sealed_word_is_in_the_bytes() {
        var text = canonical(now(Records.corrected()));
        assertFalse(text.contains("Called") || text.contains("mother"), text);
    }

    @Test
    void each_correction_changes_the_bytes() {
        var seen = new HashSet<String>();
        var entries = Records.corrected().entries();
        for (var until = Records.ended().entries().size(); until <= entries.size(); until++) {
            var part = entries.subList(0, until);
            assertTrue(
                    seen.add(canonical(AttendanceSheet.of(part, part.getLast().at()))));
        }
    }

    @Test
    void a_title_cannot_pass_for_a_line_of_the_sheet() {
        var plan = Cast.plan();
        var tricky = new Plan(
                plan.session(),
                "Say \"é\"\nrow theo 😀\\",
                plan.starts(),
                plan.ends(),
                plan.zone(),
                plan.lead(),
                plan.staff(),
                plan.roster(),
                plan.roomLimit(),
                plan.rules());
        var lines = canonical(now(Meeting.begins(tricky, SAM))).lines().toList();
        assertEquals("title \"Say \\u0022é\\u0022\\u000arow theo \\ud83d\\ude00\\u005c\"", lines.get(2));
    }

    @Test
    void the_bytes_are_as_they_were_approved() {
        var text = canonical(now(Records.corrected()));
        var approved = Expected.in("canonical", "corrected-sheet.txt");
        if (Expected.REWRITE) approved.write(text);
        assertEquals(approved.read(), text);
    }
}
