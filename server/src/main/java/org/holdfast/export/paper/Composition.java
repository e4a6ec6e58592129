package org.holdfast.export.paper;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.export.paper.Block.Aside;
import org.holdfast.export.paper.Block.Asked;
import org.holdfast.export.paper.Block.BlankRow;
import org.holdfast.export.paper.Block.Entries;
import org.holdfast.export.paper.Block.Heading;
import org.holdfast.export.paper.Block.Wave;
import org.holdfast.export.paper.Block.Words;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Item.Display;
import org.holdfast.worksheet.Item.Group;
import org.holdfast.worksheet.Item.Head;
import org.holdfast.worksheet.Item.Question;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Showing;
import org.jspecify.annotations.Nullable;

/// What stands on the paper: what is asked of whoever answered this, with the answers, and room where there is none.
final class Composition {
    /// To begin on by hand.
    private static final int BLANK_ROWS = 2;
    /// No row is called so: what depends on an answer in its own row is not asked yet.
    private static final String NO_ROW = "";

    private final Answers answers;
    private final Showing showing;
    private final PaperWords words;
    private final Fields fields;
    private final List<Block> blocks = new ArrayList<>();

    private Composition(Form form, Answers answers, PaperWords words) {
        this.answers = answers;
        this.showing = Showing.of(form, answers);
        this.words = words;
        this.fields = new Fields(words);
    }

    static List<Block> of(Form form, Answers answers, PaperWords words) {
        var composition = new Composition(form, answers, words);
        composition.add(form.items(), false);
        return List.copyOf(composition.blocks);
    }

    private void add(List<Item> items, boolean inner) {
        for (var item : items) {
            if (!showing.shows(item.id(), null)) continue;
            switch (item) {
                case Group group -> group(group, inner);
                case Display display -> display(display);
                case Question question -> blocks.add(asked(question, null, false));
            }
        }
    }

    private void group(Group group, boolean inner) {
        blocks.add(new Heading(text(group.head()), inner));
        var help = help(group.head());
        if (help != null) blocks.add(new Aside(help));
        if (group.repeats()) rows(group);
        else add(group.items(), true);
    }

    private void display(Display display) {
        var text = text(display.head());
        switch (display.exercise()) {
            case WAVE -> blocks.add(new Wave(text, words.wave(), words.phases()));
            case null -> blocks.add(new Words(text));
        }
    }

    private Asked asked(Question question, @Nullable String row, boolean small) {
        var head = question.head();
        return new Asked(text(head), help(head), fields.of(question, answers.at(new Place(question.id(), row))), small);
    }

    private void rows(Group group) {
        var rows = answers.rows(group).stream()
                .map(row -> new RowLook(words, answers, row).of(shown(group, row)))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Entries(rows));
            return;
        }
        var blank = shown(group, NO_ROW).stream()
                .map(question -> asked(question, NO_ROW, true))
                .toList();
        for (var i = 0; i < BLANK_ROWS; i++) blocks.add(new BlankRow(blank));
    }

    private List<Question> shown(Group group, String row) {
        var all = new ArrayList<Question>();
        for (var item : group.items()) {
            if (!showing.shows(item.id(), row)) continue;
            switch (item) {
                case Group inner -> all.addAll(shown(inner, row));
                case Display _ -> {}
                case Question question -> all.add(question);
            }
        }
        return all;
    }

    private String text(Head head) {
        return head.text().in(words.language());
    }

    private @Nullable String help(Head head) {
        var help = head.help();
        return help == null ? null : help.in(words.language());
    }
}
