package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.attendance.Language;
import org.holdfast.clinic.People.Part;
import org.holdfast.intake.Roster.Fault;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.Speaks;
import org.junit.jupiter.api.Test;

class RosterCsvTest {
    private static Roster read(String text) {
        return RosterCsv.read(text, Map.of());
    }

    @Test
    void aRosterIsReadByTheNamesOfItsColumns() {
        var roster = read("""
                MRN,Name,Admitted,Language,Channel,Phone,Emergency contact,Emergency phone,Group,Notes
                A-1,Sam P.,2026-03-02,Spanish,sms,555-0142,Jo P.,555-0102,Evening group,likes tea
                """);
        assertEquals(List.of(), roster.faults());
        assertEquals(List.of("Notes"), roster.unread());
        assertEquals("MRN", roster.columns().get(Column.NUMBER));
        var sam = roster.rows().getFirst();
        assertEquals(2, sam.line());
        assertEquals(Part.PARTICIPANT, sam.part());
        assertEquals(Speaks.SPANISH, sam.speaks());
        assertEquals(Channel.SMS, sam.channel());
        assertEquals("Evening group", sam.group());
    }

    @Test
    void aSpanishOneWithSemicolonsAMarkAndQuotesIsReadToo() {
        var roster = read("\uFEFFExpediente;Nombre;Tipo\r\nA-2;\"Vera; M.\";personal\r\n");
        assertEquals(List.of(), roster.faults());
        assertEquals("Vera; M.", roster.rows().getFirst().name());
        assertEquals(Part.STAFF, roster.rows().getFirst().part());
    }

    @Test
    void columnsWithNamesOfTheirOwnAreMapped() {
        var text = "who,nr\nSam P.,A-1\n";
        assertEquals(
                List.of(new Fault(1, null, Trouble.NO_NUMBER_COLUMN), new Fault(1, null, Trouble.NO_NAME_COLUMN)),
                read(text).faults());
        var mapped = RosterCsv.read(text, Map.of(Column.NUMBER, "nr", Column.NAME, "who"));
        assertEquals("A-1", mapped.rows().getFirst().number());
        var wrong = RosterCsv.read(text, Map.of(Column.NUMBER, "number", Column.NAME, "who"));
        assertTrue(wrong.faults().contains(new Fault(1, Column.NUMBER, Trouble.NO_SUCH_HEADER)));
    }

    @Test
    void whatIsWrongIsToldByItsLineAndTheOthersAreRead() {
        var roster = read("""
                mrn,name,admitted,language,emergency contact,emergency phone
                A-1,Sam P.,2026-03-02,,,
                ,Maria V.,,,,
                A-3,,02/03/2026,Klingon,Jo P.,
                a-1,Sam again,,,,
                A-5,Luis G.
                """);
        assertEquals(
                List.of(
                        new Fault(3, Column.NUMBER, Trouble.NO_NUMBER),
                        new Fault(4, Column.NAME, Trouble.NO_NAME),
                        new Fault(4, Column.ADMITTED, Trouble.NOT_A_DAY),
                        new Fault(4, Column.LANGUAGE, Trouble.NOT_A_LANGUAGE),
                        new Fault(4, Column.CONTACT_PHONE, Trouble.HALF_A_CONTACT),
                        new Fault(5, Column.NUMBER, Trouble.TWICE)),
                roster.faults());
        assertEquals(
                List.of("A-1", "A-5"),
                roster.rows().stream().map(Roster.Row::number).toList());
    }

    @Test
    void tooMuchIsRefusedAndNotReadOn() {
        var many = IntStream.rangeClosed(1, RosterCsv.MOST_ROWS + 1)
                .mapToObj(n -> "A-" + n + ",Name " + n)
                .collect(Collectors.joining("\n", "mrn,name\n", "\n"));
        assertEquals(Trouble.TOO_MANY_ROWS, read(many).faults().getFirst().trouble());
        assertEquals(List.of(), read(many).rows());
        var wide = "mrn,name" + ",x".repeat(200) + "\nA-1,Sam\n";
        assertEquals(Trouble.NOT_CSV, read(wide).faults().getFirst().trouble());
        var long_ = "mrn,name\nA-1," + "x".repeat(5_000) + "\n";
        assertEquals(Trouble.NOT_CSV, read(long_).faults().getFirst().trouble());
        var bad = "mrn,name\n" + ",x\n".repeat(500);
        assertTrue(read(bad).faults().size() <= RosterCsv.MOST_FAULTS + 2);
    }

    @Test
    void whateverIsInAFileAnAnswerComes() {
        for (var odd : List.of(
                "",
                "\n",
                "\uFEFF",
                "\"",
                "mrn",
                "mrn,name\n\"A-1",
                "mrn,name\n\u0000\u0001,\u202E",
                ",,,",
                "mrn,mrn,name,name\n1,2,3,4")) {
            var roster = read(odd);
            assertFalse(
                    roster.rows().isEmpty()
                            && roster.faults().isEmpty()
                            && !odd.isEmpty()
                            && roster.columns().isEmpty(),
                    odd);
        }
        var dice = new Random(7);
        var letters = "mrnae,;\"\n\r\t\u0000\u00e9\uFEFF=+@".toCharArray();
        for (var n = 0; n < 5_000; n++) {
            var text = new StringBuilder("mrn,name\n");
            for (var i = dice.nextInt(60); i > 0; i--) text.append(letters[dice.nextInt(letters.length)]);
            read(text.toString());
        }
    }

    @Test
    void everyTroubleHasWordsInBothLanguages() {
        for (var trouble : Trouble.values()) {
            var english = trouble.in(Language.ENGLISH);
            var spanish = trouble.in(Language.SPANISH);
            assertTrue(!english.isBlank() && !spanish.isBlank());
            assertNotEquals(english, spanish);
        }
    }
}
