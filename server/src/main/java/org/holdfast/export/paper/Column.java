package org.holdfast.export.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.holdfast.export.paper.Setting.Line;
import org.holdfast.export.paper.Setting.Paragraph;
import org.jspecify.annotations.Nullable;

/// Where one writes: down the page, and on to the next when it is full.
final class Column {
    static final float LEFT = 72;
    static final float WIDTH = Ink.WIDTH - 2 * LEFT;
    private static final float TOP = 60;
    private static final float END = Ink.HEIGHT - 66;

    private final PDDocument document;
    private final Tags tags;
    private final Setting setting;
    private @Nullable Ink ink;
    private float y;

    Column(PDDocument document, Tags tags, Setting setting) {
        this.document = document;
        this.tags = tags;
        this.setting = setting;
    }

    float y() {
        return y;
    }

    Ink ink() {
        if (ink == null) throw new IllegalStateException("Nothing has room yet");
        return ink;
    }

    void down(float points) {
        y += points;
    }

    /// Begins a page when there is less room than this on the one that is written on.
    ///
    /// @return whether it did
    boolean need(float height) {
        if (ink != null && y + Math.min(height, END - TOP) <= END) return false;
        try {
            close();
            ink = Ink.onNewPage(document, tags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        y = TOP;
        return true;
    }

    Paragraph set(String text, Style style, float width) {
        return setting.set(text, style.strong, width / style.size);
    }

    float height(Paragraph paragraph, Style style) {
        return paragraph.lines().size() * style.leading;
    }

    /// A piece of its own with these words, and room for all of its lines.
    void write(PDStructureElement parent, String type, String text, Style style) {
        write(parent, type, text, style, LEFT, WIDTH);
    }

    void write(PDStructureElement parent, String type, String text, Style style, float x, float width) {
        var paragraph = set(text, style, width);
        if (paragraph.lines().getFirst().stretches().isEmpty()) return;
        write(piece(parent, type, text, paragraph), paragraph, style, x, width);
    }

    void write(PDStructureElement element, Paragraph paragraph, Style style, float x, float width) {
        for (var line : paragraph.lines()) {
            need(style.leading);
            ink().read(element, () -> ink().words(line, style, from(paragraph, line, style, x, width), y));
            y += style.leading;
        }
    }

    PDStructureElement piece(PDStructureElement parent, String type, String text, Paragraph paragraph) {
        var element = loose(parent, type, text, paragraph);
        parent.appendKid(element);
        return element;
    }

    /// Said as it was written where what is drawn does not say it; not read before it is put among its parent's pieces.
    static PDStructureElement loose(PDStructureElement parent, String type, String text, Paragraph paragraph) {
        var element = new PDStructureElement(type, parent);
        if (!paragraph.faithful()) element.setActualText(text);
        return element;
    }

    private static float from(Paragraph paragraph, Line line, Style style, float x, float width) {
        return paragraph.backwards() ? x + width - line.width() * style.size : x;
    }

    void hair() {
        look(ink -> ink.line(LEFT, y, LEFT + WIDTH, y, 0.75f, Shade.HAIR));
    }

    interface Drawing {
        void on(Ink ink) throws IOException;
    }

    void look(Drawing drawing) {
        var on = ink();
        on.look(() -> drawing.on(on));
    }

    void close() throws IOException {
        if (ink != null) ink.close();
        ink = null;
    }

    /// What somebody wrote in several lines, each a piece of its own.
    static List<String> lines(String text) {
        return text.strip().lines().map(String::stripTrailing).toList();
    }
}
