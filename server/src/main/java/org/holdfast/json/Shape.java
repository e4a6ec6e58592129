package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// How values of one type stand in JSON. Never meets null: only a record's component may be absent.
interface Shape {
    JsonNode write(Object value, Path path, Words words);

    /// What must be merged into what stood for `before` to get what stands for `after`; absent when nothing changed.
    /// Shapes with parts compare those, so that what is the same is never written.
    default @Nullable JsonNode patch(Object before, Object after, Path path, Words words) {
        if (before.equals(after)) return null;
        var from = write(before, path, words);
        var to = write(after, path, words);
        if (from instanceof ObjectNode old && to instanceof ObjectNode fresh) {
            var patch = MergePatch.between(old, fresh);
            return patch.isEmpty() ? null : patch;
        }
        return from.equals(to) ? null : to;
    }

    Object read(JsonNode node, Path path, Words words);
}
