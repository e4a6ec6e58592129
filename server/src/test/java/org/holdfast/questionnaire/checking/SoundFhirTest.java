package org.holdfast.questionnaire.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.holdfast.json.JsonText;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What others say of the files: a program that knows nothing of this product can read them.
class SoundFhirTest {
    private static final HapiCheck CHECK = new HapiCheck();
    private static final String EACH_KIND =
            Expected.in("questionnaires", "each-kind.json").read();

    @TestFactory
    Stream<DynamicTest> every_form_is_sound_fhir() {
        var listed = JsonText.parse(shipped("index.json")).path("forms");
        var shipped = StreamSupport.stream(listed.spliterator(), false)
                .map(each -> each.path("file").asText())
                .map(file -> test(file, shipped(file)));
        return Stream.concat(shipped, Stream.of(test("each-kind.json", EACH_KIND)));
    }

    private static DynamicTest test(String name, String text) {
        return DynamicTest.dynamicTest(name, () -> assertEquals(List.of(), CHECK.apply(text)));
    }

    private static String shipped(String file) {
        try (var stream = SoundFhirTest.class.getResourceAsStream("/worksheets/" + file)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_not_sound_is_said_to_be_so() {
        for (var broken : List.of(
                EACH_KIND.replace("\"status\": \"active\"", "\"status\": \"lively\""),
                EACH_KIND.replace("\"type\": \"boolean\"", "\"type\": \"maybe\""),
                EACH_KIND.replace("\"linkId\": \"slept\"", "\"linkID\": \"slept\""))) {
            assertFalse(broken.equals(EACH_KIND));
            assertFalse(CHECK.apply(broken).isEmpty());
        }
    }
}
