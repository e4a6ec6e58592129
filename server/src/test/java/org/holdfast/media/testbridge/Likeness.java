package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether an answer is like the one that was recorded: the same keys and kinds of values everywhere, and the same
/// words where a word is part of the language.
final class Likeness {
    /// Whose values are the bridge's to say the same way each time.
    private static final Set<String> WORDS = Set.of(
            "setup", "hash", "xmlns", "component", "protocol", "expire", "drain", "dominantEndpoint", "shutdown_state");
    /// Their keys are names of things, not words.
    private static final Set<String> KEYED = Set.of("conferences", "endpoints");
    /// One for each address that a bridge has.
    private static final String CANDIDATES = "candidates";

    private final List<String> differences = new ArrayList<>();

    private Likeness() {}

    static List<String> differences(JsonNode recorded, JsonNode actual) {
        var likeness = new Likeness();
        likeness.compare("", recorded, actual);
        return likeness.differences;
    }

    private void compare(String path, JsonNode recorded, JsonNode actual) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (kind(recorded) != kind(actual)) {
            differ(path, recorded, actual);
        } else if (recorded.isObject() && KEYED.contains(name)) {
            compareEach(path, recorded, actual);
        } else if (recorded.isObject()) {
            compareKeys(path, recorded, actual);
        } else if (recorded.isArray() && name.equals(CANDIDATES)) {
            compareEach(path, recorded, actual);
        } else if (recorded.isArray()) {
            compareItems(path, recorded, actual);
        } else if (isSaidTheSame(path, name) && !recorded.equals(actual)) {
            differ(path, recorded, actual);
        }
    }

    private static boolean isSaidTheSame(String path, String name) {
        return WORDS.contains(name)
                || path.matches(
                        "/endpoints/\\d+/id|/sources/\\d+/(id|type|sources/\\d+/name)|/endpoints(By|In)\\w+/\\d+");
    }

    private void compareKeys(String path, JsonNode recorded, JsonNode actual) {
        recorded.fieldNames().forEachRemaining(key -> {
            if (!actual.has(key)) differences.add(path + " lacks " + key);
        });
        actual.properties().forEach(field -> {
            var key = field.getKey();
            if (recorded.has(key)) compare(path + "/" + key, recorded.path(key), field.getValue());
            else differences.add(path + " has " + key + ", which was not recorded");
        });
    }

    private void compareItems(String path, JsonNode recorded, JsonNode actual) {
        if (recorded.size() != actual.size()) {
            differ(path, recorded, actual);
            return;
        }
        for (var i = 0; i < recorded.size(); i++) compare(path + "/" + i, recorded.get(i), actual.get(i));
    }

    /// Each of them like the first that was recorded.
    private void compareEach(String path, JsonNode recorded, JsonNode actual) {
        if (recorded.isEmpty() != actual.isEmpty()) {
            differ(path, recorded, actual);
            return;
        }
        for (var item : actual) compare(path + "/any", recorded.iterator().next(), item);
    }

    private void differ(String path, JsonNode recorded, JsonNode actual) {
        differences.add(path + " was recorded as " + recorded + " and is " + actual);
    }

    private static Object kind(JsonNode node) {
        return node.isNumber() ? "number" : node.getNodeType();
    }
}
