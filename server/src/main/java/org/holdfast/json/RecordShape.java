package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A record as an object: a property for each component, none besides, absent where a component may be and is null.
final class RecordShape implements Shape {
    private record Field(RecordComponent component, boolean optional, Shape shape) {}

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Field> fields = new ArrayList<>();

    RecordShape(Class<?> type) {
        this.type = type;
        var components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor", e);
        }
    }

    /// Apart from the constructor, since a record may hold itself.
    void resolve(Function<RecordComponent, Shape> shapes) {
        for (var component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            fields.add(new Field(component, optional, shapes.apply(component)));
        }
    }

    boolean has(String name) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(c -> c.getName().equals(name));
    }

    @Override
    public ObjectNode write(Object value, Path path, Words words) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            var name = field.component().getName();
            var part = get(field.component(), value);
            if (part != null) {
                object.set(name, field.shape().write(part, path.at(name), words));
            } else if (!field.optional()) {
                throw new IllegalArgumentException(type.getSimpleName() + "." + name + " is null");
            }
        }
        return object;
    }

    @Override
    public @Nullable JsonNode patch(Object before, Object after, Path path, Words words) {
        if (before.equals(after)) return null;
        var patch = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            var name = field.component().getName();
            var was = get(field.component(), before);
            var is = get(field.component(), after);
            if (is == null) {
                if (was != null) patch.putNull(name);
            } else if (was == null) {
                patch.set(name, field.shape().write(is, path.at(name), words));
            } else {
                var inner = field.shape().patch(was, is, path.at(name), words);
                if (inner != null) patch.set(name, inner);
            }
        }
        return patch.isEmpty() ? null : patch;
    }

    @Override
    public Object read(JsonNode node, Path path, Words words) {
        return read(node, path, words, 0);
    }

    /// @param besides properties that the caller has read already, such as the type
    Object read(JsonNode node, Path path, Words words, int besides) {
        if (!node.isObject()) throw path.bad("expected an object");
        var known = besides;
        var arguments = new @Nullable Object[fields.size()];
        for (var i = 0; i < arguments.length; i++) {
            var field = fields.get(i);
            var part = node.get(field.component().getName());
            if (part != null) known++;
            arguments[i] = read(field, part, path, words);
        }
        if (known != node.size()) throw path.bad("holds a property that is not known here");
        return construct(arguments, path);
    }

    /// From its only component, without the object around it.
    Object readOnly(JsonNode node, Path path, Words words) {
        return construct(new @Nullable Object[] {read(fields.getFirst(), node, path, words)}, path);
    }

    private static @Nullable Object read(Field field, @Nullable JsonNode part, Path path, Words words) {
        var inner = path.at(field.component().getName());
        if (part != null && !part.isNull()) return field.shape().read(part, inner, words);
        if (field.optional()) return null;
        throw inner.bad("is missing");
    }

    private @Nullable Object get(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + type + "." + component.getName(), e);
        }
    }

    private Object construct(@Nullable Object[] arguments, Path path) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            // The record itself refused it. Its message may name what it was given, so it is not passed on.
            throw path.bad("is not a valid " + type.getSimpleName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }
}
