package org.holdfast.worksheet;

import java.math.BigDecimal;
import java.util.List;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Day;
import org.holdfast.worksheet.Item.Decimal;
import org.holdfast.worksheet.Item.Display;
import org.holdfast.worksheet.Item.Exercise;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Line;
import org.holdfast.worksheet.Item.Option;
import org.holdfast.worksheet.Item.Slider;
import org.holdfast.worksheet.Item.Text;
import org.holdfast.worksheet.Item.Whole;
import org.holdfast.worksheet.Item.YesNo;
import org.holdfast.worksheet.When.Is;
import org.jspecify.annotations.Nullable;

/// A form as a page gets it, in one language. What does not apply is absent, and nothing that is false is written.
///
/// @param language of the words: what was asked for, or the form's own where it is not translated
public record FormView(
        String form,
        String version,
        String language,
        String title,
        @Nullable String about,
        String rights,
        List<Piece> items) {

    public enum Type {
        GROUP,
        DISPLAY,
        LINE,
        TEXT,
        CHOICE,
        YES_NO,
        WHOLE,
        DECIMAL,
        DATE,
        SLIDER
    }

    /// @param most letters
    /// @param across whether the options stand in one row
    /// @param any whether one of the conditions is enough
    public record Piece(
            String id,
            Type type,
            String text,
            @Nullable String help,
            @Nullable String hint,
            @Nullable Boolean required,
            @Nullable Boolean repeats,
            @Nullable String add,
            @Nullable Exercise exercise,
            @Nullable Integer most,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal step,
            @Nullable Boolean across,
            @Nullable List<Offered> options,
            @Nullable List<Condition> when,
            @Nullable Boolean any,
            @Nullable List<Piece> items) {}

    public record Offered(
            String code, String text, @Nullable BigDecimal score) {}

    public record Condition(String item, Is is, Value value) {}

    /// @param language asked for: `en` or `es`
    public static FormView of(Form form, String language) {
        var translated = form.title().translations().containsKey(language)
                || form.language().equals(language);
        return new FormView(
                form.form(),
                form.version(),
                translated ? language : form.language(),
                form.title().in(language),
                Phrase.in(language, form.about()),
                form.rights().in(language),
                pieces(form.items(), language));
    }

    private static List<Piece> pieces(List<Item> items, String language) {
        return items.stream().map(item -> piece(item, language)).toList();
    }

    private static Piece piece(Item item, String language) {
        var draft = new PieceDraft(item.head(), language);
        return switch (item) {
            case Group it -> {
                draft.repeats(it.repeats());
                draft.add = Phrase.in(language, it.add());
                draft.items = pieces(it.items(), language);
                yield draft.of(Type.GROUP);
            }
            case Display it -> {
                draft.exercise = it.exercise();
                yield draft.of(Type.DISPLAY);
            }
            case Line it -> {
                draft.words(it.required(), it.hint(), it.most(), it.repeats());
                yield draft.of(Type.LINE);
            }
            case Text it -> {
                draft.words(it.required(), it.hint(), it.most(), it.repeats());
                yield draft.of(Type.TEXT);
            }
            case Choice it -> {
                draft.required(it.required());
                draft.repeats(it.repeats());
                draft.across = it.across() ? true : null;
                draft.options = it.options().stream()
                        .map(option -> offered(option, language))
                        .toList();
                yield draft.of(Type.CHOICE);
            }
            case YesNo it -> {
                draft.required(it.required());
                yield draft.of(Type.YES_NO);
            }
            case Whole it -> {
                draft.number(it.required(), it.hint(), it.from(), it.to());
                yield draft.of(Type.WHOLE);
            }
            case Decimal it -> {
                draft.number(it.required(), it.hint(), it.from(), it.to());
                yield draft.of(Type.DECIMAL);
            }
            case Day it -> {
                draft.required(it.required());
                yield draft.of(Type.DATE);
            }
            case Slider it -> {
                draft.number(it.required(), null, BigDecimal.valueOf(it.from()), BigDecimal.valueOf(it.to()));
                draft.step = BigDecimal.valueOf(it.step());
                yield draft.of(Type.SLIDER);
            }
        };
    }

    private static Offered offered(Option option, String language) {
        return new Offered(option.code(), option.text().in(language), option.score());
    }
}
