package org.holdfast.export.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on a paper, from top to bottom, in words alone.
sealed interface Block {
    record Title(String text) implements Block {}

    /// Smaller, beside what matters: when to use it, help, whose it is.
    record Aside(String text) implements Block {}

    /// @param inner whether it stands inside another one
    record Heading(String text, boolean inner) implements Block {}

    record Words(String text) implements Block {}

    /// @param small among others on a blank row
    record Asked(String text, @Nullable String help, Field field, boolean small) implements Block {}

    /// Rows of a group, as the pages show them at a glance.
    record Entries(List<Entry> rows) implements Block {}

    /// Room for one more row of a group.
    record BlankRow(List<Asked> questions) implements Block {}

    record Wave(String text, String picture, List<String> says) implements Block {}

    /// @param title absent when the row has no words
    record Entry(@Nullable String title, List<Strength> strengths, List<More> more) {}

    /// `at` of `of`, the first option being 1.
    record Strength(int at, int of, String text) {}

    /// @param asks the question, where the answer does not speak for itself
    record More(@Nullable String asks, String words) {}

    /// What was answered, or room for it.
    sealed interface Field {
        record Written(String text) implements Field {}

        record Listed(List<String> texts) implements Field {}

        /// Side by side; chosen or not.
        record Across(List<Option> options) implements Field {}

        /// One under the other, none chosen yet.
        ///
        /// @param several whether more than one may be
        record Open(List<String> options, boolean several) implements Field {}

        record Chosen(List<String> options) implements Field {}

        /// @param at absent while nothing is set
        /// @param said where it is set, or from where to where it goes, in words
        record Scale(int from, int to, int step, @Nullable Integer at, String said) implements Field {}

        /// @param wide whether over the whole width
        record Lines(int count, boolean wide) implements Field {}
    }

    record Option(String text, boolean chosen) {}
}
