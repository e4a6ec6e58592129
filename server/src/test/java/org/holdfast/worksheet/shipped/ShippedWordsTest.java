package org.holdfast.worksheet.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.worksheet.shipped.ShippedForms.Said;
import org.holdfast.worksheet.shipped.ShippedForms.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the worksheets. Whoever reads them may be tired, afraid, or reading in their second language.
class ShippedWordsTest {
    private static final double HARDEST_GRADE = 6;
    private static final double LEAST_EASE = 70;
    private static final int LONGEST_SENTENCE_WORDS = 25;
    private static final int WHOLE_SENTENCE_WORDS = 6;

    /// Names, numbers and words that are the same in both languages.
    private static final Set<String> ALIKE = Set.of("No", "Lena", "Jo", "7.5");

    /// Words that judge, frighten or press, names of forms that belong to others, and whom a form must not address.
    private static final Pattern NEVER_ENGLISH = Pattern.compile(
            "(?iU)\\b(patients?|addict\\w*|alcoholics?|junkies?|abus\\w*|fail\\w*|den(y|ied)|clean|dirty|sober\\w*|relaps\\w*"
                    + "|lapse\\w*|slip(ped)? up|victims?|complian\\w*|violat\\w*|weak\\w*|must|should|have to|crazy|insane"
                    + "|disorder\\w*|diagnos\\w*|therap\\w*|treatment|clinics?|Stanley|Brown|Gorski|Marlatt|Linehan|DBT"
                    + "|diary card)\\b|!");

    private static final Pattern NEVER_SPANISH = Pattern.compile(
            "(?iU)\\b(pacientes?|adict\\w*|drogadict\\w*|alcohólic\\w*|abus\\w*|fracas\\w*|fall[aóo]\\w*|negad[ao]s?|limpi[ao]s?"
                    + "|suci[ao]s?|sobri[ao]s?|reca[íi]\\w*|víctimas?|debe|deben|debería\\w*|tiene que|loc[ao]s?|trastorno\\w*"
                    + "|diagn\\w*|terap\\w*|tratamiento\\w*|clínicas?)\\b|[!¡]");

    /// Spanish speaks to people as usted, from the first line to the last.
    private static final Pattern FAMILIAR = Pattern.compile(
            "(?iU)\\b(tú|tus?|te|ti|contigo|tuy[ao]s?|vos|vosotr[ao]s|vuestr\\w+|eres|estás|tienes|puedes|quieres|sientes"
                    + "|haces|necesitas|hiciste|fuiste|bebiste|pensaste|sentiste)\\b");

    static List<Sheet> sheets() {
        return ShippedForms.all();
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_text_is_there_in_spanish_and_is_not_the_english_one(Sheet sheet) {
        assertNone(sheet.said().stream()
                .filter(said -> said.spanish().isBlank()
                        || said.spanish().equals(said.english()) && !ALIKE.contains(said.english()))
                .map(Said::english));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void english_is_no_harder_than_grade_6(Sheet sheet) {
        var all = Reading.of(english(sheet), Syllables.ENGLISH);
        var whole = Reading.of(whole(english(sheet)), Syllables.ENGLISH);
        assertTrue(all.grade() <= HARDEST_GRADE, () -> sheet + ": grade " + all.grade());
        assertTrue(whole.grade() <= HARDEST_GRADE, () -> sheet + ": grade " + whole.grade() + " without short lines");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void spanish_is_as_easy_to_read(Sheet sheet) {
        var all = Reading.of(spanish(sheet), Syllables.SPANISH);
        var whole = Reading.of(whole(spanish(sheet)), Syllables.SPANISH);
        assertTrue(all.ease() >= LEAST_EASE, () -> sheet + ": ease " + all.ease());
        assertTrue(whole.ease() >= LEAST_EASE, () -> sheet + ": ease " + whole.ease() + " without short lines");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void no_sentence_is_longer_than_one_breath(Sheet sheet) {
        assertNone(Stream.of(english(sheet), spanish(sheet))
                .flatMap(List::stream)
                .flatMap(Reading::sentences)
                .filter(sentence -> Reading.words(sentence).count() > LONGEST_SENTENCE_WORDS));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void no_word_judges_or_presses(Sheet sheet) {
        assertNone(english(sheet).stream()
                .filter(text -> NEVER_ENGLISH.matcher(text).find()));
        assertNone(spanish(sheet).stream()
                .filter(text -> NEVER_SPANISH.matcher(text).find()));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void spanish_says_usted(Sheet sheet) {
        assertNone(spanish(sheet).stream().filter(text -> FAMILIAR.matcher(text).find()));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void texts_are_set_as_a_printer_would(Sheet sheet) {
        assertNone(Stream.of(english(sheet), spanish(sheet))
                .flatMap(List::stream)
                .filter(text -> !text.equals(text.strip()) || text.contains("  ") || text.matches(".*['\"<>].*")));
        assertNone(spanish(sheet).stream().filter(text -> count(text, '¿') != count(text, '?')));
    }

    private static List<String> english(Sheet sheet) {
        return sheet.said().stream().map(Said::english).toList();
    }

    private static List<String> spanish(Sheet sheet) {
        return sheet.said().stream().map(Said::spanish).toList();
    }

    /// Headings, labels and hints are short and make a measure look better than it is.
    private static List<String> whole(List<String> texts) {
        return texts.stream()
                .flatMap(Reading::sentences)
                .filter(sentence -> Reading.words(sentence).count() >= WHOLE_SENTENCE_WORDS)
                .toList();
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private static void assertNone(Stream<String> faults) {
        assertEquals(List.of(), faults.toList());
    }
}
