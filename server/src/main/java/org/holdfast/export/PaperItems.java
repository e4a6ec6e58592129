package org.holdfast.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.holdfast.export.PaperResponse.AnswerForm;
import org.holdfast.export.PaperResponse.Coding;
import org.holdfast.export.PaperResponse.Said;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Day;
import org.holdfast.worksheet.Item.Decimal;
import org.holdfast.worksheet.Item.Display;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Line;
import org.holdfast.worksheet.Item.Question;
import org.holdfast.worksheet.Item.Slider;
import org.holdfast.worksheet.Item.Text;
import org.holdfast.worksheet.Item.Whole;
import org.holdfast.worksheet.Item.YesNo;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Showing;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// What was answered, item by item: a group of rows comes once a row, and what holds no answer does not come.
final class PaperItems {
    private final Form form;
    private final Answers answers;
    private final Showing showing;

    PaperItems(Form form, Answers answers) {
        this.form = form;
        this.answers = answers;
        this.showing = Showing.of(form, answers);
    }

    List<Said> all() {
        return items(form.items(), null);
    }

    private List<Said> items(List<Item> items, @Nullable String row) {
        return items.stream()
                .filter(item -> showing.shows(item.id(), row))
                .flatMap(item -> said(item, row))
                .toList();
    }

    private Stream<Said> said(Item item, @Nullable String row) {
        return switch (item) {
            case Group group
            when group.repeats() -> answers.rows(group).stream().flatMap(each -> group(group, each));
            case Group group -> group(group, row);
            case Display _ -> Stream.empty();
            case Question question -> question(question, answers.at(new Place(question.id(), row)));
        };
    }

    private Stream<Said> group(Group group, @Nullable String row) {
        var inner = items(group.items(), row);
        return inner.isEmpty() ? Stream.empty() : Stream.of(new Said(group.id(), text(group), null, inner));
    }

    private Stream<Said> question(Question question, @Nullable Value value) {
        if (value == null) return Stream.empty();
        var given = values(question, value);
        return given.isEmpty() ? Stream.empty() : Stream.of(new Said(question.id(), text(question), given, null));
    }

    private static @Nullable String text(Item item) {
        var text = item.head().text().original();
        return text.isEmpty() ? null : text;
    }

    private List<AnswerForm> values(Question question, Value value) {
        return switch (value) {
            case Value.Words(var text) -> present(words(question, text));
            case Value.Several(var texts) ->
                texts.stream()
                        .map(text -> words(question, text))
                        .filter(Objects::nonNull)
                        .toList();
            case Value.YesNo(var yes) -> List.of(new AnswerForm(null, yes, null, null, null, null));
            case Value.Amount(var number) -> present(number(question, number));
        };
    }

    private static List<AnswerForm> present(@Nullable AnswerForm answer) {
        return answer == null ? List.of() : List.of(answer);
    }

    private @Nullable AnswerForm words(Question question, String text) {
        return switch (question) {
            case Line _, Text _ -> new AnswerForm(text, null, null, null, null, null);
            case Day _ -> new AnswerForm(null, null, null, null, text, null);
            case Choice choice -> chosen(choice, text);
            case YesNo _, Whole _, Decimal _, Slider _ -> null;
        };
    }

    private @Nullable AnswerForm chosen(Choice choice, String code) {
        var option = choice.find(code);
        if (option == null) return null;
        var coding = new Coding(
                PaperResponse.questionnaire(form), code, option.text().original());
        return new AnswerForm(null, null, null, null, null, coding);
    }

    private static @Nullable AnswerForm number(Question question, BigDecimal number) {
        return switch (question) {
            case Whole _, Slider _ -> new AnswerForm(null, null, number.intValue(), null, null, null);
            case Decimal _ -> new AnswerForm(null, null, null, number, null, null);
            case Line _, Text _, Choice _, YesNo _, Day _ -> null;
        };
    }
}
