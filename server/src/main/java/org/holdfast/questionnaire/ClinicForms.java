package org.holdfast.questionnaire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.worksheet.Form;
import org.jspecify.annotations.Nullable;

/// A clinic's own forms: read from its folder, checked once, and kept from then on. What was kept stands on the shelf
/// whatever becomes of the folder, since people have written on it; a new wording is a new version in a new file.
public final class ClinicForms {
    static final int MOST_FILES = 200;

    private static final String ENDING = ".json";

    /// @param refused by file, with the reasons for the staff who brought it
    public record Outcome(List<Form> added, List<Refused> refused) {}

    public record Refused(String file, List<Fault> reasons) {}

    private final Path kept;
    private final Shelf shelf;
    private final List<Form> added = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private ClinicForms(Path kept, Shelf shelf) {
        this.kept = kept;
        this.shelf = shelf;
    }

    /// What was checked when it came. Takes no time to speak of.
    public static Outcome putBack(Path kept, Shelf shelf) throws IOException {
        var forms = new ClinicForms(kept, shelf);
        if (Files.isDirectory(kept)) for (var file : files(kept)) forms.putBack(file);
        return forms.outcome();
    }

    /// What is new in a folder. Takes some seconds when there is something.
    ///
    /// @param kept where copies of what was found sound are kept
    public static Outcome bring(Path folder, Path kept, Shelf shelf) throws IOException {
        try (var check = FhirCheck.besideTheServer()) {
            return bring(folder, kept, shelf, check);
        }
    }

    static Outcome bring(Path folder, Path kept, Shelf shelf, FhirCheck check) throws IOException {
        Files.createDirectories(kept);
        var forms = new ClinicForms(kept, shelf);
        for (var file : files(folder)) forms.bring(file, check);
        return forms.outcome();
    }

    private Outcome outcome() {
        return new Outcome(List.copyOf(added), List.copyOf(refused));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private void putBack(Path file) throws IOException {
        read(file, (text, form) -> add(form));
    }

    private void bring(Path file, FhirCheck check) throws IOException {
        if (!Files.isRegularFile(file)) {
            refuse(file, "this is no file.");
            return;
        }
        if (Files.size(file) > QuestionnaireReader.LONGEST) {
            refuse(file, "the file is larger than " + QuestionnaireReader.LONGEST / 1024 + " KiB.");
            return;
        }
        read(file, (text, form) -> bring(file, text, form, check));
    }

    private interface Found {
        void form(String text, Form form) throws IOException;
    }

    private void read(Path file, Found found) throws IOException {
        var text = text(Files.readAllBytes(file));
        switch (text == null ? null : QuestionnaireReader.ofClinic(text)) {
            case Reading.Read(var form, var _) -> found.form(String.valueOf(text), form);
            case Reading.Refused(var faults) -> refuse(file, faults);
            case null -> refuse(file, "it is not UTF-8.");
        }
    }

    private void bring(Path file, String text, Form form, FhirCheck check) throws IOException {
        var copy = kept.resolve(form.form() + "-v" + form.version() + ENDING);
        if (shelf.has(form.form(), form.version())) {
            if (Files.exists(copy) && Files.readString(copy).equals(text)) return;
            refuse(
                    file,
                    form.form() + " version " + form.version() + " is here already and reads otherwise. Give the "
                            + "new wording a new version.");
            return;
        }
        var faults = faults(text, check);
        if (!faults.isEmpty()) {
            refuse(file, faults);
            return;
        }
        var half = Files.createTempFile(kept, "half", null);
        Files.writeString(half, text);
        Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE);
        add(form);
    }

    private void add(Form form) {
        if (shelf.put(List.of(form)).isEmpty()) added.add(form);
    }

    private void refuse(Path file, String sentence) {
        refuse(file, List.of(new Fault(null, sentence)));
    }

    private void refuse(Path file, List<Fault> reasons) {
        refused.add(new Refused(Faults.line(file.getFileName().toString()), reasons));
    }

    private static List<Fault> faults(String text, FhirCheck check) {
        try {
            return check.faults(text);
        } catch (IOException unchecked) {
            return List.of(new Fault(null, "it could not be checked. " + unchecked.getMessage()));
        }
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
