package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One record and its JSON object. Sealed families inside it are told apart by `type`, or another property.
public final class RecordJson<T> {
    private final Class<T> type;
    private final RecordShape shape;

    private RecordJson(Class<T> type, String discriminator) {
        this.type = type;
        this.shape = new Shapes(discriminator).record(type);
    }

    public static <T extends Record> RecordJson<T> of(Class<T> type) {
        return of(type, "type");
    }

    public static <T extends Record> RecordJson<T> of(Class<T> type, String discriminator) {
        return new RecordJson<>(type, discriminator);
    }

    public ObjectNode write(T value) {
        return write(value, Words.PLAIN);
    }

    public ObjectNode write(T value, Words words) {
        return shape.write(value, Path.ROOT, words);
    }

    /// What must be merged into the one's JSON to get the other's, as [MergePatch#between] says it; empty when nothing
    /// changed. Only what changed is written at all.
    public ObjectNode patch(T before, T after) {
        return shape.patch(before, after, Path.ROOT, Words.PLAIN) instanceof ObjectNode patch
                ? patch
                : JsonNodeFactory.instance.objectNode();
    }

    public T read(JsonNode node) {
        return read(node, Words.PLAIN);
    }

    public T read(JsonNode node, Words words) {
        return type.cast(shape.read(node, Path.ROOT, words));
    }

    public T read(String text) {
        return read(JsonText.parse(text));
    }

    public String print(T value) {
        return JsonText.print(write(value));
    }
}
