package org.holdfast.worksheet;

import java.util.List;
import org.holdfast.worksheet.Item.Display;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Question;

/// How far somebody is: of the questions that are shown to them. A group of rows is one question, which one row
/// answers.
public record Progress(int answered, int questions) {
    private static final Progress NONE = new Progress(0, 0);

    public static Progress of(Form form, Answers answers) {
        return of(form.items(), answers, Showing.of(form, answers));
    }

    private static Progress of(List<Item> items, Answers answers, Showing showing) {
        var all = NONE;
        for (var item : items) {
            if (showing.shows(item.id(), null)) all = all.plus(of(item, answers, showing));
        }
        return all;
    }

    private static Progress of(Item item, Answers answers, Showing showing) {
        return switch (item) {
            case Group group when group.repeats() -> one(!answers.rows(group).isEmpty());
            case Group group -> of(group.items(), answers, showing);
            case Display _ -> NONE;
            case Question question -> one(answers.at(Place.of(question.id())) != null);
        };
    }

    private static Progress one(boolean answered) {
        return new Progress(answered ? 1 : 0, 1);
    }

    private Progress plus(Progress other) {
        return new Progress(answered + other.answered, questions + other.questions);
    }
}
