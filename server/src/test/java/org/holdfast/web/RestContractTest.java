package org.holdfast.web;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Interval;
import org.holdfast.attendance.SheetView;
import org.holdfast.attendance.Status;
import org.holdfast.session.Life;
import org.junit.jupiter.api.Test;

/// What the REST contract says of the sheet is what staff are sent: no more, no less.
class RestContractTest {
    private static final JsonObject CONTRACT = contract();
    private static final JsonObject SCHEMAS =
            CONTRACT.getJsonObject("components").getJsonObject("schemas");

    private static JsonObject contract() {
        var vertx = Vertx.vertx();
        try {
            return get(Contract.whole(vertx));
        } finally {
            get(vertx.close());
        }
    }

    private static JsonObject schema(String name, String... path) {
        var schema = SCHEMAS.getJsonObject(name);
        for (var property : path) schema = schema.getJsonObject("properties").getJsonObject(property);
        return schema.getJsonObject("items", schema);
    }

    private static void described(Class<?> type, JsonObject schema) {
        var components = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        var properties = new TreeSet<>(schema.getJsonObject("properties").fieldNames());
        assertEquals(components, properties, type.getSimpleName());
    }

    private static List<?> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    @Test
    void itIsOpenApi31AndEveryErrorIsAProblem() {
        assertTrue(CONTRACT.getString("openapi").startsWith("3.1."));
        var problem =
                CONTRACT.getJsonObject("components").getJsonObject("responses").getJsonObject("Problem");
        assertEquals(
                Set.of("application/problem+json"),
                problem.getJsonObject("content").fieldNames());
    }

    @Test
    void theSheetHasTheFieldsThatTheContractNames() {
        described(SheetView.class, schema("Sheet"));
        described(SheetView.Heading.class, schema("Sheet", "session"));
        described(SheetView.RowView.class, schema("SheetRow"));
        described(Interval.class, schema("SheetRow", "intervals"));
        described(SheetView.Sentence.class, schema("SheetRow", "because"));
    }

    @Test
    void theSheetHasTheWordsThatTheContractNames() {
        assertEquals(
                words(Status.values()),
                schema("SheetRow", "status").getJsonArray("enum").getList());
        var session = schema("Sheet", "session").getJsonObject("properties");
        assertEquals(
                words(AttendanceSheet.Standing.values()),
                session.getJsonObject("life").getJsonArray("enum").getList());
        assertEquals(
                words(Life.EndCause.values()),
                session.getJsonObject("endedBy").getJsonArray("enum").getList());
    }
}
