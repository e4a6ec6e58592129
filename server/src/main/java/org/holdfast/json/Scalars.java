package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.worksheet.Value;

/// The types that are one value: text, numbers, yes or no, times.
final class Scalars {
    private Scalars() {}

    /// By class, boxed and unboxed.
    static final Map<Class<?>, Shape> ALL = all();

    private static Map<Class<?>, Shape> all() {
        var shapes = new LinkedHashMap<Class<?>, Shape>();
        shapes.put(String.class, text("text", s -> s, s -> s));
        shapes.put(Instant.class, text("an ISO time in UTC", Instant::toString, UtcTime::parse));
        shapes.put(Duration.class, text("an ISO duration", Duration::toString, Duration::parse));
        shapes.put(LocalDate.class, text("an ISO date", LocalDate::toString, LocalDate::parse));
        shapes.put(LocalTime.class, text("an ISO time of day", LocalTime::toString, LocalTime::parse));
        shapes.put(ZoneId.class, text("a time zone", ZoneId::getId, ZoneId::of));
        shapes.put(Actor.class, text("an actor", Actor::text, Actor::parse));
        var bool = plain(v -> BooleanNode.valueOf((boolean) v), (node, path) -> {
            if (!node.isBoolean()) throw path.bad("expected true or false");
            return node.booleanValue();
        });
        shapes.put(boolean.class, bool);
        shapes.put(Boolean.class, bool);
        var integer = plain(v -> IntNode.valueOf((int) v), (node, path) -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) throw path.bad("expected a whole number");
            return node.intValue();
        });
        shapes.put(int.class, integer);
        shapes.put(Integer.class, integer);
        var whole = plain(v -> LongNode.valueOf((long) v), (node, path) -> {
            if (!node.isIntegralNumber() || !node.canConvertToLong()) throw path.bad("expected a whole number");
            return node.longValue();
        });
        shapes.put(long.class, whole);
        shapes.put(Long.class, whole);
        var number = plain(v -> DoubleNode.valueOf((double) v), (node, path) -> {
            if (!node.isNumber()) throw path.bad("expected a number");
            return node.doubleValue();
        });
        shapes.put(double.class, number);
        shapes.put(Double.class, number);
        shapes.put(BigDecimal.class, Answered.NUMBER);
        shapes.put(Value.class, Answered.VALUE);
        // What others agree among themselves (a media signal) passes through unread.
        shapes.put(ObjectNode.class, plain(v -> ((ObjectNode) v).deepCopy(), (node, path) -> {
            if (!(node instanceof ObjectNode object)) throw path.bad("expected an object");
            return object.deepCopy();
        }));
        shapes.put(Confidential.class, new Shape() {
            @Override
            public JsonNode write(Object value, Path path, Words words) {
                return words.write((Confidential) value, path.toString());
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                return words.read(node, path.toString());
            }
        });
        return shapes;
    }

    static <T extends Enum<T>> Shape constant(Class<T> type) {
        var byName = new LinkedHashMap<String, T>();
        for (var each : type.getEnumConstants()) byName.put(Kebab.of(each), each);
        return plain(v -> TextNode.valueOf(Kebab.of((Enum<?>) v)), (node, path) -> {
            var found = node.isTextual() ? byName.get(node.textValue()) : null;
            if (found == null) throw path.bad("expected one of the known words");
            return found;
        });
    }

    private static <T> Shape text(String what, Function<T, String> print, Function<String, T> parse) {
        return plain(
                v -> {
                    @SuppressWarnings("unchecked")
                    var value = (T) v;
                    return TextNode.valueOf(print.apply(value));
                },
                (node, path) -> {
                    if (!node.isTextual()) throw path.bad("expected " + what);
                    try {
                        return parse.apply(node.textValue());
                    } catch (RuntimeException e) {
                        throw path.bad("expected " + what);
                    }
                });
    }

    private static Shape plain(Function<Object, JsonNode> write, BiFunction<JsonNode, Path, Object> read) {
        return new Shape() {
            @Override
            public JsonNode write(Object value, Path path, Words words) {
                return write.apply(value);
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                return read.apply(node, path);
            }
        };
    }
}
