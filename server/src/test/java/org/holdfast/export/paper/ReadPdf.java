package org.holdfast.export.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/// A paper as somebody hears it who does not see it: by its tags and in their order.
///
/// @param pieces all that is read, each as what it is tagged
/// @param untagged words that are neither read nor only there to look at
record ReadPdf(List<Piece> pieces, String untagged, int pages) {
    record Piece(String type, String text) {}

    static ReadPdf of(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            return of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadPdf of(PDDocument document) throws IOException {
        var marked = new HashMap<PDPage, Map<Integer, String>>();
        var loose = new StringBuilder();
        for (var page : document.getPages()) marked.put(page, marked(page, loose));
        var pieces = new ArrayList<Piece>();
        walk(document.getDocumentCatalog().getStructureTreeRoot(), marked, pieces);
        return new ReadPdf(List.copyOf(pieces), loose.toString(), document.getNumberOfPages());
    }

    private static Map<Integer, String> marked(PDPage page, StringBuilder loose) throws IOException {
        var words = new HashMap<Integer, String>();
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        for (var content : extractor.getMarkedContents()) {
            if (content.getTag().equals("Artifact")) continue;
            if (content.getMCID() < 0) loose.append(words(content));
            else words.put(content.getMCID(), words(content));
        }
        return words;
    }

    private static String words(PDMarkedContent content) {
        var words = new StringBuilder();
        for (var part : content.getContents()) {
            if (part instanceof TextPosition position) words.append(position.getUnicode());
        }
        return words.toString();
    }

    private static void walk(PDStructureNode node, Map<PDPage, Map<Integer, String>> marked, List<Piece> pieces) {
        var own = new StringBuilder();
        var holds = false;
        for (var kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> walk(element, marked, pieces);
                case PDMarkedContentReference reference -> {
                    holds = true;
                    own.append(marked.get(reference.getPage()).get(reference.getMCID()));
                }
                default -> throw new AssertionError(kid);
            }
        }
        if (!holds || !(node instanceof PDStructureElement element)) return;
        var said = element.getActualText() != null ? element.getActualText() : element.getAlternateDescription();
        pieces.add(new Piece(element.getStructureType(), said == null ? own.toString() : said));
    }

    List<String> texts() {
        return pieces.stream().map(Piece::text).toList();
    }

    List<String> texts(String type) {
        return pieces.stream()
                .filter(piece -> piece.type().equals(type))
                .map(Piece::text)
                .toList();
    }
}
