package org.holdfast.export.paper;

import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.holdfast.export.paper.Block.Field;
import org.holdfast.export.paper.Block.Field.Across;
import org.holdfast.export.paper.Block.Field.Chosen;
import org.holdfast.export.paper.Block.Field.Lines;
import org.holdfast.export.paper.Block.Field.Listed;
import org.holdfast.export.paper.Block.Field.Open;
import org.holdfast.export.paper.Block.Field.Scale;
import org.holdfast.export.paper.Block.Field.Written;
import org.holdfast.export.paper.Block.Option;

/// Answers, and the room for those that are not there: lines to write on, options to mark, a scale to circle.
final class FieldPress {
    private static final float RULE = 25;
    private static final float SMALL_RULE = 20;
    private static final float SHORT = 190;
    private static final float GAP = 7;
    private static final float PILL_LEAST = 62;
    private static final float MARK = 9.5f;
    private static final float INDENT = 18;
    private static final float OPTION_STEP = 19;
    private static final int MANY_OPTIONS = 5;
    private static final int MOST_TICKS = 21;

    private final Column column;

    FieldPress(Column column) {
        this.column = column;
    }

    /// The least that stands below a question on the same page.
    static float fewest(Field field, boolean small) {
        return switch (field) {
            case Written _, Listed _, Chosen _ -> Style.ANSWER.leading + 4;
            case Across _ -> small ? 31 : 36;
            case Open(var options, var _) -> Math.min(options.size(), 6) * OPTION_STEP + 4;
            case Scale _ -> 44;
            case Lines(var count, var _) -> Math.min(count, 4) * rule(small) + 3;
        };
    }

    void lay(PDStructureElement parent, Field field, boolean small) {
        switch (field) {
            case Written(var text) -> written(parent, text);
            case Listed(var texts) -> listed(parent, texts);
            case Chosen(var options) -> chosen(parent, options);
            case Across(var options) -> across(parent, options, small ? 4 : 6);
            case Open open -> open(parent, open);
            case Scale scale -> scale(parent, scale);
            case Lines lines -> rules(lines, rule(small));
        }
    }

    private void written(PDStructureElement parent, String text) {
        column.down(3);
        for (var line : Column.lines(text)) {
            if (line.isEmpty()) column.down(Style.ANSWER.leading / 2);
            else column.write(parent, StandardStructureTypes.P, line, Style.ANSWER);
        }
    }

    private void listed(PDStructureElement parent, List<String> texts) {
        column.down(3);
        var list = Tags.in(parent, StandardStructureTypes.L);
        for (var i = 0; i < texts.size(); i++) {
            column.need(Style.ANSWER.leading);
            var item = Tags.in(list, StandardStructureTypes.LI);
            var number = column.set((i + 1) + ".", Style.ANSWER, INDENT);
            var label = Tags.in(item, StandardStructureTypes.LBL);
            var ink = column.ink();
            var y = column.y();
            ink.read(label, () -> ink.words(number.lines().getFirst(), Style.ANSWER, Shade.SOFT, Column.LEFT, y));
            var body = Tags.in(item, StandardStructureTypes.L_BODY);
            for (var line : Column.lines(texts.get(i))) {
                column.write(
                        body,
                        StandardStructureTypes.P,
                        line,
                        Style.ANSWER,
                        Column.LEFT + INDENT,
                        Column.WIDTH - INDENT);
            }
        }
    }

    private void chosen(PDStructureElement parent, List<String> options) {
        column.down(3);
        var list = Tags.in(parent, StandardStructureTypes.L);
        for (var option : options) {
            column.need(Style.ANSWER.leading);
            var y = column.y() + Style.ANSWER.leading / 2;
            column.look(ink -> ink.polyline(
                    new float[] {Column.LEFT + 1, y, Column.LEFT + 4, y + 3.2f, Column.LEFT + 10, y - 4.2f},
                    1.8f,
                    Shade.KELP));
            column.write(
                    item(list),
                    StandardStructureTypes.P,
                    option,
                    Style.ANSWER,
                    Column.LEFT + INDENT,
                    Column.WIDTH - INDENT);
        }
    }

    private static PDStructureElement item(PDStructureElement list) {
        return Tags.in(Tags.in(list, StandardStructureTypes.LI), StandardStructureTypes.L_BODY);
    }

    /// As the pages have them. Where one is chosen, the others are only there to look at.
    private void across(PDStructureElement parent, List<Option> options, float padding) {
        column.down(6);
        var answered = options.stream().anyMatch(Option::chosen);
        var list = Tags.in(parent, StandardStructureTypes.L);
        var columns = columns(options);
        var width = (Column.WIDTH - (columns - 1) * GAP) / columns;
        for (var from = 0; from < options.size(); from += columns) {
            var row = options.subList(from, Math.min(from + columns, options.size()));
            var lines = row.stream()
                    .mapToInt(option -> column.set(option.text(), style(option), width - 12)
                            .lines()
                            .size())
                    .max()
                    .orElse(1);
            var height = lines * Style.OPTION.leading + 2 * padding;
            column.need(height);
            for (var i = 0; i < row.size(); i++) {
                pill(list, row.get(i), Column.LEFT + i * (width + GAP), width, height, answered);
            }
            column.down(height + GAP);
        }
        column.down(-GAP / 2);
    }

