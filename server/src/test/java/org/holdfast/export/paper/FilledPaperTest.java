package org.holdfast.export.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.export.paper.ReadPdf.Piece;
import org.holdfast.questionnaire.Shelf;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Showing;
import org.holdfast.worksheet.Value.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FilledPaperTest {
    private static Form shipped(String name) {
        var form = Shelf.shipped().find(name, "1");
        if (form == null) throw new AssertionError(name);
        return form;
    }

    private static String heard(Form form, Answers answers, String language) {
        return ReadPdf.of(Printed.of(form, answers, language)).pieces().stream()
                .map(piece -> piece.type() + " " + piece.text().strip() + "\n")
                .collect(Collectors.joining());
    }

    /// Each piece with its tag, as somebody hears them.
    @TestFactory
    Stream<DynamicTest> it_reads_as_it_was_approved() {
        var forms = List.of(FilledPapers.EACH_KIND, shipped("trigger-map"), shipped("urge-log"));
        return forms.stream()
                .flatMap(form -> Stream.of("en", "es")
                        .map(language -> DynamicTest.dynamicTest(form.form() + " " + language, () -> {
                            var expected = Expected.in("papers", form.form() + "." + language + ".txt");
                            var heard = heard(form, FilledPapers.filled(form), language);
                            if (Expected.REWRITE) expected.write(heard);
                            assertEquals(expected.read(), heard);
                        })));
    }

    /// Every word that somebody wrote, once, and in the order of the form.
    @TestFactory
    Stream<DynamicTest> what_was_written_is_read_once_and_in_its_order() {
        return Printed.eachForm((form, language) -> {
            var answers = FilledPapers.filled(form);
            var read = ReadPdf.of(Printed.of(form, answers, language));
            assertEquals("", read.untagged());
            var written = read.texts().stream()
                    .flatMap(text -> Stream.of(text.strip().split("(?=words at )")))
                    .filter(text -> text.startsWith("words at "))
                    .toList();
            var expected = new ArrayList<String>();
            gather(form.items(), form, answers, expected);
            assertEquals(expected, written);
        });
    }

    private static void gather(List<Item> items, Form form, Answers answers, List<String> all) {
        var showing = Showing.of(form, answers);
        for (var item : items) {
            if (!showing.shows(item.id(), null)) continue;
            if (item instanceof Item.Group group && group.repeats()) {
                for (var row : answers.rows(group)) {
                    for (var inner : group.items()) {
                        if (showing.shows(inner.id(), row)) add(answers, new Place(inner.id(), row), all);
                    }
                }
            } else if (item instanceof Item.Group group) {
                gather(group.items(), form, answers, all);
            } else {
                add(answers, Place.of(item.id()), all);
            }
        }
    }

    private static void add(Answers answers, Place place, List<String> all) {
        switch (answers.at(place)) {
            case Words(var text) when text.startsWith("words at ") -> all.add(text);
            case org.holdfast.worksheet.Value.Several(var texts)
            when texts.getFirst().startsWith("words at ") -> all.add(texts.getFirst());
            case null, default -> {}
        }
    }

    @Test
    void an_answer_of_several_lines_is_read_line_by_line() {
        var answers = Answers.NONE.with(Place.of("rest"), new Words("It rained.\n\nI stayed in.  \r\nThen I slept."));
        var pieces = ReadPdf.of(Printed.of(shipped("letter-to-myself"), answers, "en"))
                .pieces();
        for (var line : List.of("It rained.", "I stayed in.", "Then I slept.")) {
            assertTrue(pieces.contains(new Piece("P", line)), pieces.toString());
        }
    }

    @Test
    void what_is_not_asked_is_not_printed() {
        var form = FilledPapers.EACH_KIND;
        var answers = FilledPapers.filled(form).with(Place.of("mood"), new Words("good"));
        assertTrue(heard(form, FilledPapers.filled(form).with(Place.of("mood"), new Words("low")), "en")
                .contains("words at why"));
        assertTrue(!heard(form, answers, "en").contains("words at why"));
    }

    @Test
    void for_others_it_says_whose_by_number_and_what_the_law_says() {
        var form = shipped("halt");
        var texts = ReadPdf.of(Printed.of(new PaperPdf.Source(
                        form,
                        FilledPapers.filled(form),
                        "en",
                        Printed.WRITTEN,
                        Printed.ZONE,
                        new PaperPdf.Filing("A-17", List.of("The law says so.")),
                        null)))
                .texts();
        assertTrue(texts.contains("Last change: November 29, 2026 · Record number A-17"), texts.toString());
        assertEquals("The law says so.", texts.getLast());
    }

    private static List<String> named(@Nullable String clinic) {
        var form = shipped("halt");
        var filing = new PaperPdf.Filing("A-17", List.of());
        var answers = FilledPapers.filled(form);
        return ReadPdf.of(Printed.of(
                        new PaperPdf.Source(form, answers, "en", Printed.WRITTEN, Printed.ZONE, filing, clinic)))
                .texts();
    }

    /// However it is written, the rest of the paper stays as it is.
    @TestFactory
    Stream<DynamicTest> a_clinics_name_stands_on_a_line_of_its_own() {
        return Stream.of(
                        "Harbor House",
                        "بيت المرفأ",
                        "a\u202Eesuoh",
                        "<script>alert(1)</script> %s {name} (\\",
                        "🏳️‍🌈🙂",
                        "W".repeat(80))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var unnamed = Printed.spoken(named(null));
                    var spoken = Printed.spoken(named(name));
                    assertFalse(String.join(" ", unnamed).contains(name));
                    var with = new ArrayList<>(unnamed);
                    with.add(unnamed.indexOf("Last change: November 29, 2026 · Record number A-17"), name);
                    assertEquals(with, spoken);
                }));
    }

    @Test
    void the_same_paper_is_the_same_bytes() {
        var form = FilledPapers.EACH_KIND;
        var answers = FilledPapers.filled(form, "Тест 🙂 عربي words");
        assertArrayEquals(Printed.of(form, answers, "en"), Printed.of(form, answers, "en"));
    }
}
