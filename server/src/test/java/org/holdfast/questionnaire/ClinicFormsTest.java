package org.holdfast.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdfast.questionnaire.ClinicForms.Refused;
import org.holdfast.worksheet.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the FHIR library as a server loads it: apart, and only now.
class ClinicFormsTest {
    private static final FhirCheck CHECK = new FhirCheck(Path.of("target", FhirCheck.FOLDER));

    @TempDir
    Path home;

    private Path folder;
    private Path kept;
    private Shelf shelf;

    @BeforeEach
    void aClinicWithAFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("forms"));
        kept = home.resolve("kept");
        shelf = Shelf.shipped();
    }

    @AfterAll
    static void theLibraryIsLetGo() throws IOException {
        CHECK.close();
    }

    private ClinicForms.Outcome bring() throws IOException {
        return ClinicForms.bring(folder, kept, shelf, CHECK);
    }

    private static List<String> names(List<Form> forms) {
        return forms.stream().map(form -> form.form() + " " + form.version()).toList();
    }

    private static String reason(List<Refused> refused) {
        assertEquals(1, refused.size(), refused.toString());
        return refused.getFirst().reasons().getFirst().sentence();
    }

    @Test
    void soundFilesAreUsedAndOthersRefusedByName() throws IOException {
        Files.writeString(folder.resolve("a.json"), Brought.EACH_KIND);
        Files.writeString(folder.resolve("b.json"), "{}");
        Files.write(folder.resolve("c.json"), new byte[] {'"', (byte) 0xff, '"'});
        Files.writeString(folder.resolve("notes.txt"), "not looked at");
        Files.createDirectory(folder.resolve("d.json"));
        var outcome = bring();
        assertEquals(List.of("each-kind 1.2"), names(outcome.added()));
        assertEquals(
                List.of("b.json", "c.json", "d.json"),
                outcome.refused().stream().map(Refused::file).toList());
        assertNotNull(shelf.find("each-kind", "1.2"));
    }

    /// What the reader takes no offence at, and FHIR does.
    @Test
    void whatIsNoSoundFhirIsRefusedInTheLibrarysWords() throws IOException {
        var sound = Brought.changed(root -> root.put("date", "2026-03-02"));
        assertEquals(Reading.Read.class, QuestionnaireReader.ofClinic(sound).getClass());
        Files.writeString(folder.resolve("a.json"), sound);
        Files.writeString(folder.resolve("b.json"), Brought.changed(root -> {
            root.put("version", "2");
            root.put("date", "the day before yesterday");
        }));
        var outcome = bring();
        assertEquals(List.of("each-kind 1.2"), names(outcome.added()));
        assertTrue(reason(outcome.refused()).contains("the day before yesterday"), outcome.toString());
    }

    @Test
    void anotherWordingOfTheSameVersionIsRefusedAndANewVersionStandsBesideTheOld() throws IOException {
        Files.writeString(folder.resolve("a.json"), Brought.EACH_KIND);
        bring();
        assertEquals(List.of(), bring().refused());
        Files.writeString(folder.resolve("a.json"), Brought.changed(root -> root.put("title", "Another title")));
        assertTrue(reason(bring().refused()).contains("Give the new wording a new version"));
        Files.writeString(
                folder.resolve("a.json"),
                Brought.changed(root -> root.put("title", "Another title").put("version", "1.3")));
        assertEquals(List.of("each-kind 1.3"), names(bring().added()));
        var first = shelf.find("each-kind", "1.2");
        assertTrue(first != null && first.title().original().equals("One of each kind"));
    }

    @Test
    void whatPeopleHaveWrittenOnStaysWhenItsFileIsGone() throws IOException {
        Files.writeString(folder.resolve("a.json"), Brought.EACH_KIND);
        bring();
        Files.delete(folder.resolve("a.json"));
        var next = Shelf.shipped();
        assertNull(next.find("each-kind", "1.2"));
        assertEquals(
                List.of("each-kind 1.2"), names(ClinicForms.putBack(kept, next).added()));
        assertNotNull(next.find("each-kind", "1.2"));
        assertEquals(
                List.of(), ClinicForms.putBack(home.resolve("nothing"), next).added());
    }

    @Test
    void aShippedFormCannotBeReplaced() throws IOException {
        var shipped = shelf.newest().getFirst();
        Files.writeString(folder.resolve("a.json"), Brought.changed(root -> {
            var url = "urn:holdfast:worksheet:" + shipped.form();
            root.put("url", url).put("version", shipped.version());
            var items = root.putArray("item");
            items.addObject().put("linkId", "q").put("text", "Well?").put("type", "boolean");
        }));
        assertTrue(reason(bring().refused()).contains("is here already"));
        assertEquals(shipped, shelf.find(shipped.form(), shipped.version()));
    }

    @Test
    void withoutTheLibraryNothingIsUsedUnchecked() throws IOException {
        Files.writeString(folder.resolve("a.json"), Brought.EACH_KIND);
        try (var missing = new FhirCheck(home.resolve("no-library"))) {
            var outcome = ClinicForms.bring(folder, kept, shelf, missing);
            assertEquals(List.of(), outcome.added());
            assertTrue(reason(outcome.refused()).startsWith("it could not be checked. There is no folder"));
        }
        assertNull(shelf.find("each-kind", "1.2"));
    }
}