    /// As many beside each other as have room for their words.
    private int columns(List<Option> options) {
        var widest = PILL_LEAST;
        for (var option : options) {
            var words = column.set(option.text(), Style.OPTION_CHOSEN, Column.WIDTH - 12);
            widest = Math.max(widest, words.width() * Style.OPTION.size + 16);
        }
        return Math.clamp((int) ((Column.WIDTH + GAP) / (widest + GAP)), 1, options.size());
    }

    private static Style style(Option option) {
        return option.chosen() ? Style.OPTION_CHOSEN : Style.OPTION;
    }

    private void pill(PDStructureElement list, Option option, float x, float width, float height, boolean answered) {
        var ink = column.ink();
        var top = column.y();
        ink.look(() -> {
            if (option.chosen()) ink.filled(x, top, width, height, 7, Shade.INK);
            else ink.framed(x, top, width, height, 7, Shade.LINE);
        });
        var style = style(option);
        var words = column.set(option.text(), style, width - 12);
        var y = top + (height - column.height(words, style)) / 2;
        Ink.Drawing drawing = () -> {
            for (var i = 0; i < words.lines().size(); i++) {
                var line = words.lines().get(i);
                ink.words(line, style, x + (width - line.width() * style.size) / 2, y + i * style.leading);
            }
        };
        if (answered && !option.chosen()) ink.look(drawing);
        else ink.read(column.piece(item(list), StandardStructureTypes.P, option.text(), words), drawing);
    }

    private void open(PDStructureElement parent, Open open) {
        column.down(4);
        var list = Tags.in(parent, StandardStructureTypes.L);
        var half = Column.WIDTH / 2;
        var beside = open.options().size() > MANY_OPTIONS
                && open.options().stream()
                        .allMatch(text -> column.set(text, Style.OPTION, half - INDENT - 8)
                                        .lines()
                                        .size()
                                == 1);
        var width = (beside ? half : Column.WIDTH) - INDENT - 8;
        for (var i = 0; i < open.options().size(); i++) {
            var right = beside && i % 2 == 1;
            var text = open.options().get(i);
            if (!right) column.need(OPTION_STEP);
            var x = Column.LEFT + (right ? half : 0);
            var y = column.y();
            column.look(ink -> ink.framed(
                    x + 1, y + (Style.OPTION.leading - MARK) / 2, MARK, MARK, open.several() ? 2 : MARK, Shade.LINE));
            column.write(item(list), StandardStructureTypes.P, text, Style.OPTION, x + INDENT, width);
            var last = i == open.options().size() - 1;
            if (beside && !right && !last) column.down(y - column.y());
            else column.down(OPTION_STEP - Style.OPTION.leading);
        }
    }

    private void scale(PDStructureElement parent, Scale scale) {
        var steps = Math.max(1, (scale.to() - scale.from()) / Math.max(1, scale.step()));
        var at = scale.at();
        if (at != null) {
            column.down(3);
            column.write(parent, StandardStructureTypes.P, scale.said(), Style.ANSWER);
        }
        column.down(4);
        column.need(34);
        var ink = column.ink();
        var y = column.y() + 8;
        var from = Column.LEFT + 8;
        var reach = Column.WIDTH - 16;
        Ink.Drawing drawing = () -> {
            ink.line(from, y, from + reach, y, 1.4f, Shade.LINE);
            for (var i = 0; i <= steps; i++) {
                if (steps > MOST_TICKS && i % steps != 0) continue;
                var x = from + reach * i / steps;
                ink.line(x, y - 3.5f, x, y + 3.5f, 0.9f, Shade.LINE);
                var number = column.set(String.valueOf(scale.from() + i * scale.step()), Style.NUMBER, Column.WIDTH);
                ink.words(number.lines().getFirst(), Style.NUMBER, x - number.width() * Style.NUMBER.size / 2, y + 8);
            }
            if (at != null) {
                var x = from + reach * Math.clamp((float) (at - scale.from()) / (scale.to() - scale.from()), 0, 1);
                ink.line(from, y, x, y, 3.4f, Shade.KELP);
                ink.filled(x - 6, y - 6, 12, 12, 6, Shade.KELP);
            }
        };
        if (at != null) ink.look(drawing);
        else ink.read(Tags.figure(parent, scale.said(), Ink.area(Column.LEFT, y - 8, Column.WIDTH, 30)), drawing);
        column.down(32);
    }

    private static float rule(boolean small) {
        return small ? SMALL_RULE : RULE;
    }

    private void rules(Lines lines, float step) {
        for (var i = 0; i < lines.count(); i++) {
            column.need(step);
            column.down(step);
            var y = column.y();
            var end = Column.LEFT + (lines.wide() ? Column.WIDTH : SHORT);
            column.look(ink -> ink.line(Column.LEFT, y, end, y, 0.7f, Shade.LINE));
        }
        column.down(3);
    }
}
