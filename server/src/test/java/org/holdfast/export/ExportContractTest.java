package org.holdfast.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// What the contract says of the JSON files is what is in them: no more, no less.
class ExportContractTest {
    private static final JsonObject SCHEMAS = schemas();

    private static JsonObject schemas() {
        try (var file = ExportContractTest.class.getResourceAsStream("/openapi-exports.yaml")) {
            Map<String, Object> parsed = new Yaml().load(file);
            return new JsonObject(parsed).getJsonObject("components").getJsonObject("schemas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        assertEquals(
                components, new TreeSet<>(schema.getJsonObject("properties").fieldNames()), type.getSimpleName());
    }

    @Test
    void each_file_has_the_fields_that_the_contract_names() {
        described(SheetForm.class, schema("SheetExport"));
        described(Count.class, schema("SheetExport", "people"));
        described(SignatureForm.class, schema("ExportedSignature"));
        described(OwnSheetForm.class, schema("OwnSheetExport"));
        described(OwnSheetForm.SessionForm.class, schema("OwnSheetExport", "session"));
        described(OwnSheetForm.RowForm.class, schema("ExportedOwnRow"));
        described(OwnSheetForm.IntervalForm.class, schema("ExportedOwnRow", "intervals"));
        described(OwnSheetForm.SentenceForm.class, schema("ExportedOwnRow", "because"));
        described(OwnSheetForm.CorrectionForm.class, schema("ExportedOwnRow", "corrections"));
        described(OwnSheetForm.DisputeForm.class, schema("ExportedOwnRow", "dispute"));
        described(TimelineForm.class, schema("TimelineExport"));
        described(TimelineForm.SessionForm.class, schema("TimelineExport", "session"));
    }

    @Test
    void the_notice_and_the_names_of_the_forms_are_the_ones_it_names() {
        assertEquals(Notice.TEXT, schema("ExportNotice").getString("const"));
        assertEquals(SheetForm.FORM, schema("SheetExport", "form").getString("const"));
        assertEquals(OwnSheetForm.FORM, schema("OwnSheetExport", "form").getString("const"));
        assertEquals(TimelineForm.FORM, schema("TimelineExport", "form").getString("const"));
    }
}
