package org.holdfast.export.paper;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.holdfast.export.paper.Block.Aside;
import org.holdfast.export.paper.Block.Asked;
import org.holdfast.export.paper.Block.BlankRow;
import org.holdfast.export.paper.Block.Entries;
import org.holdfast.export.paper.Block.Entry;
import org.holdfast.export.paper.Block.Heading;
import org.holdfast.export.paper.Block.More;
import org.holdfast.export.paper.Block.Strength;
import org.holdfast.export.paper.Block.Title;
import org.holdfast.export.paper.Block.Wave;
import org.holdfast.export.paper.Block.Words;

/// Lays what stands on a paper onto pages, as the pages of the room look: hairs between parts, a row at a glance with
/// its bars at the right, what helps in green below it.
final class Press {
    private static final float BAR = 4;
    private static final float BAR_STEP = 6.2f;
    private static final float BAR_FOOT = 3;
    private static final float BAR_REACH = 9;
    private static final int WAVE_POINTS = 144;
    private static final float WAVE_HEIGHT = 70;
    /// What is written below a heading on the same page.
    private static final float WITH_HEADING = 64;

    /// A row that is no higher goes onto one page.
    private static final float TOGETHER = 400;

    private static final float BEFORE_SMALL = 6;

    private final Column column;
    private final PDStructureElement document;
    private final FieldPress fields;

    Press(Column column, PDStructureElement document) {
        this.column = column;
        this.document = document;
        this.fields = new FieldPress(column);
    }

    void lay(List<Block> blocks) {
        for (var i = 0; i < blocks.size(); i++) {
            lay(blocks.get(i), i + 1 < blocks.size() ? least(blocks.get(i + 1)) : 0);
        }
    }

    /// What of it a heading has below it on the same page.
    private float least(Block block) {
        return switch (block) {
            case Asked asked -> height(asked);
            case BlankRow row -> height(row) <= TOGETHER ? height(row) : WITH_HEADING;
            case Title _, Aside _, Heading _, Words _, Entries _, Wave _ -> WITH_HEADING;
        };
    }

    /// @param next how much stands below it at the least
    private void lay(Block block, float next) {
        switch (block) {
            case Title(var text) -> column.write(document, StandardStructureTypes.H1, text, Style.TITLE);
            case Aside(var text) -> aside(text);
            case Heading heading -> heading(heading, next);
            case Words(var text) -> words(text);
            case Asked asked -> asked(asked);
            case Entries(var rows) -> entries(rows);
            case BlankRow row -> blankRow(row);
            case Wave wave -> wave(wave);
        }
    }

    private void aside(String text) {
        column.down(3);
        column.need(Style.ASIDE.leading);
        for (var line : Column.lines(text)) column.write(document, StandardStructureTypes.P, line, Style.ASIDE);
    }

    private void words(String text) {
        column.down(8);
        column.need(Style.WORDS.leading);
        for (var line : Column.lines(text)) column.write(document, StandardStructureTypes.P, line, Style.WORDS);
        column.down(4);
    }

    private void heading(Heading heading, float next) {
        if (heading.text().isEmpty()) return;
        if (heading.inner()) {
            column.down(12);
            column.need(Style.INNER_HEADING.leading + next);
            column.write(document, StandardStructureTypes.H3, heading.text(), Style.INNER_HEADING);
            return;
        }
        column.down(16);
        if (!column.need(16 + Style.HEADING.leading + next)) {
            column.hair();
            column.down(16);
        }
        column.write(document, StandardStructureTypes.H2, heading.text(), Style.HEADING);
    }

    private void asked(Asked asked) {
        var style = asked.small() ? Style.ASKED_SMALL : Style.ASKED;
        column.down(asked.small() ? BEFORE_SMALL : 13);
        column.need(height(asked) - BEFORE_SMALL);
        column.write(document, StandardStructureTypes.P, asked.text(), style);
        if (asked.help() != null && !asked.small()) {
            column.write(document, StandardStructureTypes.P, asked.help(), Style.ASIDE);
        }
        fields.lay(document, asked.field(), asked.small());
    }

    /// At the least.
    private float height(Asked asked) {
        var style = asked.small() ? Style.ASKED_SMALL : Style.ASKED;
        var words = column.set(asked.text(), style, Column.WIDTH);
        return BEFORE_SMALL + column.height(words, style) + FieldPress.fewest(asked.field(), asked.small());
    }

    private void entries(List<Entry> rows) {
        var list = Tags.in(document, StandardStructureTypes.L);
        for (var i = 0; i < rows.size(); i++) {
            column.down(8);
            if (!column.need(Style.ROW.leading + Style.MORE.leading) && i > 0) {
                column.hair();
                column.down(8);
            }
            entry(list, rows.get(i));
        }
        column.down(4);
    }

