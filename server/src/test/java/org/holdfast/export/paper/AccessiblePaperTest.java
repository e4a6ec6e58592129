package org.holdfast.export.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.holdfast.worksheet.FormView;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What PDF/UA asks of a file, as far as a program can look.
class AccessiblePaperTest {
    private static final Set<String> TAGS =
            Set.of("Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure");

    @TestFactory
    Stream<DynamicTest> it_says_what_it_is_and_runs_nothing() {
        return each((document, view) -> {
            var catalog = document.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals(view.language(), catalog.getLanguage());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertEquals(view.title(), document.getDocumentInformation().getTitle());
            assertEquals(
                    Set.of(COSName.TITLE),
                    document.getDocumentInformation().getCOSObject().keySet());
            var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), metadata);
            assertTrue(metadata.contains("<dc:language><rdf:Bag><rdf:li>" + view.language()), metadata);
            assertNull(catalog.getOpenAction());
            assertNull(catalog.getNames());
            assertNull(catalog.getAcroForm());
            for (var page : document.getPages()) {
                assertEquals(COSName.S, page.getCOSObject().getCOSName(COSName.getPDFName("Tabs")));
                assertEquals(List.of(), page.getAnnotations());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> its_fonts_are_in_it() {
        return each((document, view) -> {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    assertTrue(font.getCOSObject().containsKey(COSName.TO_UNICODE), font.getName());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> its_headings_go_down_one_by_one_and_each_piece_is_known_from_both_sides() {
        return each((document, view) -> {
            var root = document.getDocumentCatalog().getStructureTreeRoot();
            var levels = new int[] {0};
            walk(document, root, levels);
            assertTrue(levels[0] >= 1);
        });
    }

    private static void walk(PDDocument document, PDStructureNode node, int[] level) throws IOException {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                var type = element.getStructureType();
                assertTrue(TAGS.contains(type), type);
                if (type.matches("H\\d")) {
                    var own = type.charAt(1) - '0';
                    assertTrue(own <= level[0] + 1, type + " after level " + level[0]);
                    level[0] = own;
                }
                if (type.equals("Figure")) {
                    assertFalse(element.getAlternateDescription().isBlank());
                    assertNotNull(element.getAttributes().getObject(0));
                }
                if (type.equals("L")) assertFalse(element.getKids().isEmpty(), "An empty list");
                walk(document, element, level);
            } else if (kid instanceof PDMarkedContentReference reference) {
                var parents = document.getDocumentCatalog()
                        .getStructureTreeRoot()
                        .getParentTree()
                        .getNumbers();
                var value = (PDParentTreeValue) parents.get(reference.getPage().getStructParents());
                var array = (org.apache.pdfbox.cos.COSArray) value.getCOSObject();
                assertEquals(node.getCOSObject(), (COSDictionary) array.getObject(reference.getMCID()));
            }
        }
    }

    private interface Check {
        void of(PDDocument document, FormView view) throws IOException;
    }

    private static Stream<DynamicTest> each(Check check) {
        return Printed.eachForm((form, language) -> {
            for (var answers : List.of(org.holdfast.worksheet.Answers.NONE, FilledPapers.filled(form))) {
                try (var document = Loader.loadPDF(Printed.of(form, answers, language))) {
                    check.of(document, FormView.of(form, language));
                }
            }
        });
    }
}
