package org.holdfast.worksheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a form.
public sealed interface Item {
    /// The letters of a line, and of several lines, where a form says nothing.
    int LONGEST_LINE = 200;
    int LONGEST_TEXT = 2_000;
    /// Values of one question that repeats.
    int MOST_VALUES = 20;

    Head head();

    default String id() {
        return head().id();
    }

    /// What every piece has.
    ///
    /// @param text may be empty in a group that only holds others together
    /// @param when it is shown
    record Head(String id, Phrase text, @Nullable Phrase help, When when) {}

    /// @param repeats whether it is filled in once a row, as often as somebody wishes
    /// @param add what the button for one more row says
    record Group(Head head, boolean repeats, @Nullable Phrase add, List<Item> items) implements Item {
        /// Rows of one group on one paper.
        public static final int MOST_ROWS = 50;

        public Group {
            items = List.copyOf(items);
        }

        public boolean holds(String id) {
            return items.stream().anyMatch(it -> it.id().equals(id) || it instanceof Group inner && inner.holds(id));
        }
    }

    record Display(Head head, @Nullable Exercise exercise) implements Item {}

    /// What a page leads through, where it has more than words.
    enum Exercise {
        /// An urge that rises, stands for a while and falls.
        WAVE
    }

    /// Something that can be answered.
    sealed interface Question extends Item {
        boolean required();
    }

    /// One line, or several when it repeats.
    ///
    /// @param hint what an empty field shows
    /// @param most letters
    record Line(Head head, boolean required, @Nullable Phrase hint, int most, boolean repeats) implements Question {}

    /// As many lines as fit.
    record Text(Head head, boolean required, @Nullable Phrase hint, int most, boolean repeats) implements Question {}

    /// @param repeats whether more than one may be chosen
    /// @param across whether the options are short enough for one row
    record Choice(Head head, boolean required, boolean repeats, boolean across, List<Option> options)
            implements Question {
        public Choice {
            options = List.copyOf(options);
        }

        public @Nullable Option find(String code) {
            return options.stream()
                    .filter(option -> option.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    /// @param score what choosing it counts
    record Option(String code, Phrase text, @Nullable BigDecimal score) {}

    record YesNo(Head head, boolean required) implements Question {}

    record Whole(
            Head head,
            boolean required,
            @Nullable Phrase hint,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) implements Question {}

    record Decimal(
            Head head,
            boolean required,
            @Nullable Phrase hint,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) implements Question {}

    record Day(Head head, boolean required) implements Question {}

    /// Whole numbers from one end to the other; a multiple of `step` leads from `from` to `to`.
    record Slider(Head head, boolean required, int from, int to, int step) implements Question {}
}
