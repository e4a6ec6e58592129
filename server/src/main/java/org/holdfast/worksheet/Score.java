package org.holdfast.worksheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.holdfast.worksheet.Item.Choice;
import org.holdfast.worksheet.Item.Option;
import org.jspecify.annotations.Nullable;

/// The sum of what the chosen options count. What was not answered is not a nought: as long as a question that counts
/// is shown and open, there is no score.
public final class Score {
    private Score() {}

    public static @Nullable BigDecimal of(Form form, Answers answers) {
        var showing = Showing.of(form, answers);
        var sum = BigDecimal.ZERO;
        var counted = false;
        for (var item : form.inOrder()) {
            if (!(item instanceof Choice choice) || !counts(form, choice)) continue;
            if (!showing.shows(choice.id(), null)) continue;
            var score = of(choice, answers.at(Place.of(choice.id())));
            if (score == null) return null;
            sum = sum.add(score);
            counted = true;
        }
        return counted ? sum : null;
    }

    /// What rows say is not added up: nobody could tell how many there should have been.
    private static boolean counts(Form form, Choice choice) {
        return form.repeatedAround(choice.id()) == null
                && choice.options().stream().anyMatch(option -> option.score() != null);
    }

    private static @Nullable BigDecimal of(Choice choice, @Nullable Value answer) {
        return switch (answer) {
            case Value.Words(var code) -> sum(choice, List.of(code));
            case Value.Several(var codes) -> codes.isEmpty() ? null : sum(choice, codes);
            case Value.Amount _, Value.YesNo _ -> null;
            case null -> null;
        };
    }

    private static @Nullable BigDecimal sum(Choice choice, List<String> codes) {
        var scores = codes.stream()
                .map(choice::find)
                .filter(Objects::nonNull)
                .map(Option::score)
                .filter(Objects::nonNull)
                .toList();
        return scores.size() == codes.size() ? scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null;
    }
}
