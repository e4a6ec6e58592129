package org.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Status;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Corrections.Dispute;
import org.junit.jupiter.api.Test;

class PastEveningTest {
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");

    private final AttendanceSheet sheet = AttendanceSheet.of(
            PastEvening.played(DemoClinic.plan(SIX, Duration.ofHours(1), AttendanceRules.DEFAULT, Cast.GROUP)),
            SIX.plus(Duration.ofHours(5)));

    private long credited(int person) {
        return sheet.row(PlayedSession.id(Cast.GROUP.get(person)))
                .standingCredit()
                .toMinutes();
    }

    @Test
    void the_record_has_a_gap_a_correction_a_late_comer_and_a_dispute_to_look_at() {
        var maria = sheet.row(PlayedSession.id(Cast.GROUP.get(2)));
        assertEquals(47, maria.credited().toMinutes());
        assertEquals(55, credited(2));
        assertEquals(49, credited(1));
        assertEquals(60, credited(3), "a line that was gone for a minute");
        var theo = sheet.row(PlayedSession.id(Cast.GROUP.get(4)));
        assertEquals(Status.LATE, theo.status());
        assertInstanceOf(Dispute.Open.class, theo.dispute());
    }
}
