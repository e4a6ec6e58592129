package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// One sealed family of records (commands, events) and its JSON, told apart by the name in `type`.
public final class SealedJson<T> {
    private final Class<T> family;
    private final VariantsShape shape;

    private SealedJson(Class<T> family, String discriminator) {
        this.family = family;
        this.shape = new Shapes(discriminator).family(family);
    }

    /// Fails at once on a member without a name, with another's name, or with a component that has no JSON shape.
    public static <T> SealedJson<T> of(Class<T> family) {
        return of(family, "type");
    }

    public static <T> SealedJson<T> of(Class<T> family, String discriminator) {
        return new SealedJson<>(family, discriminator);
    }

    public ObjectNode write(T value) {
        return write(value, Words.PLAIN);
    }

    public ObjectNode write(T value, Words words) {
        return shape.write(value, Path.ROOT, words);
    }

    public T read(JsonNode node) {
        return read(node, Words.PLAIN);
    }

    public T read(JsonNode node, Words words) {
        return family.cast(shape.read(node, Path.ROOT, words));
    }

    public T read(String text) {
        return read(JsonText.parse(text));
    }

    public String print(T value) {
        return JsonText.print(write(value));
    }

    /// All names and what they stand for: for contracts that are checked against the code.
    public Map<String, Class<?>> types() {
        return shape.types();
    }
}
