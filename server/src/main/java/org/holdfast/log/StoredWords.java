package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.holdfast.json.BadJson;
import org.holdfast.sealing.KeyName;
import org.jspecify.annotations.Nullable;

/// Confidential words as they stand in an entry.
///
/// @param sealed absent when they were gone as the entry was written
record StoredWords(KeyName key, @Nullable String sealed) {
    private static final String KEY = "key";
    private static final String SEALED = "sealed";
    private static final String GONE = "gone";

    JsonNode node() {
        var node = JsonNodeFactory.instance.objectNode().put(KEY, key.text());
        return sealed == null ? node.put(GONE, true) : node.put(SEALED, sealed);
    }

    static StoredWords of(JsonNode node, String field) {
        if (!node.isObject() || node.size() != 2 || !node.path(KEY).isTextual()) {
            throw new BadJson(field, "expected sealed words");
        }
        var key = key(node.path(KEY).textValue(), field);
        if (node.path(GONE).asBoolean(false)) return new StoredWords(key, null);
        if (!node.path(SEALED).isTextual()) throw new BadJson(field, "expected sealed words");
        return new StoredWords(key, node.path(SEALED).textValue());
    }

    private static KeyName key(String text, String field) {
        try {
            return KeyName.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadJson(field, "expected the name of a key");
        }
    }

    /// Adds the keys of all words in here that look sealed; whether they are is seen when they are read.
    static void keys(JsonNode node, Set<KeyName> found) {
        if (node.isObject()
                && node.size() == 2
                && node.path(SEALED).isTextual()
                && node.path(KEY).isTextual()) {
            try {
                found.add(KeyName.parse(node.path(KEY).textValue()));
            } catch (IllegalArgumentException _) {
                // It only looks so.
            }
        } else if (node.isContainerNode()) {
            for (var inner : node) keys(inner, found);
        }
    }
}
