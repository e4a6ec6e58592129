package org.holdfast.export.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Progress;
import org.jspecify.annotations.Nullable;

/// One paper of one person as a PDF: what they wrote, and lines to write on where they wrote nothing. It names nobody,
/// and no clinic unless that is wished. A form of a clinic's own may say whose it is in its rights, so those are
/// printed of forms that come with the product alone.
///
/// The same input gives the same bytes. Takes a while, so it is nothing for an event loop.
public final class PaperPdf {
    private static final float THIN = 0.75f;

    private PaperPdf() {}

    /// @param language that is asked for: `en` or `es`
    /// @param written when something was written on it last; absent when nothing was
    /// @param filing for those who keep it; absent for the person themselves
    /// @param clinic what it is called, where that is wished: whoever finds the paper learns where somebody goes
    public record Source(
            Form form,
            Answers answers,
            String language,
            @Nullable Instant written,
            ZoneId zone,
            @Nullable Filing filing,
            @Nullable String clinic) {
        /// The form's own where it is not translated.
        private String spoken() {
            return form.title().translations().containsKey(language) ? language : form.language();
        }
    }

    /// What goes with a record that leaves.
    ///
    /// @param number the person's record number
    /// @param notices what the law says of it
    public record Filing(String number, List<String> notices) {}

    public static byte[] of(Source source) throws IOException {
        var words = new PaperWords(source.spoken());
        var title = source.form().title().in(words.language());
        try (var document = new PDDocument();
                var fonts = new Fonts(document)) {
            var tags = new Tags();
            var column = new Column(document, tags, new Setting(fonts, words.language()));
            head(source, words, title, column, tags.document());
            new Press(column, tags.document()).lay(Composition.of(source.form(), source.answers(), words));
            foot(source, words, column, tags.document());
            column.close();
            Feet.number(document, tags, column, title, words);
            tags.putInto(document);
            Describing.describe(document, title, words.language());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /// The title over a line that is as green as much is answered, as on the pages.
    private static void head(
            Source source, PaperWords words, String title, Column column, PDStructureElement document) {
        column.need(1);
        var about = source.form().about();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Title(title));
        if (about != null) blocks.add(new Block.Aside(about.in(words.language())));
        new Press(column, document).lay(blocks);
        // On a line of its own: a name in another script turns nothing else around.
        if (source.clinic() != null) {
            column.write(document, StandardStructureTypes.P, source.clinic(), Style.ASIDE);
        }
        var facts = new ArrayList<String>();
        if (source.written() != null) facts.add(words.written(source.written(), source.zone()));
        if (source.filing() != null) facts.add(words.number(source.filing().number()));
        if (!facts.isEmpty()) {
            column.write(document, StandardStructureTypes.P, String.join(" · ", facts), Style.ASIDE);
        }
        column.down(11);
        var progress = Progress.of(source.form(), source.answers());
        var part = progress.questions() == 0 ? 0 : (float) progress.answered() / progress.questions();
        var y = column.y();
        column.hair();
        if (part > 0)
            column.look(ink -> ink.line(Column.LEFT, y, Column.LEFT + part * Column.WIDTH, y, 2.2f, Shade.KELP));
        column.down(4);
    }

    private static void foot(Source source, PaperWords words, Column column, PDStructureElement document) {
        var lines = new ArrayList<String>();
        if (source.form().shippable()) lines.add(source.form().rights().in(words.language()));
        if (source.filing() != null) lines.addAll(source.filing().notices());
        if (lines.isEmpty()) return;
        column.down(22);
        column.need(14 * lines.size() + 12f);
        column.look(ink -> ink.line(Column.LEFT, column.y(), Column.LEFT + 60, column.y(), THIN, Shade.HAIR));
        column.down(8);
        for (var line : lines) column.write(document, StandardStructureTypes.P, line, Style.FOOT);
    }
}
