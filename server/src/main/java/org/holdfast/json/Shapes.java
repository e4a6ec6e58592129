package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Named;
import org.jspecify.annotations.Nullable;

/// Finds the shape of a type, once. A type that has none is noticed here, when the codec is made and not in
/// mid-session.
final class Shapes {
    private static final Set<Class<?>> PLAIN = Set.of(String.class, int.class, long.class);

    private final String discriminator;
    private final Map<Type, Shape> found = new HashMap<>();
    private final Map<Class<?>, RecordShape> records = new HashMap<>();

    Shapes(String discriminator) {
        this.discriminator = discriminator;
        found.putAll(Scalars.ALL);
    }

    Shape of(Type type) {
        var known = found.get(type);
        if (known != null) return known;
        // A type may hold itself: whoever asks meanwhile gets a forward to the shape to come.
        var forward = new Forward();
        found.put(type, forward);
        var shape = make(type);
        forward.target = shape;
        found.put(type, shape);
        return shape;
    }

    VariantsShape family(Class<?> type) {
        var shape = new VariantsShape(type, discriminator);
        found.put(type, shape);
        shape.resolve(this);
        return shape;
    }

    RecordShape record(Class<?> type) {
        var known = records.get(type);
        if (known != null) return known;
        if (type.getTypeParameters().length > 0) throw unsupported(type);
        var shape = new RecordShape(type);
        records.put(type, shape);
        shape.resolve(component -> of(component.getGenericType()));
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) return Collections.list(of(arguments[0]));
            if (generic.getRawType() == Set.class) return Collections.set(of(arguments[0]));
            if (generic.getRawType() == Map.class) return Collections.map(of(arguments[0]), of(arguments[1]));
            if (generic.getRawType() == SortedSet.class) return Collections.sortedSet(of(arguments[0]));
            if (generic.getRawType() == SortedMap.class) {
                return Collections.sortedMap(of(arguments[0]), of(arguments[1]));
            }
            throw unsupported(type);
        }
        if (!(type instanceof Class<?> plain)) throw unsupported(type);
        if (plain.isEnum()) return constant(plain);
        if (plain.isSealed()) return family(plain);
        // Words that may be sealed are declared as Confidential, never as one of its two states.
        if (!plain.isRecord() || Confidential.class.isAssignableFrom(plain)) throw unsupported(type);
        var shape = record(plain);
        var components = plain.getRecordComponents();
        var idLike = components.length == 1
                && PLAIN.contains(components[0].getType())
                && !plain.isAnnotationPresent(Named.class);
        return idLike ? new IdShape(shape, components[0].getName()) : shape;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Shape constant(Class<?> type) {
        return Scalars.constant((Class<? extends Enum>) type);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("No JSON shape for " + type.getTypeName());
    }

    private static final class Forward implements Shape {
        private Shape target = this;

        @Override
        public JsonNode write(Object value, Path path, Words words) {
            return target.write(value, path, words);
        }

        @Override
        public @Nullable JsonNode patch(Object before, Object after, Path path, Words words) {
            return target.patch(before, after, path, words);
        }

        @Override
        public Object read(JsonNode node, Path path, Words words) {
            return target.read(node, path, words);
        }
    }
}
