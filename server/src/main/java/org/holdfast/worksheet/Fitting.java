package org.holdfast.worksheet;

import static org.holdfast.decision.RefusalCode.NOT_AN_ANSWER;
import static org.holdfast.decision.RefusalCode.NO_SUCH_QUESTION;
import static org.holdfast.decision.RefusalCode.OUT_OF_RANGE;
import static org.holdfast.decision.RefusalCode.TOO_LONG;
import static org.holdfast.decision.RefusalCode.TOO_MANY_ROWS;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.holdfast.decision.RefusalCode;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Day;
import org.holdfast.worksheet.Item.Decimal;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Line;
import org.holdfast.worksheet.Item.Question;
import org.holdfast.worksheet.Item.Slider;
import org.holdfast.worksheet.Item.Text;
import org.holdfast.worksheet.Item.Whole;
import org.holdfast.worksheet.Item.YesNo;
import org.jspecify.annotations.Nullable;

/// Whether an answer can stand where somebody wants to put it. Whether its question is shown is no matter: a page that
/// was offline saves what was shown to it.
public final class Fitting {
    /// As others, who are told of it, can count.
    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Fitting() {}

    /// Nothing when it fits.
    public static @Nullable RefusalCode refusal(Form form, Answers answers, Place place, Value value) {
        var misplaced = refusal(form, place);
        if (misplaced != null) return misplaced;
        if (!(form.find(place.item()) instanceof Question question)) return NO_SUCH_QUESTION;
        var row = place.row();
        var group = form.repeatedAround(place.item());
        if (row != null && group != null) {
            var rows = answers.rows(group);
            if (rows.size() >= Group.MOST_ROWS && !rows.contains(row)) return TOO_MANY_ROWS;
        }
        return refusal(question, value);
    }

    /// Nothing when there is such a question, in a row exactly when it lies in a group of rows.
    public static @Nullable RefusalCode refusal(Form form, Place place) {
        var row = place.row();
        if (!(form.find(place.item()) instanceof Question)) return NO_SUCH_QUESTION;
        if ((row != null) != (form.repeatedAround(place.item()) != null)) return NO_SUCH_QUESTION;
        return row == null || Place.isRow(row) ? null : NO_SUCH_QUESTION;
    }

    private static @Nullable RefusalCode refusal(Question question, Value value) {
        return switch (question) {
            case Line line -> words(value, line.repeats(), text -> text(text, line.most(), false));
            case Text text -> words(value, text.repeats(), said -> text(said, text.most(), true));
            case Choice choice ->
                words(value, choice.repeats(), code -> choice.find(code) == null ? NOT_AN_ANSWER : null);
            case YesNo _ -> value instanceof Value.YesNo ? null : NOT_AN_ANSWER;
            case Whole whole -> number(value, true, whole.from(), whole.to());
            case Decimal decimal -> number(value, false, decimal.from(), decimal.to());
            case Day _ -> words(value, false, text -> Showing.day(text) == null ? NOT_AN_ANSWER : null);
            case Slider slider -> slider(slider, value);
        };
    }

    private static @Nullable RefusalCode words(
            Value value, boolean repeats, Function<String, @Nullable RefusalCode> each) {
        return switch (value) {
            case Value.Words(var text) -> repeats ? NOT_AN_ANSWER : each.apply(text);
            case Value.Several(var texts) -> repeats ? several(texts, each) : NOT_AN_ANSWER;
            case Value.Amount _, Value.YesNo _ -> NOT_AN_ANSWER;
        };
    }

    private static @Nullable RefusalCode several(List<String> texts, Function<String, @Nullable RefusalCode> each) {
        if (texts.isEmpty() || texts.size() != new HashSet<>(texts).size()) return NOT_AN_ANSWER;
        if (texts.size() > Item.MOST_VALUES) return TOO_LONG;
        for (var text : texts) {
            var refusal = each.apply(text);
            if (refusal != null) return refusal;
        }
        return null;
    }

    /// Signs that nobody types would only harm whoever reads them.
    private static @Nullable RefusalCode text(String text, int most, boolean lines) {
        if (text.isBlank() || text.length() > most) return TOO_LONG;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (Character.isISOControl(sign) && !(lines && (sign == '\n' || sign == '\t'))) return NOT_AN_ANSWER;
            var paired = Character.isHighSurrogate(sign)
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : !Character.isLowSurrogate(sign) || i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (!paired) return NOT_AN_ANSWER;
        }
        return null;
    }

    private static @Nullable RefusalCode number(
            Value value, boolean whole, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (!(value instanceof Value.Amount(var number))) return NOT_AN_ANSWER;
        if (whole && number.scale() > 0) return NOT_AN_ANSWER;
        if (whole && number.abs().compareTo(LARGEST_WHOLE) > 0) return OUT_OF_RANGE;
        var below = from != null && number.compareTo(from) < 0;
        var above = to != null && number.compareTo(to) > 0;
        return below || above ? OUT_OF_RANGE : null;
    }

    private static @Nullable RefusalCode slider(Slider slider, Value value) {
        var from = BigDecimal.valueOf(slider.from());
        var refusal = number(value, true, from, BigDecimal.valueOf(slider.to()));
        if (refusal != null || !(value instanceof Value.Amount(var number))) return refusal;
        var onStep = number.subtract(from)
                        .remainder(BigDecimal.valueOf(slider.step()))
                        .signum()
                == 0;
        return onStep ? null : NOT_AN_ANSWER;
    }
}
