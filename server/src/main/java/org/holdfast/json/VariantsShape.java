package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.decision.Named;

/// A sealed family: each member by its [Named] name in one property, beside its own components.
final class VariantsShape implements Shape {
    private final String discriminator;
    private final Map<String, Class<?>> types = new LinkedHashMap<>();
    private final Map<String, RecordShape> byName = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    VariantsShape(Class<?> family, String discriminator) {
        this.discriminator = discriminator;
        collect(family);
    }

    /// Apart from the constructor, since a member may hold its own family.
    void resolve(Shapes shapes) {
        types.forEach((name, type) -> {
            var shape = shapes.record(type);
            if (shape.has(discriminator)) {
                throw new IllegalArgumentException(type + " has a component named " + discriminator);
            }
            byName.put(name, shape);
        });
    }

    Map<String, Class<?>> types() {
        return Collections.unmodifiableMap(types);
    }

    private void collect(Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) collect(permitted);
            return;
        }
        if (!type.isRecord()) throw new IllegalArgumentException(type + " is neither sealed nor a record");
        // Reached by two ways (a variant of two sealed parents): once is enough.
        if (names.containsKey(type)) return;
        var named = type.getAnnotation(Named.class);
        if (named == null) throw new IllegalArgumentException(type + " has no @Named name");
        var other = types.put(named.value(), type);
        if (other != null) {
            throw new IllegalArgumentException(type + " and " + other + " are both named " + named.value());
        }
        names.put(type, named.value());
    }

    @Override
    public ObjectNode write(Object value, Path path, Words words) {
        var name = names.get(value.getClass());
        var shape = name == null ? null : byName.get(name);
        if (name == null || shape == null)
            throw new IllegalArgumentException("Not of this family: " + value.getClass());
        var object = JsonNodeFactory.instance.objectNode().put(discriminator, name);
        object.setAll(shape.write(value, path, words));
        return object;
    }

    @Override
    public Object read(JsonNode node, Path path, Words words) {
        if (!node.isObject()) throw path.bad("expected an object");
        var name = node.get(discriminator);
        if (name == null || !name.isTextual()) throw path.at(discriminator).bad("is missing");
        var shape = byName.get(name.textValue());
        if (shape == null) throw path.at(discriminator).bad("is not known");
        return shape.read(node, path, words, 1);
    }
}
