package org.holdfast.questionnaire;

import static org.holdfast.questionnaire.Faults.quoted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Day;
import org.holdfast.worksheet.Item.Decimal;
import org.holdfast.worksheet.Item.Head;
import org.holdfast.worksheet.Item.Line;
import org.holdfast.worksheet.Item.Option;
import org.holdfast.worksheet.Item.Question;
import org.holdfast.worksheet.Item.Slider;
import org.holdfast.worksheet.Item.Text;
import org.holdfast.worksheet.Item.Whole;
import org.holdfast.worksheet.Item.YesNo;
import org.holdfast.worksheet.Phrase;
import org.jspecify.annotations.Nullable;

/// What of an item makes it a question of one kind.
final class QuestionReading {
    private static final int MOST_STEPS = 1_000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final String form;
    private final Faults faults;

    QuestionReading(String form, Faults faults) {
        this.form = form;
        this.faults = faults;
    }

    /// Nothing for a kind that no page can show.
    @Nullable
    Question read(String type, Head head, Part part, Extensions extensions) {
        var required = part.flag("required");
        return switch (type) {
            case "string" ->
                new Line(head, required, hint(extensions), most(part, Item.LONGEST_LINE), part.flag("repeats"));
            case "text" ->
                new Text(head, required, hint(extensions), most(part, Item.LONGEST_TEXT), part.flag("repeats"));
            case "choice" -> choice(head, required, part, extensions);
            case "boolean" -> once(part, new YesNo(head, required));
            case "date" -> once(part, new Day(head, required));
            case "integer" -> once(part, whole(head, required, part, extensions));
            case "decimal" -> once(part, decimal(head, required, part, extensions));
            default -> {
                part.fault("the type " + quoted(type) + " cannot be shown; there are group, display, string, text, "
                        + "choice, boolean, integer, decimal and date.");
                yield null;
            }
        };
    }

    private static Question once(Part part, Question question) {
        if (part.flag("repeats")) part.fault("only groups, choices and texts can repeat.");
        return question;
    }

    private static @Nullable Phrase hint(Extensions extensions) {
        var extension = extensions.take(Urls.HINT);
        return extension == null ? null : extension.phrase("valueString");
    }

    private static int most(Part part, int otherwise) {
        var most = part.whole("maxLength");
        if (most == null) return otherwise;
        if (most < 1 || most > Item.LONGEST_TEXT) part.fault("maxLength is 1 to " + Item.LONGEST_TEXT + ".");
        return most;
    }

    private static Question decimal(Head head, boolean required, Part part, Extensions extensions) {
        var from = limit(extensions, Urls.LEAST, "valueDecimal");
        var to = limit(extensions, Urls.GREATEST, "valueDecimal");
        ordered(part, from, to);
        return new Decimal(head, required, hint(extensions), from, to);
    }

    private static Question whole(Head head, boolean required, Part part, Extensions extensions) {
        var control = extensions.control();
        var from = limit(extensions, Urls.LEAST, "valueInteger");
        var to = limit(extensions, Urls.GREATEST, "valueInteger");
        ordered(part, from, to);
        if (control == null) return new Whole(head, required, hint(extensions), from, to);
        if (!"slider".equals(control)) {
            part.fault("the itemControl " + quoted(control) + " is not known for a number; there is slider.");
        }
        var stepped = extensions.take(Urls.STEP);
        var step = stepped == null ? null : stepped.whole("valueInteger");
        return slider(head, required, part, from, to, step == null ? 1 : step);
    }

    private static Question slider(
            Head head, boolean required, Part part, @Nullable BigDecimal from, @Nullable BigDecimal to, int step) {
        if (from == null || to == null) {
            part.fault("a slider needs minValue and maxValue.");
            return new Slider(head, required, 0, 1, 1);
        }
        var length = to.longValue() - from.longValue();
        if (step < 1 || length < 1 || length % step != 0 || length / step > MOST_STEPS) {
            part.fault("whole steps must lead from minValue to maxValue, at most " + MOST_STEPS + " of them.");
        }
        return new Slider(head, required, from.intValue(), to.intValue(), step);
    }

    private static @Nullable BigDecimal limit(Extensions extensions, String url, String value) {
        var extension = extensions.take(url);
        if (extension == null) return null;
        if (!extension.has(value)) extension.fault(quoted(url) + " needs a " + value + " here.");
        var whole = value.equals("valueInteger") ? extension.whole(value) : null;
        if (value.equals("valueInteger")) return whole == null ? null : BigDecimal.valueOf(whole);
        return extension.number(value);
    }

    private static void ordered(Part part, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        if (from != null && to != null && from.compareTo(to) > 0) part.fault("minValue is greater than maxValue.");
    }

    private Question choice(Head head, boolean required, Part part, Extensions extensions) {
        var extension = extensions.take(Urls.ORIENTATION);
        var orientation = extension == null ? null : extension.word("valueCode");
        if (orientation != null && !List.of("horizontal", "vertical").contains(orientation)) {
            part.fault("choiceOrientation is horizontal or vertical.");
        }
        var options = new ArrayList<Option>();
        for (var each : part.objects("answerOption", Form.MOST_OPTIONS)) {
            var option = option(each, part);
            if (option == null) continue;
            if (options.stream().anyMatch(other -> other.code().equals(option.code()))) {
                part.fault("two options have the code " + quoted(option.code()) + ".");
            }
            options.add(option);
        }
        if (options.isEmpty()) part.fault("a choice needs options as answerOption.valueCoding.");
        var scored = options.stream().filter(option -> option.score() != null).count();
        if (scored > 0 && scored < options.size()) part.fault("either all options have an ordinalValue or none.");
        return new Choice(head, required, part.flag("repeats"), "horizontal".equals(orientation), options);
    }

    private @Nullable Option option(ObjectNode node, Part part) {
        var outer = new Part(node, part.item(), faults);
        var coding = outer.object("valueCoding");
        outer.done("an option");
        if (coding == null) {
            part.fault("an option needs a valueCoding.");
            return null;
        }
        var system = coding.word("system");
        if (!(Urls.FORM + form).equals(system)) part.fault("the system of an option is the form's url.");
        var code = coding.word("code");
        var text = coding.phrase("display");
        var extensions = coding.extensions();
        var score = extensions.take(Urls.SCORE);
        var counts = score == null ? null : score.number("valueDecimal");
        extensions.done();
        coding.done("an option");
        if (code == null || !CODE.matcher(code).matches() || text == null) {
            part.fault("an option needs a code of small letters, digits and -, and a display.");
            return null;
        }
        return new Option(code, text, counts);
    }
}
