package org.holdfast.export.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.questionnaire.Shelf;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value.Words;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever somebody writes is on the paper and is read as they wrote it, in any script and at any length.
class HostileWordsTest {
    private static final Form FORM = letter();
    private static final String RAINBOW = "🏳️‍🌈👩🏽‍🚀🙂🙏❤️";

    private static Form letter() {
        var form = Shelf.shipped().find("letter-to-myself", "1");
        if (form == null) throw new AssertionError();
        return form;
    }

    private static ReadPdf read(String words) {
        return ReadPdf.of(Printed.of(FORM, Answers.NONE.with(Place.of("rest"), new Words(words)), "en"));
    }

    @TestFactory
    Stream<DynamicTest> it_is_read_as_it_was_written() {
        return List.of(
                        "Plain words, ¡y en español! Ñandú, pingüino.",
                        "e\u0301 n\u0303 combined, and Z\u0351\u036f\u0316 piled up",
                        RAINBOW,
                        "Hope " + RAINBOW + " and on",
                        "שלום עולם (hello) 123 סוף",
                        "السلام عليكم ورحمة الله",
                        "English, then عربي and back (again).",
                        "Кириллица и ελληνικά",
                        "漢字かな交じり文 한국어 ไทย हिन्दी",
                        "<script>alert(1)</script> & \"quotes\" \\ (paren ) % /Name",
                        "a\u202Eevil\u202C b\u2066x\u2069 zero\u200Bwidth\u00ADsoft\uFEFF",
                        "x".repeat(2_000),
                        "www.".repeat(400) + ".example/" + "a-b".repeat(100),
                        "\u0300".repeat(1_000),
                        "🙂".repeat(1_000),
                        "م".repeat(2_000))
                .stream()
                .map(words -> DynamicTest.dynamicTest(
                        words.substring(0, Math.min(20, words.length())),
                        () -> assertTrue(
                                Printed.spoken(read(words).texts()).containsAll(Printed.spoken(List.of(words))),
                                () -> read(words).texts().toString())));
    }

    /// No text can hold half a letter, so nobody could be told of it.
    @Test
    void half_a_letter_is_said_to_be_none() {
        assertTrue(read("\uD83D lone \uDE42 halves").texts().contains("\uFFFD lone \uFFFD halves"));
    }

    @Test
    void a_long_paper_goes_on_over_as_many_pages_as_it_needs() {
        var line = "A line that somebody wrote to themselves.";
        var read = read((line + "\n").repeat(400).strip());
        assertTrue(read.pages() > 8, read.pages() + " pages");
        assertEquals(
                400,
                read.texts().stream().map(String::strip).filter(line::equals).count());
    }

    /// Also the words of a row that go on over the next page, with its bars on the first.
    @TestFactory
    Stream<DynamicTest> every_answer_as_long_as_it_may_be() {
        return Printed.eachForm((form, language) -> {
            var read = ReadPdf.of(Printed.of(form, FilledPapers.filled(form, "Wort".repeat(600)), language));
            var last = form.shippable() ? form.rights().in(language) : "";
            assertTrue(Printed.spoken(read.texts()).contains(form.title().in(language)));
            assertTrue(last.isEmpty() || Printed.spoken(read.texts()).getLast().equals(last), last);
            assertEquals("", read.untagged());
        });
    }
}
