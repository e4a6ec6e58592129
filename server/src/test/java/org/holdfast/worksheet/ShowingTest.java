package org.holdfast.worksheet;

import static org.holdfast.worksheet.Papers.EACH_KIND;
import static org.holdfast.worksheet.Papers.OTHER_ROW;
import static org.holdfast.worksheet.Papers.ROW;
import static org.holdfast.worksheet.Papers.all;
import static org.holdfast.worksheet.Papers.answered;
import static org.holdfast.worksheet.Papers.any;
import static org.holdfast.worksheet.Papers.choice;
import static org.holdfast.worksheet.Papers.form;
import static org.holdfast.worksheet.Papers.head;
import static org.holdfast.worksheet.Papers.number;
import static org.holdfast.worksheet.Papers.several;
import static org.holdfast.worksheet.Papers.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.When.Condition;
import org.holdfast.worksheet.When.Is;
import org.junit.jupiter.api.Test;

class ShowingTest {
    private static final Value YES = new Value.YesNo(true);
    private static final Value NO = new Value.YesNo(false);

    /// Whether a question that depends on an earlier one is shown.
    private static boolean shown(Item earlier, Is is, Value value, Answers answers) {
        var form = form(earlier, line("then", all(new Condition(earlier.id(), is, value))));
        return Showing.of(form, answers).shows("then", null);
    }

    private static Item line(String id, When when) {
        return new Item.Line(head(id, when), false, null, 20, false);
    }

    @Test
    void whatDependsOnNothingIsShown() {
        for (var item : EACH_KIND.inOrder()) {
            assertEquals(
                    !item.id().equals("how-close"),
                    Showing.of(EACH_KIND, Answers.NONE).shows(item.id(), null));
        }
        assertFalse(Showing.of(EACH_KIND, Answers.NONE).shows("nowhere", null));
    }

    @Test
    void equalsAndDiffersLookAtAllThatWasChosen() {
        var one = choice("mood", false);
        assertTrue(shown(one, Is.EQUALS, words("low"), answered("mood", words("low"))));
        assertFalse(shown(one, Is.EQUALS, words("low"), answered("mood", words("good"))));
        assertFalse(shown(one, Is.EQUALS, words("low"), Answers.NONE));
        assertTrue(shown(one, Is.DIFFERS, words("low"), answered("mood", words("good"))));
        assertTrue(shown(one, Is.DIFFERS, words("low"), Answers.NONE));
        var many = choice("mood", true);
        assertTrue(shown(many, Is.EQUALS, words("low"), answered("mood", several("good", "low"))));
        assertFalse(shown(many, Is.DIFFERS, words("low"), answered("mood", several("good", "low"))));
        assertTrue(shown(many, Is.DIFFERS, words("low"), answered("mood", several("good"))));
    }

    @Test
    void whetherThereIsAnAnswerIsAskedWithYesOrNo() {
        var question = line("name", When.ALWAYS);
        assertFalse(shown(question, Is.EXISTS, YES, Answers.NONE));
        assertTrue(shown(question, Is.EXISTS, NO, Answers.NONE));
        assertTrue(shown(question, Is.EXISTS, YES, answered("name", words("Sam"))));
        assertFalse(shown(question, Is.EXISTS, NO, answered("name", words("Sam"))));
    }

    @Test
    void numbersAndDaysHaveAnOrderAndNothingElseHas() {
        var hours = new Item.Whole(head("it"), false, null, null, null);
        var five = answered("it", number("5"));
        for (var is : List.of(Is.ABOVE, Is.AT_LEAST)) assertTrue(shown(hours, is, number("4.5"), five));
        for (var is : List.of(Is.BELOW, Is.AT_MOST)) assertTrue(shown(hours, is, number("10"), five));
        for (var is : List.of(Is.AT_LEAST, Is.AT_MOST, Is.EQUALS)) assertTrue(shown(hours, is, number("5.0"), five));
        for (var is : List.of(Is.ABOVE, Is.BELOW, Is.DIFFERS)) assertFalse(shown(hours, is, number("5"), five));
        var day = new Item.Day(head("it"), false);
        var march = answered("it", words("2026-03-02"));
        assertTrue(shown(day, Is.ABOVE, words("2026-02-28"), march));
        assertFalse(shown(day, Is.BELOW, words("2026-02-28"), march));
        for (var is : List.of(Is.ABOVE, Is.BELOW, Is.AT_LEAST, Is.AT_MOST)) {
            assertFalse(shown(hours, is, number("5"), Answers.NONE));
            assertFalse(shown(line("it", When.ALWAYS), is, words("a"), answered("it", words("b"))));
            assertFalse(shown(day, is, words("2026-02-28"), answered("it", words("soon"))));
            assertFalse(shown(hours, is, words("5"), five));
        }
    }

