package org.holdfast.worksheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Display;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Head;
import org.holdfast.worksheet.Item.Option;
import org.holdfast.worksheet.When.Condition;
import org.holdfast.worksheet.When.Is;
import org.jspecify.annotations.Nullable;

/// A paper with one question of each kind, and what is written on it in tests.
final class Papers {
    static final String ROW = "rAbCd1234";
    static final String OTHER_ROW = "rZyXw9876";

    static final Form EACH_KIND = form(
            new Display(head("start"), null),
            new Item.Line(head("name"), true, null, 10, false),
            new Item.Text(head("story"), false, null, 20, false),
            new Item.Line(head("things"), false, null, 10, true),
            choice("mood", false),
            choice("helps", true),
            new Item.YesNo(head("slept"), false),
            new Item.Whole(head("hours"), false, null, BigDecimal.ZERO, BigDecimal.valueOf(24)),
            new Item.Decimal(head("weight"), false, null, null, new BigDecimal("300.5")),
            new Item.Day(head("since"), false),
            new Item.Slider(head("urge"), false, 0, 10, 2),
            new Group(
                    head("people"),
                    true,
                    null,
                    List.of(
                            new Item.Line(head("who"), false, null, 10, false),
                            new Item.YesNo(head("close"), false),
                            new Item.Line(
                                    head("how-close", all(new Condition("close", Is.EQUALS, new Value.YesNo(true)))),
                                    false,
                                    null,
                                    10,
                                    false))));

    private Papers() {}

    static Form form(Item... items) {
        return new Form(
                "paper",
                "1",
                "en",
                new Phrase("Paper", new TreeMap<>(Map.of("es", "Papel"))),
                null,
                Phrase.of("Ours."),
                "Ours.",
                true,
                List.of(items));
    }

    static Head head(String id) {
        return head(id, When.ALWAYS);
    }

    static Head head(String id, When when) {
        return new Head(id, Phrase.of("Text of " + id), null, when);
    }

    static When all(Condition... conditions) {
        return new When(List.of(conditions), false);
    }

    static When any(Condition... conditions) {
        return new When(List.of(conditions), true);
    }

    static Choice choice(String id, boolean repeats) {
        return new Choice(
                head(id),
                false,
                repeats,
                false,
                List.of(option("low", null), option("so-so", null), option("good", null)));
    }

    static Choice scored(String id, When when, boolean repeats) {
        return new Choice(
                head(id, when),
                false,
                repeats,
                false,
                List.of(
                        option("none", BigDecimal.ZERO),
                        option("some", BigDecimal.ONE),
                        option("much", new BigDecimal("2.5"))));
    }

    private static Option option(String code, @Nullable BigDecimal score) {
        return new Option(code, Phrase.of(code), score);
    }

    static Value words(String text) {
        return new Value.Words(text);
    }

    static Value several(String... texts) {
        return new Value.Several(List.of(texts));
    }

    static Value number(String number) {
        return new Value.Amount(new BigDecimal(number));
    }

    static Answers answered(Object... placesAndValues) {
        var answers = Answers.NONE;
        for (var i = 0; i < placesAndValues.length; i += 2) {
            var place = placesAndValues[i] instanceof Place given ? given : Place.of((String) placesAndValues[i]);
            answers = answers.with(place, (Value) placesAndValues[i + 1]);
        }
        return answers;
    }
}
