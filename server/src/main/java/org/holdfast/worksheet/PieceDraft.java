package org.holdfast.worksheet;

import java.math.BigDecimal;
import java.util.List;
import org.holdfast.worksheet.FormView.Condition;
import org.holdfast.worksheet.FormView.Offered;
import org.holdfast.worksheet.FormView.Piece;
import org.holdfast.worksheet.FormView.Type;
import org.holdfast.worksheet.Item.Exercise;
import org.holdfast.worksheet.Item.Head;
import org.jspecify.annotations.Nullable;

/// A piece of a form for a page, while it is put together: of what it may have, each kind has a few things.
final class PieceDraft {
    private final Head head;
    private final String language;

    @Nullable
    String add;

    @Nullable
    Exercise exercise;

    @Nullable
    BigDecimal step;

    @Nullable
    Boolean across;

    @Nullable
    List<Offered> options;

    @Nullable
    List<Piece> items;

    private @Nullable String hint;
    private @Nullable Boolean required;
    private @Nullable Boolean repeats;
    private @Nullable Integer most;
    private @Nullable BigDecimal from;
    private @Nullable BigDecimal to;

    PieceDraft(Head head, String language) {
        this.head = head;
        this.language = language;
    }

    void required(boolean is) {
        required = is ? true : null;
    }

    void repeats(boolean is) {
        repeats = is ? true : null;
    }

    void words(boolean must, @Nullable Phrase empty, int letters, boolean several) {
        required(must);
        repeats(several);
        hint = Phrase.in(language, empty);
        most = letters;
    }

    void number(boolean must, @Nullable Phrase empty, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
        required(must);
        hint = Phrase.in(language, empty);
        from = least;
        to = greatest;
    }

    Piece of(Type type) {
        var conditions = head.when().conditions().stream()
                .map(it -> new Condition(it.item(), it.is(), it.value()))
                .toList();
        return new Piece(
                head.id(),
                type,
                head.text().in(language),
                Phrase.in(language, head.help()),
                hint,
                required,
                repeats,
                add,
                exercise,
                most,
                from,
                to,
                step,
                across,
                options,
                conditions.isEmpty() ? null : conditions,
                head.when().any() && !conditions.isEmpty() ? true : null,
                items);
    }
}
