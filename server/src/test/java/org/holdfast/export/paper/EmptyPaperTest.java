package org.holdfast.export.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.FormView;
import org.holdfast.worksheet.FormView.Piece;
import org.holdfast.worksheet.FormView.Type;
import org.holdfast.worksheet.Showing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A form to fill in by hand.
class EmptyPaperTest {
    private static final int BLANK_ROWS = 2;

    /// What stands on one, piece by piece as a page is sent it.
    private record Asked(Showing showing, PaperWords words, List<String> all) {
        void ask(List<Piece> items, @Nullable String row) {
            for (var item : items) {
                if (!showing.shows(item.id(), row)) continue;
                all.add(item.text());
                if (item.help() != null && row == null) all.add(item.help());
                if (item.type() != Type.GROUP) all.addAll(room(item));
                else if (!Boolean.TRUE.equals(item.repeats())) ask(inner(item), row);
                else for (var i = 0; i < BLANK_ROWS; i++) ask(inner(item), "");
            }
        }

        private static List<Piece> inner(Piece group) {
            return group.items() == null ? List.of() : group.items();
        }

        private List<String> room(Piece item) {
            return switch (item.type()) {
                case CHOICE ->
                    item.options() == null
                            ? List.of()
                            : item.options().stream()
                                    .map(option -> option.text())
                                    .toList();
                case YES_NO -> List.of(words.yes(), words.no());
                case SLIDER -> List.of(item.text().isEmpty() ? "" : scale(item));
                case DISPLAY -> item.exercise() == null ? List.of() : wave();
                case GROUP, LINE, TEXT, WHOLE, DECIMAL, DATE -> List.of();
            };
        }

        private String scale(Piece item) {
            if (item.from() == null || item.to() == null) throw new AssertionError(item);
            return words.scale(item.from().intValue(), item.to().intValue());
        }

        private List<String> wave() {
            var all = new ArrayList<>(List.of(words.wave()));
            all.addAll(words.phases());
            return all;
        }
    }

    @TestFactory
    Stream<DynamicTest> it_reads_as_the_form_does() {
        return Printed.eachForm((form, language) -> {
            var view = FormView.of(form, language);
            var expected = new ArrayList<>(List.of(view.title(), view.about() == null ? "" : view.about()));
            new Asked(Showing.of(form, Answers.NONE), new PaperWords(view.language()), expected)
                    .ask(view.items(), null);
            if (form.shippable()) expected.add(view.rights());
            var read = ReadPdf.of(Printed.of(form, Answers.NONE, language));
            assertEquals(Printed.spoken(expected), Printed.spoken(read.texts()));
            assertEquals("", read.untagged());
        });
    }

    /// Whose form it is may name a clinic, and that somebody goes there.
    @Test
    void what_a_clinics_own_form_says_of_its_rights_is_not_on_it() {
        var form = FilledPapers.EACH_KIND;
        var texts = ReadPdf.of(Printed.of(form, Answers.NONE, "en")).texts();
        assertTrue(texts.stream().noneMatch(text -> text.contains(form.rights().original())), texts.toString());
    }
}
