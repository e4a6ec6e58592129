package org.holdfast.export;

import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Language;
import org.holdfast.json.JsonText;
import org.holdfast.session.Admission.Leave;
import org.holdfast.session.Admission.LetIn;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Cast;
import org.holdfast.session.Floor;
import org.holdfast.session.Life.End;
import org.holdfast.session.MediaLine;
import org.holdfast.session.Meeting;
import org.holdfast.session.MemberId;
import org.holdfast.testing.Expected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The record of a session that was corrected, disputed and signed twice, as it leaves.
class ExportTest {
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private static Source source(Language language, @Nullable MemberId person) {
        var meeting = Sessions.corrected();
        return new Source(meeting.entries(), Cast::name, language, person, meeting.now());
    }

    private static final List<String> KEPT = List.of(
            "sheet-all-en",
            "sheet-all-es",
            "sheet-sam-en",
            "sheet-sam-es",
            "timeline-all-en",
            "timeline-all-es",
            "timeline-sam-en",
            "timeline-sam-es");

    private static Map<String, Export> all() {
        var all = new TreeMap<String, Export>();
        for (var kept : KEPT) {
            var source = source(
                    kept.endsWith("es") ? Language.SPANISH : Language.ENGLISH, kept.contains("sam") ? SAM : null);
            var sheet = kept.startsWith("sheet");
            all.put(kept + ".csv", sheet ? Export.sheetAsCsv(source) : Export.timelineAsCsv(source));
            all.put(kept + ".json", sheet ? Export.sheetAsJson(source) : Export.timelineAsJson(source));
        }
        return all;
    }

    /// The approved ones are the documented form: whoever reads exports with a program builds on them.
    @TestFactory
    Stream<DynamicTest> an_export_is_byte_by_byte_what_was_approved() {
        return all().entrySet().stream()
                .map(export -> DynamicTest.dynamicTest(export.getKey(), () -> {
                    var approved = Expected.in("exports", export.getKey());
                    if (Expected.REWRITE) approved.write(export.getValue().text());
                    assertEquals(approved.read(), export.getValue().text());
                }));
    }

    @Test
    void the_notice_is_the_first_thing_read_in_each_and_always_in_english() {
        all().forEach((name, export) -> {
            if (name.endsWith(".csv")) {
                assertEquals(NOTICE, Read.of(export).lines().getFirst().getFirst(), name);
            } else {
                var first =
                        JsonText.parse(export.text()).properties().iterator().next();
                assertEquals("notice", first.getKey());
                assertEquals(NOTICE, first.getValue().asText(), name);
            }
            assertEquals(name.contains("-es."), export.text().contains("divulgación no autorizados"), name);
        });
    }

    @Test
    void each_line_has_as_many_cells_as_any_other() {
        all().forEach((name, export) -> {
            if (!name.endsWith(".csv")) return;
            var widths = Read.of(export).lines().stream().map(List::size).distinct();
            assertEquals(1, widths.count(), name);
            assertTrue(export.text().endsWith("\r\n"));
            assertFalse(export.text().replace("\r\n", "").contains("\n"), name);
        });
    }

    @Test
    void a_spreadsheet_that_needs_the_mark_gets_it_and_it_changes_nothing_else() {
        var plain = Export.sheetAsCsv(source(Language.SPANISH, null));
        var marked = plain.marked();
        assertEquals("\uFEFF" + plain.text(), marked.text());
        assertEquals((byte) 0xEF, marked.bytes()[0]);
        assertEquals(Read.of(plain), Read.of(marked));
    }

    @Test
    void what_was_computed_stands_beside_what_was_corrected() {
        var sam = Read.of(Export.sheetAsCsv(source(Language.ENGLISH, null))).below("Person").stream()
                .filter(row -> row.get(1).equals("sam"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("30", "technical", "present", "30", "58"), sam.subList(6, 11));
    }

    @Test
    void minutes_are_numbers_and_times_have_the_offset_of_the_clinics_clock() {
        var read = Read.of(Export.sheetAsCsv(source(Language.ENGLISH, null)));
        assertEquals("2026-11-19T19:00:00-05:00", read.fact("Planned start"));
        for (var row : read.below("Person")) {
            for (var place : List.of(6, 9)) Long.parseLong(row.get(place));
        }
    }

    @Test
    void the_hour_that_comes_twice_is_told_apart_by_its_offset() {
        var starts = Instant.parse("2026-11-01T05:30:00Z");
        var meeting = Meeting.begins(Cast.plan(starts, Cast.LENGTH, AttendanceRules.DEFAULT), SAM)
                .at(60)
                .does(Cast.DANA, new End());
        var source = new Source(meeting.entries(), Cast::name, Language.ENGLISH, null, meeting.now());
        var read = Read.of(Export.sheetAsCsv(source));
        assertEquals("2026-11-01T01:30:00-04:00", read.fact("Planned start"));
        assertEquals("2026-11-01T01:30:00-05:00", read.fact("Planned end"));
    }

    @Test
    void lost_media_and_minutes_with_sound_alone_leave_with_the_sheet() {
        var meeting = Meeting.begins(Cast.plan(AttendanceRules.DEFAULT), SAM)
                .at(10)
                .does(SAM, new Floor.SetCamera(true))
                .at(20)
                .does(SAM, new MediaLine.Lost())
                .at(25)
                .does(SAM, new MediaLine.Returned())
                .at(60)
                .does(Cast.DANA, new End());
        for (var person : new MemberId[] {null, SAM}) {
            var source = new Source(meeting.entries(), Cast::name, Language.ENGLISH, person, meeting.now());
            var read = Read.of(Export.sheetAsCsv(source));
            var names = read.lines().stream()
                    .filter(line -> line.contains("Minutes in the room with sound alone"))
                    .findFirst()
                    .orElseThrow();
            var sam = read.below("Person").stream()
                    .filter(row -> row.get(1).equals("sam"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("10", sam.get(names.indexOf("Minutes in the room with sound alone")));
            assertEquals("like a dropped line", read.fact("Time without connection counts"));
            assertTrue(read.lines().stream().anyMatch(line -> line.contains("no connection")));
            var json = Export.sheetAsJson(source).text();
            assertTrue(json.contains("\"audioOnlyMinutes\":10") && json.contains("\"cause\":\"media-lost\""), json);
        }
    }

    @Test
    void a_files_name_says_nothing_of_whom_it_is_or_where_it_is_from() {
        all().forEach((name, export) ->
                assertTrue(export.name().matches("(sheet|timeline)-2026-11-19\\.(csv|json)"), export.name()));
    }

    @Test
    void the_most_who_were_there_at_once_are_counted_without_staff() {
        var sheet = source(Language.ENGLISH, null).sheet();
        assertEquals(new Count(5, 3, 3), Count.of(sheet));
        var one = Meeting.begins(SAM).at(10).does(SAM, new Leave());
        var other = one.comes(Cast.LUIS).does(Cast.DANA, new LetIn(Cast.LUIS));
        assertEquals(
                1, Count.of(AttendanceSheet.of(other.entries(), other.now())).peak());
    }
}
