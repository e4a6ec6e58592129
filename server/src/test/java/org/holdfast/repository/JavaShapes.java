package org.holdfast.repository;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.decision.Named;
import org.jspecify.annotations.Nullable;

/// The shapes that Java's records have on the wire: ids and times are text, enums are words, null is absence.
final class JavaShapes {
    private JavaShapes() {}

    static Shape.Fields of(Class<?> record) {
        var fields = new TreeMap<String, Shape>();
        for (var component : record.getRecordComponents()) {
            fields.put(component.getName() + (mayBeAbsent(component) ? "?" : ""), of(component.getGenericType()));
        }
        return new Shape.Fields(fields);
    }

    static Shape of(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when Map.class.isAssignableFrom((Class<?>) generic.getRawType()) ->
                new Shape.Keyed(mapped(generic.getActualTypeArguments()[1]));
            case ParameterizedType generic -> new Shape.Many(of(generic.getActualTypeArguments()[0]));
            case Class<?> plain -> ofClass(plain);
            default -> throw new AssertionError("No shape for " + type);
        };
    }

    /// One of a sealed family: its name tells it from the others.
    static Shape withType(Class<?> variant) {
        var fields = new TreeMap<>(of(variant).fields());
        fields.put("type", new Shape.Word(variant.getAnnotation(Named.class).value()));
        return new Shape.Fields(fields);
    }

    static Shape.Word word(Enum<?> constant) {
        return new Shape.Word(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// A set, which JSON has not: an object whose keys are the members and whose values are all `true`.
    private static Shape mapped(Type values) {
        return values == Boolean.class ? new Shape.Plain("true") : of(values);
    }

    private static Shape ofClass(Class<?> type) {
        if (type == String.class || type == Instant.class || type == Duration.class) return new Shape.Plain("string");
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return new Shape.Plain("number");
        }
        if (type == boolean.class || type == Boolean.class) return new Shape.Plain("boolean");
        if (type.isEnum()) {
            return Shape.oneOf(Arrays.stream(type.getEnumConstants())
                    .map(constant -> word((Enum<?>) constant))
                    .collect(Collectors.toSet()));
        }
        if (type.isSealed()) {
            return Shape.oneOf(Arrays.stream(type.getPermittedSubclasses())
                    .map(JavaShapes::withType)
                    .toList());
        }
        if (type.isRecord()) return isId(type) ? new Shape.Plain("string") : of(type);
        throw new AssertionError("No shape for " + type);
    }

    private static boolean isId(Class<?> type) {
        return type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == String.class;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
