package org.holdfast.export.paper;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// The fonts of one document: that of the pages in two weights, and two for letters and pictures that it does not
/// have, which are large and so only read when there are some.
final class Fonts implements Closeable {
    /// For what no font can draw.
    static final int BOX = 0x25A1;

    private static final byte[] REGULAR = bytes("atkinson/regular.ttf");
    private static final byte[] BOLD = bytes("atkinson/bold.ttf");
    private static final byte[] OTHERS = bytes("dejavu/dejavu-sans.ttf");
    private static final byte[] PICTURES = bytes("emoji/noto-emoji.ttf");

    /// One of them, as far as it is known which letters it has and how wide they are.
    static final class Font {
        final PDFont ink;
        private final TrueTypeFont file;
        private final CmapLookup letters;
        private final Map<Integer, Float> widths = new HashMap<>();

        private Font(PDDocument document, byte[] bytes) throws IOException {
            file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            letters = Objects.requireNonNull(file.getUnicodeCmapLookup());
            ink = PDType0Font.load(document, file, true);
        }

        boolean has(int letter) {
            return letters.getGlyphId(letter) != 0;
        }

        boolean has(String text) {
            return text.codePoints().allMatch(this::has);
        }

        /// In parts of the font's size.
        float width(String text) {
            return (float) text.codePoints().mapToDouble(this::width).sum();
        }

        private float width(int letter) {
            return widths.computeIfAbsent(letter, this::measured);
        }

        private float measured(int letter) {
            try {
                return (float) file.getAdvanceWidth(letters.getGlyphId(letter)) / file.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final PDDocument document;
    private final Font regular;
    private final Font bold;
    private @Nullable Font others;
    private @Nullable Font pictures;

    Fonts(PDDocument document) throws IOException {
        this.document = document;
        this.regular = new Font(document, REGULAR);
        this.bold = new Font(document, BOLD);
    }

    Font own(boolean strong) {
        return strong ? bold : regular;
    }

    Font others() {
        try {
            if (others == null) others = new Font(document, OTHERS);
            return others;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Font pictures() {
        try {
            if (pictures == null) pictures = new Font(document, PICTURES);
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        regular.file.close();
        bold.file.close();
        if (others != null) others.file.close();
        if (pictures != null) pictures.file.close();
    }

    private static byte[] bytes(String name) {
        try (var stream = Fonts.class.getResourceAsStream("/fonts/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
