package org.holdfast.worksheet;

import static org.holdfast.worksheet.Papers.EACH_KIND;
import static org.holdfast.worksheet.Papers.OTHER_ROW;
import static org.holdfast.worksheet.Papers.ROW;
import static org.holdfast.worksheet.Papers.answered;
import static org.holdfast.worksheet.Papers.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.holdfast.worksheet.Item.Group;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Answers TWO_ROWS = answered(
            new Place("who", OTHER_ROW), words("Luis"), new Place("who", ROW), words("Ana"), "name", words("Sam"));

    @Test
    void rowsStandAsTheyWereBegun() {
        var people = assertInstanceOf(Group.class, EACH_KIND.find("people"));
        assertEquals(List.of(OTHER_ROW, ROW), TWO_ROWS.rows(people));
        var changed = TWO_ROWS.with(new Place("who", OTHER_ROW), words("Lucho"));
        assertEquals(List.of(OTHER_ROW, ROW), changed.rows(people));
    }

    @Test
    void aRowGoesAsAWholeAndNothingElseWithIt() {
        var rest = TWO_ROWS.withoutRow(EACH_KIND, "people", ROW);
        assertNull(rest.at(new Place("who", ROW)));
        assertEquals(2, rest.all().size());
        assertEquals(TWO_ROWS, TWO_ROWS.withoutRow(EACH_KIND, "name", ROW));
        assertEquals(TWO_ROWS, TWO_ROWS.withoutRow(EACH_KIND, "nowhere", ROW));
    }

    @Test
    void whatIsClearedIsGone() {
        assertNull(TWO_ROWS.without(Place.of("name")).at(Place.of("name")));
        assertEquals(TWO_ROWS, TWO_ROWS.without(Place.of("story")));
    }

    /// Answers may be those of any other paper: whatever follows from them must bear it.
    @Test
    void whateverWasAnsweredAnAnswerComes() {
        var dice = new Random(11);
        var ids = EACH_KIND.inOrder().stream().map(Item::id).toList();
        for (var n = 0; n < 2_000; n++) {
            var answers = Answers.NONE;
            for (var i = dice.nextInt(12); i > 0; i--) {
                var place = new Place(ids.get(dice.nextInt(ids.size())), dice.nextBoolean() ? null : ROW);
                var value = any(dice);
                var fits = Fitting.refusal(EACH_KIND, answers, place, value) == null;
                if (fits || dice.nextInt(3) == 0) answers = answers.with(place, value);
            }
            var progress = Progress.of(EACH_KIND, answers);
            assertTrue(progress.answered() <= progress.questions() && progress.questions() == 11);
            assertNull(Score.of(EACH_KIND, answers));
        }
    }

    private static Value any(Random dice) {
        return switch (dice.nextInt(6)) {
            case 0 -> words("low");
            case 1 -> words("2026-03-02");
            case 2 -> Papers.several("low", "good");
            case 3 -> new Value.YesNo(dice.nextBoolean());
            case 4 -> Papers.number(String.valueOf(dice.nextInt(30) - 3));
            default -> words("x".repeat(dice.nextInt(30)));
        };
    }
}
