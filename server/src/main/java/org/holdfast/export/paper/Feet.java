package org.holdfast.export.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What stands at the foot of every page: which paper, and which page of how many. Whoever listens hears it of the
/// program that reads.
final class Feet {
    private static final float FROM_TOP = Ink.HEIGHT - 46;
    private static final float ROOM = 90;

    private Feet() {}

    static void number(PDDocument document, Tags tags, Column column, String title, PaperWords words)
            throws IOException {
        var all = document.getNumberOfPages();
        var name = column.set(title, Style.FOOT, Column.WIDTH - ROOM).lines().getFirst();
        for (var at = 1; at <= all; at++) {
            var page = column.set(words.page(at, all), Style.FOOT, Column.WIDTH);
            var right = Column.LEFT + Column.WIDTH - page.width() * Style.FOOT.size;
            try (var ink = Ink.on(document, tags, document.getPage(at - 1))) {
                ink.look(() -> {
                    ink.words(name, Style.FOOT, Column.LEFT, FROM_TOP);
                    ink.words(page.lines().getFirst(), Style.FOOT, right, FROM_TOP);
                });
            }
        }
    }
}
