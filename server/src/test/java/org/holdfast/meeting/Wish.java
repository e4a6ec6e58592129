package org.holdfast.meeting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/// A wish of the socket's contract, and how one is said that the contract accepts.
///
/// @param properties what it says besides, each with its schema
record Wish(String type, JsonObject properties) {
    private static final JsonObject COMPONENTS = contract().getJsonObject("components");

    private static JsonObject contract() {
        try (var file = Wish.class.getResourceAsStream("/asyncapi.yaml")) {
            Map<String, Object> parsed = new Yaml().load(file);
            return new JsonObject(parsed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// In the order of the contract.
    static List<Wish> all() {
        var asked = COMPONENTS
                .getJsonObject("messages")
                .getJsonObject("Asked")
                .getJsonObject("payload")
                .getJsonArray("oneOf");
        return asked.stream()
                .map(JsonObject.class::cast)
                .map(one -> new Wish(one.getString("title"), one.getJsonObject("properties", new JsonObject())))
                .toList();
    }

    /// @param member whom it is about, if it is about somebody
    /// @param endpoint to where it goes, if it goes somewhere
    /// @return names and values in turn, as [Tab#ask] takes them
    Object[] saying(String member, String endpoint) {
        var said = new ArrayList<Object>();
        for (var name : properties.fieldNames()) {
            said.add(name);
            said.add(
                    switch (name) {
                        case "member" -> member;
                        case "members" -> JsonNodeFactory.instance.arrayNode().add(member);
                        case "to" -> endpoint;
                        default -> value(properties.getJsonObject(name));
                    });
        }
        return said.toArray();
    }

    private static Object value(JsonObject schema) {
        var reference = schema.getString("$ref");
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return value(COMPONENTS.getJsonObject("schemas").getJsonObject(name));
        }
        if (schema.getValue("examples") instanceof JsonArray some) return some.getString(0);
        if (schema.getValue("enum") instanceof JsonArray words) return words.getString(0);
        return switch (schema.getString("type")) {
            case "boolean" -> true;
            case "integer" -> schema.getInteger("minimum");
            case "string" -> "Words.";
            case "object" -> JsonNodeFactory.instance.objectNode();
            default -> throw new IllegalArgumentException("Nobody said how this is said: " + schema);
        };
    }
}
