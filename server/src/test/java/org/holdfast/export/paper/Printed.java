package org.holdfast.export.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.junit.jupiter.api.DynamicTest;

/// Papers as a person takes them home.
final class Printed {
    static final Instant WRITTEN = Instant.parse("2026-11-30T02:00:00Z");
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private Printed() {}

    static byte[] of(Form form, Answers answers, String language) {
        var written = answers.all().isEmpty() ? null : WRITTEN;
        return of(new PaperPdf.Source(form, answers, language, written, ZONE, null, null));
    }

    static byte[] of(PaperPdf.Source source) {
        try {
            return PaperPdf.of(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Check {
        void of(Form form, String language) throws IOException;
    }

    static Stream<DynamicTest> eachForm(Check check) {
        return FilledPapers.forms().stream()
                .flatMap(form -> Stream.of("en", "es")
                        .map(language ->
                                DynamicTest.dynamicTest(form.form() + " " + language, () -> check.of(form, language))));
    }

    /// Blanks at the end of a line are no words.
    static List<String> spoken(List<String> texts) {
        return texts.stream()
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
