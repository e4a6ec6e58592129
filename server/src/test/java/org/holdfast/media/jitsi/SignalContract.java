package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/// The part of the socket's contract that is about bridges, and as much of the language of contracts as it uses.
final class SignalContract {
    private static final JsonNode SCHEMAS = schemas();

    private SignalContract() {}

    private static JsonNode schemas() {
        try (var file = SignalContract.class.getResourceAsStream("/asyncapi-bridge.yaml")) {
            Map<String, Object> parsed = new Yaml().load(file);
            return new ObjectMapper().valueToTree(parsed).at("/components/schemas");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> kinds(String schema) {
        var kinds = new TreeSet<String>();
        SCHEMAS.path(schema)
                .path("oneOf")
                .forEach(one -> kinds.add(one.path("title").asText()));
        return kinds;
    }

    static JsonNode variant(String schema, String kind) {
        for (var one : SCHEMAS.path(schema).path("oneOf")) {
            if (one.path("title").asText().equals(kind)) return one;
        }
        return JsonNodeFactory.instance.missingNode();
    }

    static List<String> faults(String schema, JsonNode signal) {
        var variant = variant(schema, signal.path("kind").asText());
        if (variant.isMissingNode()) return List.of("kind is not known");
        var whole = variant.deepCopy();
        var properties = ((ObjectNode) whole).withObject("/properties");
        SCHEMAS.path(schema).path("properties").properties().forEach(p -> properties.set(p.getKey(), p.getValue()));
        var faults = new ArrayList<String>();
        check("", whole, signal, faults);
        return faults;
    }

    private static void check(String path, JsonNode named, JsonNode value, List<String> faults) {
        var schema = named.has("$ref")
                ? SCHEMAS.path(named.path("$ref").asText().replace("#/components/schemas/", ""))
                : named;
        if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) faults.add(path + " is no word");
        var pattern = schema.path("pattern");
        if (pattern.isTextual() && !value.asText().matches(pattern.asText())) faults.add(path + " has no such form");
        switch (schema.path("type").asText()) {
            case "string" -> {
                if (!value.isTextual()) faults.add(path + " is no text");
            }
            case "integer" -> {
                if (!value.isIntegralNumber()) faults.add(path + " is no whole number");
            }
            case "array" -> {
                if (!value.isArray()) faults.add(path + " is no list");
                for (var item : value) check(path + "/0", schema.path("items"), item, faults);
            }
            default -> object(path, schema, value, faults);
        }
    }

    private static void object(String path, JsonNode schema, JsonNode value, List<String> faults) {
        for (var name : schema.path("required")) {
            if (!value.has(name.asText())) faults.add(path + " lacks " + name.asText());
        }
        if (!schema.has("properties") && !schema.has("additionalProperties")) return;
        value.properties().forEach(field -> {
            var inner = schema.path("properties").path(field.getKey());
            var known = inner.isMissingNode() ? schema.path("additionalProperties") : inner;
            if (known.isMissingNode()) faults.add(path + " has " + field.getKey());
            else check(path + "/" + field.getKey(), known, field.getValue(), faults);
        });
    }

    private static boolean contains(JsonNode words, JsonNode value) {
        return StreamSupport.stream(words.spliterator(), false).anyMatch(value::equals);
    }
}
