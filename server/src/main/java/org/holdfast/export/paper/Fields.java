package org.holdfast.export.paper;

import java.util.List;
import org.holdfast.export.paper.Block.Field;
import org.holdfast.export.paper.Block.Option;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Day;
import org.holdfast.worksheet.Item.Decimal;
import org.holdfast.worksheet.Item.Line;
import org.holdfast.worksheet.Item.Question;
import org.holdfast.worksheet.Item.Slider;
import org.holdfast.worksheet.Item.Text;
import org.holdfast.worksheet.Item.Whole;
import org.holdfast.worksheet.Item.YesNo;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// An answer in words, or the room for one by hand.
record Fields(PaperWords words) {
    /// As many letters go onto a line by hand as one thinks of when one reads how long an answer may be.
    private static final int LETTERS_A_LINE = 300;

    private static final int FEWEST_LINES = 3;
    private static final int MOST_LINES = 7;
    /// Where as many answers as one likes may stand.
    private static final int OPEN_LINES = 3;

    Field of(Question question, @Nullable Value value) {
        return switch (question) {
            case Choice choice when choice.across() || value == null -> options(choice, value);
            case YesNo _ -> yesNo(value);
            case Slider slider -> scale(slider, value);
            case Line _, Text _, Choice _, Whole _, Decimal _, Day _ ->
                value == null ? room(question) : written(question, value);
        };
    }

    private Field options(Choice choice, @Nullable Value value) {
        var chosen = value == null ? List.<String>of() : codes(value);
        var language = words.language();
        if (!choice.across()) {
            var texts = choice.options().stream()
                    .map(option -> option.text().in(language))
                    .toList();
            return new Field.Open(texts, choice.repeats());
        }
        return new Field.Across(choice.options().stream()
                .map(option -> new Option(option.text().in(language), chosen.contains(option.code())))
                .toList());
    }

    private Field yesNo(@Nullable Value value) {
        var yes = value instanceof Value.YesNo(var it) ? it : null;
        return new Field.Across(List.of(
                new Option(words.yes(), Boolean.TRUE.equals(yes)), new Option(words.no(), Boolean.FALSE.equals(yes))));
    }

    private Field scale(Slider slider, @Nullable Value value) {
        var at = value instanceof Value.Amount(var number) ? number.intValue() : null;
        var said = at == null ? words.scale(slider.from(), slider.to()) : words.of(at, slider.to());
        return new Field.Scale(slider.from(), slider.to(), slider.step(), at, said);
    }

    private Field written(Question question, Value value) {
        var texts = texts(question, value);
        if (question instanceof Choice) return new Field.Chosen(texts);
        return value instanceof Value.Several ? new Field.Listed(texts) : new Field.Written(texts.getFirst());
    }

    private static Field room(Question question) {
        return switch (question) {
            case Line line -> new Field.Lines(line.repeats() ? OPEN_LINES : 1, true);
            case Text text -> new Field.Lines(text.repeats() ? OPEN_LINES : lines(text.most()), true);
            case Choice _, YesNo _, Whole _, Decimal _, Day _, Slider _ -> new Field.Lines(1, false);
        };
    }

    private static int lines(int most) {
        return Math.clamp(most / LETTERS_A_LINE, FEWEST_LINES, MOST_LINES);
    }

    /// As people read it; several one after the other.
    String said(Question question, Value value) {
        return String.join(", ", texts(question, value));
    }

    private List<String> texts(Question question, Value value) {
        return switch (value) {
            case Value.YesNo(var yes) -> List.of(yes ? words.yes() : words.no());
            case Value.Amount(var number) ->
                List.of(
                        question instanceof Slider slider
                                ? words.of(number.intValue(), slider.to())
                                : words.number(number));
            case Value.Words _, Value.Several _ ->
                codes(value).stream().map(text -> text(question, text)).toList();
        };
    }

    private String text(Question question, String text) {
        return switch (question) {
            case Choice choice -> {
                var option = choice.find(text);
                yield option == null ? text : option.text().in(words.language());
            }
            case Day _ -> words.day(text);
            case Line _, Text _, YesNo _, Whole _, Decimal _, Slider _ -> text;
        };
    }

    private static List<String> codes(Value value) {
        return switch (value) {
            case Value.Words(var text) -> List.of(text);
            case Value.Several(var texts) -> texts;
            case Value.Amount _, Value.YesNo _ -> List.of();
        };
    }
}