    private void entry(PDStructureElement list, Entry row) {
        var body = Tags.in(Tags.in(list, StandardStructureTypes.LI), StandardStructureTypes.L_BODY);
        var beside = strengthsWidth(row.strengths());
        var top = column.y();
        var ink = column.ink();
        // Drawn while the row's first page is written on, and read after its words, which may go on over the next.
        var strengths = new ArrayList<PDStructureElement>();
        var y = top;
        for (var strength : row.strengths()) {
            strengths.add(strength(ink, body, strength, y));
            y += Style.STRENGTH.leading;
        }
        var titles = row.title() == null ? List.<String>of() : Column.lines(row.title());
        for (var title : titles) {
            column.write(body, StandardStructureTypes.P, title, Style.ROW, Column.LEFT, Column.WIDTH - beside);
        }
        strengths.forEach(body::appendKid);
        if (column.ink() == ink) column.down(Math.max(0, y - column.y()));
        for (var more : row.more()) more(body, more);
    }

    private float strengthsWidth(List<Strength> strengths) {
        var widest = 0f;
        for (var strength : strengths) {
            var words = column.set(strength.text(), Style.STRENGTH, Column.WIDTH / 3);
            widest = Math.max(widest, strength.of() * BAR_STEP + 6 + words.width() * Style.STRENGTH.size + 16);
        }
        return widest;
    }

    /// In words too, so the bars are only to look at.
    private PDStructureElement strength(Ink ink, PDStructureElement body, Strength strength, float y) {
        var words = column.set(strength.text(), Style.STRENGTH, Column.WIDTH / 3);
        var element = Column.loose(body, StandardStructureTypes.P, strength.text(), words);
        var line = words.lines().getFirst();
        var x = Column.LEFT + Column.WIDTH - words.width() * Style.STRENGTH.size;
        ink.read(element, () -> ink.words(line, Style.STRENGTH, x, y));
        ink.look(() -> {
            for (var i = 1; i <= strength.of(); i++) {
                var height = BAR_FOOT + BAR_REACH * i / strength.of();
                var left = x - 4 - (strength.of() - i + 1) * BAR_STEP;
                var foot = y + Style.STRENGTH.leading - 3.5f;
                ink.filled(left, foot - height, BAR, height, 1.3f, i <= strength.at() ? Shade.AMBER : Shade.OFF);
            }
        });
        return element;
    }

    private void more(PDStructureElement body, More more) {
        var style = more.asks() == null ? Style.MORE : Style.MORE_ASKED;
        var text = more.asks() == null ? more.words() : asking(more.asks()) + " " + more.words();
        for (var line : Column.lines(text)) column.write(body, StandardStructureTypes.P, line, style);
    }

    /// What is no whole question is told from its answer by a colon.
    private static String asking(String asks) {
        var ends = asks.isEmpty() || !Character.isLetterOrDigit(asks.codePointBefore(asks.length()));
        return ends ? asks : asks + ":";
    }

    private void blankRow(BlankRow row) {
        column.down(4);
        if (height(row) <= TOGETHER) column.need(height(row) - 4);
        row.questions().forEach(this::asked);
        column.down(8);
    }

    private float height(BlankRow row) {
        return 4 + (float) row.questions().stream().mapToDouble(this::height).sum();
    }

    private void wave(Wave wave) {
        if (!wave.text().isEmpty()) words(wave.text());
        column.down(8);
        column.need(WAVE_HEIGHT + 60);
        var figure =
                Tags.figure(document, wave.picture(), Ink.area(Column.LEFT, column.y(), Column.WIDTH, WAVE_HEIGHT + 4));
        var top = column.y();
        column.ink().read(figure, () -> {
            column.ink().polygon(wavePoints(top, true), Shade.KELP_WASH);
            column.ink().polyline(wavePoints(top, false), 2, Shade.KELP);
        });
        column.down(WAVE_HEIGHT + 8);
        var third = Column.WIDTH / 3;
        var from = column.y();
        var end = from;
        for (var i = 0; i < wave.says().size(); i++) {
            var text = wave.says().get(i);
            var words = column.set(text, Style.ASIDE, third - 16);
            column.write(
                    column.piece(document, StandardStructureTypes.P, text, words),
                    words,
                    Style.ASIDE,
                    Column.LEFT + i * third,
                    third - 16);
            end = Math.max(end, column.y());
            column.down(from - column.y());
        }
        column.down(end - from + 6);
    }

    private static float[] wavePoints(float top, boolean closed) {
        var points = new float[2 * (WAVE_POINTS + 1) + (closed ? 4 : 0)];
        for (var i = 0; i <= WAVE_POINTS; i++) {
            var part = (float) i / WAVE_POINTS;
            points[2 * i] = Column.LEFT + part * Column.WIDTH;
            points[2 * i + 1] = top + 2 + (1 - height(part)) * WAVE_HEIGHT;
        }
        if (closed) {
            var at = 2 * (WAVE_POINTS + 1);
            points[at] = Column.LEFT + Column.WIDTH;
            points[at + 1] = top + 2 + WAVE_HEIGHT;
            points[at + 2] = Column.LEFT;
            points[at + 3] = top + 2 + WAVE_HEIGHT;
        }
        return points;
    }

    /// It rises, stands high for a while and falls.
    private static float height(float part) {
        var high = 0.38f;
        var until = 0.55f;
        if (part <= high) return (1 - (float) Math.cos(Math.PI * part / high)) / 2;
        if (part <= until) return 1;
        return (1 + (float) Math.cos(Math.PI * (part - until) / (1 - until))) / 2;
    }
}
