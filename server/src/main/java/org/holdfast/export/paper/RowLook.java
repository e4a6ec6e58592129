package org.holdfast.export.paper;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.export.paper.Block.Entry;
import org.holdfast.export.paper.Block.More;
import org.holdfast.export.paper.Block.Strength;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Line;
import org.holdfast.worksheet.Item.Question;
import org.holdfast.worksheet.Item.Text;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// A row at a glance, as the pages show it: its first words, how strong it is, and under them the rest, with the
/// question where the answer does not speak for itself.
record RowLook(PaperWords words, Answers answers, String row) {
    private static final int FEWEST_BARS = 3;
    private static final int MOST_BARS = 5;

    private record Answered(Question question, Value value) {}

    Entry of(List<Question> questions) {
        var all = new ArrayList<Answered>();
        for (var question : questions) {
            var value = answers.at(new Place(question.id(), row));
            if (value != null) all.add(new Answered(question, value));
        }
        var plain = all.stream().filter(it -> isPlain(it.question())).limit(2).toList();
        var title = plain.isEmpty() ? null : plain.getFirst();
        var second = plain.size() < 2 ? null : plain.getLast();
        var strengths = new ArrayList<Strength>();
        var more = new ArrayList<More>();
        for (var each : all) {
            if (each == title) continue;
            var strength = strength(each);
            if (strength != null) strengths.add(strength);
            else more.add(new More(each == second ? null : asks(each.question()), said(each)));
        }
        return new Entry(title == null ? null : said(title), strengths, more);
    }

    private static boolean isPlain(Question question) {
        return question instanceof Line line && !line.repeats() || question instanceof Text text && !text.repeats();
    }

    private String asks(Question question) {
        return question.head().text().in(words.language());
    }

    private String said(Answered answered) {
        return new Fields(words).said(answered.question(), answered.value());
    }

    /// Few options side by side go from least to most.
    private @Nullable Strength strength(Answered answered) {
        if (!(answered.question() instanceof Choice choice) || !choice.across() || choice.repeats()) return null;
        var options = choice.options();
        if (options.size() < FEWEST_BARS || options.size() > MOST_BARS) return null;
        if (!(answered.value() instanceof Value.Words(var code))) return null;
        var option = choice.find(code);
        if (option == null) return null;
        return new Strength(
                options.indexOf(option) + 1, options.size(), option.text().in(words.language()));
    }
}
