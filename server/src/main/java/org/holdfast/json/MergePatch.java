package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// JSON merge patch (RFC 7396) between objects that hold no nulls: the shortest way from one view to the next.
public final class MergePatch {
    private MergePatch() {}

    /// What must be merged into `before` to get `after`; empty when nothing changed.
    public static ObjectNode between(ObjectNode before, ObjectNode after) {
        var patch = JsonNodeFactory.instance.objectNode();
        for (var old : before.properties()) {
            if (!after.has(old.getKey())) patch.putNull(old.getKey());
        }
        for (var fresh : after.properties()) {
            var name = fresh.getKey();
            var value = fresh.getValue();
            if (value.isNull()) throw new IllegalArgumentException("A merge patch cannot say null: " + name);
            var was = before.get(name);
            if (was == null) {
                patch.set(name, value);
            } else if (was instanceof ObjectNode from && value instanceof ObjectNode to) {
                var inner = between(from, to);
                if (!inner.isEmpty()) patch.set(name, inner);
            } else if (!was.equals(value)) {
                patch.set(name, value);
            }
        }
        return patch;
    }

    /// A new object; neither argument is changed.
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var result = target.deepCopy();
        merge(result, patch);
        return result;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (var change : patch.properties()) {
            var name = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode inner) {
                var object = target.get(name) instanceof ObjectNode there ? there : target.putObject(name);
                merge(object, inner);
            } else {
                target.set(name, value.deepCopy());
            }
        }
    }
}
