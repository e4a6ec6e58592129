package org.holdfast.worksheet.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.shipped.ShippedForms.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every worksheet that ships has in common beyond the subset that the server can read, and what answers rely on.
class ShippedShapeTest {
    private static final int MOST_LETTERS = 2_000;
    private static final int DEEPEST = 3;

    private static final Set<String> NAMES = Set.of(
            "check-in",
            "coping-kit",
            "daily-log",
            "family-agreement",
            "for-and-against",
            "halt",
            "healthy-outlets",
            "i-feel",
            "letter-to-myself",
            "one-goal",
            "people-i-can-call",
            "safety-steps",
            "thought-record",
            "trigger-map",
            "urge-log",
            "warning-signs",
            "what-happened");

    private static final Expected ADDRESSES = Expected.in("worksheets", "addresses.txt");

    static List<Sheet> sheets() {
        return ShippedForms.all();
    }

    @Test
    void all_of_them_are_there() {
        assertEquals(
                new TreeSet<>(NAMES),
                new TreeSet<>(sheets().stream().map(Sheet::name).toList()));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void each_says_what_it_is_and_whose_words_it_holds(Sheet sheet) {
        var json = sheet.json();
        assertEquals("Questionnaire", json.path("resourceType").asText());
        assertEquals("urn:holdfast:worksheet:" + sheet, json.path("url").asText());
        assertEquals("1", json.path("version").asText());
        assertEquals("active", json.path("status").asText());
        assertEquals("en", json.path("language").asText());
        assertTrue(json.path("copyright").asText().contains("The Holdfast authors"));
        assertTrue(extension(json, "urn:holdfast:worksheet:shippable")
                .path("valueBoolean")
                .asBoolean());
        assertTrue(extension(json, "urn:holdfast:worksheet:source")
                .path("valueString")
                .asText()
                .startsWith("Written for"));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void nothing_has_to_be_answered_and_every_field_has_an_end(Sheet sheet) {
        assertNone(sheet.items().filter(item -> item.has("required")).map(ShippedShapeTest::id));
        assertNone(sheet.items()
                .filter(item -> Set.of("string", "text").contains(type(item)))
                .filter(item -> item.path("maxLength").asInt() < 1
                        || item.path("maxLength").asInt() > MOST_LETTERS)
                .map(ShippedShapeTest::id));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void an_item_is_called_by_one_name_and_lies_not_too_deep(Sheet sheet) {
        var ids = sheet.items().map(ShippedShapeTest::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), () -> ids.toString());
        assertNone(ids.stream().filter(id -> !id.matches("[a-z][a-z0-9-]{0,39}")));
        assertTrue(depth(sheet.json()) <= DEEPEST);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_question_that_waits_for_another_waits_for_one_before_it(Sheet sheet) {
        var before = new HashSet<String>();
        sheet.items().forEach(item -> {
            ShippedForms.elements(item.path("enableWhen"))
                    .forEach(when ->
                            assertTrue(before.contains(when.path("question").asText()), () -> id(item)));
            before.add(id(item));
        });
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void only_halt_and_the_check_in_have_scores_and_what_counts_says_that_it_is_not_a_measure(Sheet sheet) {
        var text = sheet.json().toString();
        var scored = text.contains("/ordinalValue");
        assertEquals(Set.of("halt", "check-in").contains(sheet.name()), scored);
        if (scored) assertTrue(text.contains("This is not a validated scale."));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void rows_say_how_to_add_one(Sheet sheet) {
        assertNone(sheet.items()
                .filter(item ->
                        type(item).equals("group") && item.path("repeats").asBoolean())
                .filter(item -> extension(item, "urn:holdfast:worksheet:add").isMissingNode())
                .map(ShippedShapeTest::id));
    }

    /// Answers that people gave point at these. In a version that was released none may go or mean something else; with
    /// UPDATE_EXPECT=1 they are written anew, which is for forms that nobody has filled in yet.
    @Test
    void what_answers_point_at_stays() {
        var now = sheets().stream().flatMap(ShippedShapeTest::addresses).toList();
        if (Expected.REWRITE) ADDRESSES.write(String.join("\n", now) + "\n");
        assertEquals(ADDRESSES.read().lines().toList(), now);
    }

    private static Stream<String> addresses(Sheet sheet) {
        return sheet.items()
                .filter(item -> !Set.of("group", "display").contains(type(item)))
                .map(item -> {
                    var codes = ShippedForms.elements(item.path("answerOption"))
                            .map(option ->
                                    option.path("valueCoding").path("code").asText());
                    var place = "%s %s %s %s"
                            .formatted(sheet, sheet.json().path("version").asText(), id(item), type(item));
                    return Stream.concat(Stream.of(place), codes)
                            .reduce((all, code) -> all + " " + code)
                            .orElseThrow();
                });
    }

    private static int depth(JsonNode node) {
        return ShippedForms.elements(node.path("item"))
                .mapToInt(item -> 1 + depth(item))
                .max()
                .orElse(0);
    }

    private static String id(JsonNode item) {
        return item.path("linkId").asText();
    }

    private static String type(JsonNode item) {
        return item.path("type").asText();
    }

    private static JsonNode extension(JsonNode node, String url) {
        return ShippedForms.elements(node.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(url))
                .findAny()
                .orElseGet(() -> node.path("no extension"));
    }

    private static void assertNone(Stream<String> faults) {
        assertEquals(List.of(), faults.toList());
    }
}
