package org.holdfast.worksheet;

import static org.holdfast.decision.RefusalCode.NOT_AN_ANSWER;
import static org.holdfast.decision.RefusalCode.NO_SUCH_QUESTION;
import static org.holdfast.decision.RefusalCode.OUT_OF_RANGE;
import static org.holdfast.decision.RefusalCode.TOO_LONG;
import static org.holdfast.decision.RefusalCode.TOO_MANY_ROWS;
import static org.holdfast.worksheet.Papers.EACH_KIND;
import static org.holdfast.worksheet.Papers.ROW;
import static org.holdfast.worksheet.Papers.number;
import static org.holdfast.worksheet.Papers.several;
import static org.holdfast.worksheet.Papers.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final Value YES = new Value.YesNo(true);

    private static void fits(String item, Value value) {
        assertNull(Fitting.refusal(EACH_KIND, Answers.NONE, Place.of(item), value), item);
    }

    private static void refused(RefusalCode code, String item, Value value) {
        assertEquals(code, Fitting.refusal(EACH_KIND, Answers.NONE, Place.of(item), value), item);
    }

    @Test
    void whatSomebodyWritesFitsAndWhatIsNoWordsDoesNot() {
        fits("name", words("Sam"));
        fits("name", words("0123456789"));
        fits("name", words("<script>"));
        fits("name", words("Ol\u00e9 \uD83D\uDE42"));
        refused(TOO_LONG, "name", words("01234567890"));
        refused(TOO_LONG, "name", words(" \t"));
        refused(TOO_LONG, "name", words(""));
        refused(NOT_AN_ANSWER, "name", words("two\nlines"));
        refused(NOT_AN_ANSWER, "name", words("a\u0000b"));
        refused(NOT_AN_ANSWER, "name", words("half \uD83D"));
        refused(NOT_AN_ANSWER, "name", words("\uDE42 half"));
        refused(NOT_AN_ANSWER, "name", YES);
        refused(NOT_AN_ANSWER, "name", number("3"));
        refused(NOT_AN_ANSWER, "name", several("Sam"));
    }

    @Test
    void aTextHasLinesAndALineHasNone() {
        fits("story", words("two\nlines\tand"));
        refused(NOT_AN_ANSWER, "story", words("a\u001Bb"));
        refused(TOO_LONG, "story", words("x".repeat(21)));
    }

    @Test
    void severalLinesAreAListOfDifferentOnes() {
        fits("things", several("bread", "milk"));
        refused(NOT_AN_ANSWER, "things", words("bread"));
        refused(NOT_AN_ANSWER, "things", several());
        refused(NOT_AN_ANSWER, "things", several("bread", "bread"));
        refused(TOO_LONG, "things", several("bread", "far too much of it"));
        var many = java.util.stream.IntStream.rangeClosed(0, Item.MOST_VALUES).mapToObj(String::valueOf);
        refused(TOO_LONG, "things", new Value.Several(many.toList()));
    }

    @Test
    void onlyWhatIsOfferedCanBeChosen() {
        fits("mood", words("low"));
        refused(NOT_AN_ANSWER, "mood", words("Low"));
        refused(NOT_AN_ANSWER, "mood", words("terrible"));
        refused(NOT_AN_ANSWER, "mood", several("low"));
        fits("helps", several("low", "good"));
        refused(NOT_AN_ANSWER, "helps", several("low", "terrible"));
        refused(NOT_AN_ANSWER, "helps", words("low"));
    }

    @Test
    void numbersAreWithinTheirRangeAndOnAStep() {
        fits("hours", number("0"));
        fits("hours", number("24.0"));
        refused(OUT_OF_RANGE, "hours", number("25"));
        refused(OUT_OF_RANGE, "hours", number("-1"));
        refused(NOT_AN_ANSWER, "hours", number("7.5"));
        refused(NOT_AN_ANSWER, "hours", words("7"));
        fits("weight", number("-300.5"));
        fits("weight", number("300.5"));
        refused(OUT_OF_RANGE, "weight", number("300.500001"));
        fits("urge", number("4"));
        refused(NOT_AN_ANSWER, "urge", number("5"));
        refused(OUT_OF_RANGE, "urge", number("12"));
    }

    @Test
    void yesIsYesAndADayIsADay() {
        fits("slept", YES);
        refused(NOT_AN_ANSWER, "slept", words("yes"));
        fits("since", words("2026-02-28"));
        refused(NOT_AN_ANSWER, "since", words("2026-02-30"));
        refused(NOT_AN_ANSWER, "since", words("+999999999-01-01"));
        refused(NOT_AN_ANSWER, "since", words("yesterday"));
    }

    @Test
    void anAnswerStandsAtAQuestionAndInARowWhereThereAreRows() {
        refused(NO_SUCH_QUESTION, "start", words("x"));
        refused(NO_SUCH_QUESTION, "people", words("x"));
        refused(NO_SUCH_QUESTION, "nowhere", words("x"));
        refused(NO_SUCH_QUESTION, "who", words("x"));
        assertEquals(NO_SUCH_QUESTION, Fitting.refusal(EACH_KIND, new Place("name", ROW)));
        assertNull(Fitting.refusal(EACH_KIND, new Place("who", ROW)));
        for (var odd : List.of("", "r", "x12345678", "r1234567\u0000", "r" + "x".repeat(22), "r/../../12")) {
            assertEquals(NO_SUCH_QUESTION, Fitting.refusal(EACH_KIND, new Place("who", odd)), odd);
        }
    }

    @Test
    void whatIsNotShownJustNowFitsToo() {
        assertNull(Fitting.refusal(EACH_KIND, Answers.NONE, new Place("how-close", ROW), words("very")));
    }

    @Test
    void thereAreOnlySoManyRowsAndTheOldOnesGoOn() {
        var full = Answers.NONE;
        for (var n = 0; n < Item.Group.MOST_ROWS; n++)
            full = full.with(new Place("who", "r0000" + (1000 + n)), words("x"));
        assertEquals(TOO_MANY_ROWS, Fitting.refusal(EACH_KIND, full, new Place("who", ROW), words("x")));
        assertNull(Fitting.refusal(EACH_KIND, full, new Place("close", "r00001000"), YES));
    }
}
