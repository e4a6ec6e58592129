package org.holdfast.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.holdfast.attendance.Language;
import org.holdfast.audit.Noted;
import org.junit.jupiter.api.Test;

class AuditCsvTest {
    private static final Instant SIX = Instant.parse("2026-03-03T01:30:00Z");

    private static Export of(Language language) {
        var group = new AuditCsv.Line(
                SIX, "Dana W.", "p-dana", Noted.Kind.GROUP, null, null, null, null, "=HYPERLINK(\"x\")", null);
        var person = new AuditCsv.Line(
                SIX.minusSeconds(60),
                "Ruth A.",
                "p-ruth",
                Noted.Kind.PERSON,
                "H-2001",
                "p-nia",
                null,
                null,
                null,
                null);
        var bundle = new AuditCsv.Line(
                SIX.minusSeconds(90), null, null, Noted.Kind.BUNDLE, null, null, null, null, null, "clinic:clinic");
        return Export.auditAsCsv(new AuditCsv.Source(
                List.of(group, person, bundle),
                true,
                1,
                SIX.minusSeconds(3600),
                SIX.plusSeconds(1),
                SIX,
                ZoneId.of("America/Chicago"),
                language));
    }

    @Test
    void the_notice_comes_first_and_each_note_is_a_line_that_is_no_formula() {
        var read = Read.of(of(Language.ENGLISH));
        assertEquals(Notice.TEXT, read.lines().getFirst().getFirst());
        assertEquals("3", read.fact("Notes"));
        assertEquals("yes", read.fact("Older ones that did not fit"));
        assertEquals("1", read.fact("Logs that are not as they were written"));
        var notes = read.below("Time");
        assertEquals(
                List.of("2026-03-02T19:30:00-06:00", "Dana W.", "p-dana", "opened a group"),
                notes.getFirst().subList(0, 4));
        assertTrue(notes.getFirst().contains("'=HYPERLINK(\"x\")"), notes.toString());
        assertEquals(
                List.of("opened somebody's page", "H-2001", "p-nia"),
                notes.get(1).subList(3, 6));
        assertEquals("a command at the server", notes.get(2).get(1));
        assertEquals("bundle", notes.get(2).getLast());
    }

    @Test
    void its_name_tells_the_clinics_day_and_spanish_stands_beside_the_notice() {
        assertEquals("audit-2026-03-02.csv", of(Language.SPANISH).name());
        assertTrue(of(Language.SPANISH).text().contains("divulgación no autorizados"));
        assertTrue(of(Language.SPANISH).text().contains("abrió la página de una persona"));
    }
}
