package org.holdfast.worksheet;

import static org.holdfast.worksheet.Papers.EACH_KIND;
import static org.holdfast.worksheet.Papers.ROW;
import static org.holdfast.worksheet.Papers.all;
import static org.holdfast.worksheet.Papers.answered;
import static org.holdfast.worksheet.Papers.form;
import static org.holdfast.worksheet.Papers.head;
import static org.holdfast.worksheet.Papers.scored;
import static org.holdfast.worksheet.Papers.several;
import static org.holdfast.worksheet.Papers.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.When.Condition;
import org.holdfast.worksheet.When.Is;
import org.junit.jupiter.api.Test;

class ProgressAndScoreTest {
    private static final Form SCORED = form(
            scored("hungry", When.ALWAYS, false),
            scored("tired", all(new Condition("hungry", Is.DIFFERS, words("none"))), false),
            new Item.Line(head("note"), false, null, 20, false));

    @Test
    void aGroupOfRowsIsOneQuestionAndWhatIsOnlyShownIsNone() {
        assertEquals(new Progress(0, 11), Progress.of(EACH_KIND, Answers.NONE));
        var begun = answered("name", words("Sam"), new Place("who", ROW), words("Ana"));
        assertEquals(new Progress(2, 11), Progress.of(EACH_KIND, begun));
        var emptied = begun.withoutRow(EACH_KIND, "people", ROW);
        assertEquals(new Progress(1, 11), Progress.of(EACH_KIND, emptied));
    }

    @Test
    void questionsOfAGroupCountOneByOneAsLongAsItIsShown() {
        var form = form(
                new Item.YesNo(head("go"), false),
                new Group(
                        head("group", all(new Condition("go", Is.EQUALS, new Value.YesNo(true)))),
                        false,
                        null,
                        List.of(new Item.YesNo(head("a"), false), new Item.YesNo(head("b"), false))));
        var all = answered("go", new Value.YesNo(true), "a", new Value.YesNo(true));
        assertEquals(new Progress(2, 3), Progress.of(form, all));
        assertEquals(new Progress(1, 1), Progress.of(form, all.with(Place.of("go"), new Value.YesNo(false))));
    }

    @Test
    void whatIsMissingIsNoNought() {
        assertNull(Score.of(SCORED, Answers.NONE));
        assertNull(Score.of(SCORED, answered("hungry", words("some"))));
        assertEquals(
                new BigDecimal("3.5"), Score.of(SCORED, answered("hungry", words("some"), "tired", words("much"))));
    }

    @Test
    void whatIsNotAskedIsNotMissing() {
        assertEquals(BigDecimal.ZERO, Score.of(SCORED, answered("hungry", words("none"))));
        assertEquals(BigDecimal.ZERO, Score.of(SCORED, answered("hungry", words("none"), "tired", words("much"))));
    }

    @Test
    void aPaperThatCountsNothingHasNoScore() {
        assertNull(Score.of(EACH_KIND, answered("mood", words("low"))));
    }

    @Test
    void severalChoicesAddUpAndWhatIsNotOfferedCountsNothing() {
        var form = form(scored("which", When.ALWAYS, true));
        assertEquals(new BigDecimal("3.5"), Score.of(form, answered("which", several("some", "much"))));
        assertNull(Score.of(form, answered("which", several("some", "lots"))));
        assertNull(Score.of(form, answered("which", new Value.YesNo(true))));
    }

    @Test
    void rowsAreNotAddedUp() {
        var form = form(new Group(head("rows"), true, null, List.of(scored("each", When.ALWAYS, false))));
        assertNull(Score.of(form, answered(new Place("each", ROW), words("some"))));
    }
}
