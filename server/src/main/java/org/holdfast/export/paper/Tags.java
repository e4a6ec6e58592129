package org.holdfast.export.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/// What is read to whoever does not see the page, in this order: what each piece on it is.
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final Map<PDPage, List<PDStructureElement>> pages = new HashMap<>();
    private final List<PDPage> order = new ArrayList<>();

    Tags() {
        root.appendKid(document);
    }

    PDStructureElement document() {
        return document;
    }

    static PDStructureElement in(PDStructureElement parent, String type) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /// Something to look at, in words.
    static PDStructureElement figure(PDStructureElement parent, String words, PDRectangle where) {
        var figure = in(parent, StandardStructureTypes.Figure);
        figure.setAlternateDescription(words);
        var layout = new PDLayoutAttributeObject();
        layout.setBBox(where);
        figure.addAttribute(layout);
        return figure;
    }

    /// The number by which a piece of a page says what it belongs to.
    int mark(PDStructureElement element, PDPage page) {
        var marks = pages.computeIfAbsent(page, _ -> {
            page.setStructParents(order.size());
            order.add(page);
            return new ArrayList<>();
        });
        var number = marks.size();
        marks.add(element);
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        return number;
    }

    void putInto(PDDocument paper) {
        var numbers = new HashMap<Integer, COSObjectable>();
        for (var i = 0; i < order.size(); i++) {
            var elements = new COSArray();
            for (var element : pages.getOrDefault(order.get(i), List.of())) elements.add(element);
            numbers.put(i, new PDParentTreeValue(elements));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(order.size());
        paper.getDocumentCatalog().setStructureTreeRoot(root);
        for (var page : paper.getPages()) page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }
}