    @Test
    void allConditionsAreNeededUnlessAnyIsEnough() {
        var one = new Condition("a", Is.EXISTS, YES);
        var other = new Condition("b", Is.EXISTS, YES);
        var form = form(
                line("a", When.ALWAYS),
                line("b", When.ALWAYS),
                line("both", all(one, other)),
                line("either", any(one, other)));
        var half = Showing.of(form, answered("a", words("x")));
        assertFalse(half.shows("both", null));
        assertTrue(half.shows("either", null));
        assertFalse(Showing.of(form, Answers.NONE).shows("either", null));
        assertTrue(Showing.of(form, answered("a", words("x"), "b", words("y"))).shows("both", null));
    }

    @Test
    void anAnswerToWhatIsNotShownCountsAsNone() {
        var form = form(
                new Item.YesNo(head("first"), false),
                line("second", all(new Condition("first", Is.EQUALS, YES))),
                line("third", all(new Condition("second", Is.EXISTS, YES))));
        var written = answered("first", YES, "second", words("x"));
        assertTrue(Showing.of(form, written).shows("third", null));
        assertFalse(Showing.of(form, written.with(Place.of("first"), NO)).shows("third", null));
    }

    @Test
    void whatLiesInAGroupThatIsNotShownIsNotShown() {
        var group = new Group(
                head("group", all(new Condition("go", Is.EQUALS, YES))), false, null, List.of(line("in", When.ALWAYS)));
        var form =
                form(new Item.YesNo(head("go"), false), group, line("after", all(new Condition("in", Is.EXISTS, YES))));
        var written = answered("in", words("x"));
        assertFalse(Showing.of(form, written).shows("in", null));
        assertFalse(Showing.of(form, written).shows("after", null));
        assertTrue(Showing.of(form, written.with(Place.of("go"), YES)).shows("after", null));
    }

    @Test
    void aRowAsksItselfAndNoOther() {
        var answers = answered(new Place("close", ROW), YES, new Place("close", OTHER_ROW), NO);
        var showing = Showing.of(EACH_KIND, answers);
        assertTrue(showing.shows("how-close", ROW));
        assertFalse(showing.shows("how-close", OTHER_ROW));
    }

    @Test
    void whatDependsOnItselfOrOnWhatComesLaterIsUnanswered() {
        var form = form(
                line("self", all(new Condition("self", Is.EXISTS, NO))),
                line("early", all(new Condition("late", Is.EXISTS, YES))),
                line("late", all(new Condition("early", Is.EXISTS, YES))));
        var all = answered("self", words("x"), "early", words("x"), "late", words("x"));
        assertTrue(Showing.of(form, all).shows("self", null));
        assertFalse(Showing.of(form, all).shows("early", null));
        assertFalse(Showing.of(form, all).shows("late", null));
    }

    @Test
    void aLongTangleIsSeenThroughInTime() {
        var items = new ArrayList<Item>();
        var answers = Answers.NONE;
        for (var n = 0; n < Form.MOST_ITEMS; n++) {
            var conditions = items.reversed().stream()
                    .limit(Form.MOST_CONDITIONS)
                    .map(before -> new Condition(before.id(), Is.EXISTS, YES))
                    .toList();
            items.add(line("i" + n, new When(conditions, false)));
            answers = answers.with(Place.of("i" + n), words("x"));
        }
        var tangle = form(items.toArray(Item[]::new));
        assertEquals(new Progress(Form.MOST_ITEMS, Form.MOST_ITEMS), Progress.of(tangle, answers));
        assertEquals(new Progress(0, 1), Progress.of(tangle, answers.without(Place.of("i0"))));
    }
}
