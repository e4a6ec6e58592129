package org.holdfast.export.paper;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.questionnaire.QuestionnaireReader;
import org.holdfast.questionnaire.Reading;
import org.holdfast.questionnaire.Shelf;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Fitting;
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
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;

/// Papers to print in tests: of every form there is, with something at every question.
final class FilledPapers {
    static final Form EACH_KIND = switch (QuestionnaireReader.ofClinic(
            Expected.in("questionnaires", "each-kind.json").read())) {
        case Reading.Read(var form, var _) -> form;
        case Reading.Refused(var faults) -> fail(faults.toString());
    };

    private static final List<String> ROWS = List.of("rAbCd12345", "rZyXw98765");

    private FilledPapers() {}

    static List<Form> forms() {
        var all = new ArrayList<>(Shelf.shipped().newest());
        all.add(EACH_KIND);
        return all;
    }

    static Answers filled(Form form) {
        return filled(form, "words");
    }

    /// @param words that stand at every question that is answered in words, with the question's name
    static Answers filled(Form form, String words) {
        var answers = Answers.NONE;
        for (var item : form.inOrder()) {
            if (!(item instanceof Question question)) continue;
            if (form.repeatedAround(question.id()) == null) {
                answers = with(form, answers, Place.of(question.id()), value(question, words, ""));
                continue;
            }
            for (var row : ROWS) {
                var value = value(question, words, " " + (ROWS.indexOf(row) + 1));
                answers = with(form, answers, new Place(question.id(), row), value);
            }
        }
        return answers;
    }

    private static Answers with(Form form, Answers answers, Place place, Value value) {
        assertNull(Fitting.refusal(form, answers, place, value), place.toString());
        return answers.with(place, value);
    }

    private static Value value(Question question, String words, String end) {
        return switch (question) {
            case Line line -> words(words + " at " + question.id() + end, line.most(), line.repeats());
            case Text text -> words(words + " at " + question.id() + end, text.most(), text.repeats());
            case Choice choice -> {
                var codes =
                        choice.options().stream().map(option -> option.code()).toList();
                yield choice.repeats()
                        ? new Value.Several(codes.subList(0, Math.min(2, codes.size())))
                        : new Value.Words(codes.getLast());
            }
            case YesNo _ -> new Value.YesNo(true);
            case Whole whole -> new Value.Amount(whole.to() == null ? BigDecimal.TEN : whole.to());
            case Decimal decimal -> new Value.Amount(decimal.to() == null ? new BigDecimal("7.5") : decimal.to());
            case Day _ -> new Value.Words("2026-11-29");
            case Slider slider -> Value.Amount.of(slider.from() + slider.step());
        };
    }

    private static Value words(String text, int most, boolean several) {
        var fits = text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
        return several ? new Value.Several(List.of(fits, "and more")) : new Value.Words(fits.strip());
    }
}
