package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Faults.quoted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.worksheet.Form;
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
import org.holdfast.worksheet.Value.Amount;
import org.holdfast.worksheet.Value.Words;
import org.holdfast.worksheet.When;
import org.holdfast.worksheet.When.Condition;
import org.holdfast.worksheet.When.Is;
import org.jspecify.annotations.Nullable;

/// On what it depends that an item is shown. Each condition must be one that can come true.
final class ConditionsReading {
    private static final Map<String, Is> OPERATORS = Map.of(
            "exists", Is.EXISTS,
            "=", Is.EQUALS,
            "!=", Is.DIFFERS,
            ">", Is.ABOVE,
            "<", Is.BELOW,
            ">=", Is.AT_LEAST,
            "<=", Is.AT_MOST);

    /// An earlier question, and the repeating group around it.
    private record Earlier(Question question, @Nullable String rows) {}

    private final String form;
    private final Faults faults;
    private final Map<String, Earlier> earlier = new HashMap<>();

    ConditionsReading(String form, Faults faults) {
        this.form = form;
        this.faults = faults;
    }

    void know(Question question, @Nullable String rows) {
        earlier.put(question.id(), new Earlier(question, rows));
    }

    When read(Part part, @Nullable String rows) {
        var all = new ArrayList<Condition>();
        var given = part.objects("enableWhen", Form.MOST_CONDITIONS);
        for (var each : given) {
            var condition = condition(each, part, rows);
            if (condition != null) all.add(condition);
        }
        var behavior = part.word("enableBehavior");
        if (behavior == null ? given.size() > 1 : !List.of("all", "any").contains(behavior)) {
            part.fault("enableBehavior must say whether all conditions are needed or any is enough.");
        }
        return new When(all, "any".equals(behavior));
    }

    private @Nullable Condition condition(ObjectNode node, Part part, @Nullable String rows) {
        var condition = new Part(node, part.item(), faults);
        var on = String.valueOf(condition.word("question"));
        var operator = String.valueOf(condition.word("operator"));
        var is = OPERATORS.get(operator);
        if (is == null) part.fault("enableWhen has the operator " + quoted(operator) + ", which is none.");
        var asked = earlier.get(on);
        if (asked == null) {
            part.fault("it depends on " + quoted(on) + ", which is no question that stands before it.");
            return null;
        }
        if (asked.rows() != null && !asked.rows().equals(rows)) {
            part.fault("it depends on " + quoted(on) + ", which lies in the rows of another group.");
        }
        var value = is == null ? null : value(condition, asked.question(), is);
        if (is != null && value == null) {
            part.fault("what it compares " + quoted(on) + " with is no answer that this question can have, or "
                    + quoted(operator) + " does not apply to it.");
        }
        if (value != null) condition.done("enableWhen");
        return is == null || value == null ? null : new Condition(on, is, value);
    }

    private @Nullable Value value(Part condition, Question question, Is is) {
        return switch (is) {
            case EXISTS -> yesNo(condition);
            case EQUALS, DIFFERS -> equal(condition, question);
            case ABOVE, BELOW, AT_LEAST, AT_MOST -> ordered(condition, question);
        };
    }

    private @Nullable Value equal(Part condition, Question question) {
        return switch (question) {
            case Line _, Text _ -> {
                var text = condition.word("answerString");
                yield text == null ? null : new Words(text);
            }
            case Choice choice -> option(condition, choice);
            case YesNo _ -> yesNo(condition);
            case Whole _, Decimal _, Slider _, Day _ -> ordered(condition, question);
        };
    }

    private static @Nullable Value ordered(Part condition, Question question) {
        return switch (question) {
            case Whole _, Slider _ -> {
                var number = condition.whole("answerInteger");
                yield number == null ? null : Amount.of(number);
            }
            case Decimal _ -> {
                var number = condition.number("answerDecimal");
                yield number == null ? null : new Amount(number);
            }
            case Day _ -> {
                var text = condition.word("answerDate");
                yield text == null || QuestionnaireReader.day(text) == null ? null : new Words(text);
            }
            case Line _, Text _, Choice _, YesNo _ -> null;
        };
    }

    private static @Nullable Value yesNo(Part condition) {
        return condition.has("answerBoolean") ? new Value.YesNo(condition.flag("answerBoolean")) : null;
    }

    private @Nullable Value option(Part condition, Choice choice) {
        var coding = condition.object("answerCoding");
        if (coding == null) return null;
        var code = coding.word("code");
        var own = (Urls.FORM + form).equals(coding.word("system"));
        coding.done("answerCoding");
        return own && code != null && choice.find(code) != null ? new Words(code) : null;
    }
}
