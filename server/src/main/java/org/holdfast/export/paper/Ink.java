package org.holdfast.export.paper;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/// One page that is drawn on, in points from its upper left corner. All that is drawn belongs to a piece that is read,
/// or is only to look at.
final class Ink implements Closeable {
    static final float WIDTH = PDRectangle.LETTER.getWidth();
    static final float HEIGHT = PDRectangle.LETTER.getHeight();
    /// How far a circle's handles are from its corners.
    private static final float ROUND = 0.5523f;

    interface Drawing {
        void draw() throws IOException;
    }

    private final Tags tags;
    private final PDPage page;
    private final PDPageContentStream stream;
    private boolean dry;

    private Ink(PDDocument document, Tags tags, PDPage page) throws IOException {
        this.tags = tags;
        this.page = page;
        this.stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    static Ink onNewPage(PDDocument document, Tags tags) throws IOException {
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        return new Ink(document, tags, page);
    }

    static Ink on(PDDocument document, Tags tags, PDPage page) throws IOException {
        return new Ink(document, tags, page);
    }

    static PDRectangle area(float x, float y, float width, float height) {
        return new PDRectangle(x, HEIGHT - y - height, width, height);
    }

    void read(PDStructureElement element, Drawing drawing) {
        refuseWhenDry();
        try {
            stream.beginMarkedContent(COSName.getPDFName(element.getStructureType()), tags.mark(element, page));
            drawing.draw();
            stream.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void look(Drawing drawing) {
        refuseWhenDry();
        try {
            stream.beginMarkedContent(COSName.ARTIFACT);
            drawing.draw();
            stream.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The library would write on, behind the end of the page.
    private void refuseWhenDry() {
        if (dry) throw new IllegalStateException("This page is finished");
    }

    /// @param y of the upper edge of the line
    void words(Setting.Line line, Style style, float x, float y) throws IOException {
        words(line, style, style.shade, x, y);
    }

    void words(Setting.Line line, Style style, Shade shade, float x, float y) throws IOException {
        if (line.stretches().isEmpty()) return;
        stream.beginText();
        fill(shade);
        stream.newLineAtOffset(x, HEIGHT - (y + style.leading / 2 + style.size * 0.34f));
        for (var stretch : line.stretches()) {
            stream.setFont(stretch.font().ink, style.size);
            stream.showText(stretch.text());
        }
        stream.endText();
    }

    void line(float x, float y, float toX, float toY, float thick, Shade shade) throws IOException {
        stroke(shade, thick);
        stream.moveTo(x, HEIGHT - y);
        stream.lineTo(toX, HEIGHT - toY);
        stream.stroke();
    }

    /// @param points x and y one after the other
    void polyline(float[] points, float thick, Shade shade) throws IOException {
        stroke(shade, thick);
        stream.setLineCapStyle(1);
        stream.setLineJoinStyle(1);
        trace(points);
        stream.stroke();
    }

    void polygon(float[] points, Shade shade) throws IOException {
        fill(shade);
        trace(points);
        stream.closePath();
        stream.fill();
    }

    private void trace(float[] points) throws IOException {
        stream.moveTo(points[0], HEIGHT - points[1]);
        for (var i = 2; i < points.length; i += 2) stream.lineTo(points[i], HEIGHT - points[i + 1]);
    }

    void filled(float x, float y, float width, float height, float round, Shade shade) throws IOException {
        fill(shade);
        box(x, y, width, height, round);
        stream.fill();
    }

    void framed(float x, float y, float width, float height, float round, Shade shade) throws IOException {
        stroke(shade, 0.9f);
        box(x, y, width, height, round);
        stream.stroke();
    }

    private void box(float x, float y, float width, float height, float round) throws IOException {
        var left = x;
        var right = x + width;
        var top = HEIGHT - y;
        var bottom = top - height;
        var r = Math.min(round, Math.min(width, height) / 2);
        var near = r * (1 - ROUND);
        stream.moveTo(left + r, top);
        stream.lineTo(right - r, top);
        stream.curveTo(right - near, top, right, top - near, right, top - r);
        stream.lineTo(right, bottom + r);
        stream.curveTo(right, bottom + near, right - near, bottom, right - r, bottom);
        stream.lineTo(left + r, bottom);
        stream.curveTo(left + near, bottom, left, bottom + near, left, bottom + r);
        stream.lineTo(left, top - r);
        stream.curveTo(left, top - near, left + near, top, left + r, top);
        stream.closePath();
    }

    private void fill(Shade shade) throws IOException {
        stream.setNonStrokingColor(shade.red, shade.green, shade.blue);
    }

    private void stroke(Shade shade, float thick) throws IOException {
        stream.setStrokingColor(shade.red, shade.green, shade.blue);
        stream.setLineWidth(thick);
    }

    @Override
    public void close() throws IOException {
        dry = true;
        stream.close();
    }
}
