package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Lists, sets and maps. Sets and maps are written in order of their text, so that equal values are equal bytes.
final class Collections {
    private Collections() {}

    static Shape list(Shape element) {
        return new Shape() {
            @Override
            public JsonNode write(Object value, Path path, Words words) {
                var array = JsonNodeFactory.instance.arrayNode();
                var index = 0;
                for (var each : (List<?>) value) array.add(element.write(each, path.at(index++), words));
                return array;
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                return List.copyOf(elements(element, node, path, words));
            }
        };
    }

    static Shape set(Shape element) {
        return new Shape() {
            @Override
            public JsonNode write(Object value, Path path, Words words) {
                var sorted = new TreeMap<String, JsonNode>();
                for (var each : (Set<?>) value) {
                    var node = element.write(each, path, words);
                    sorted.put(node.toString(), node);
                }
                return JsonNodeFactory.instance.arrayNode().addAll(sorted.values());
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                var all = elements(element, node, path, words);
                var distinct = new LinkedHashSet<>(all);
                if (distinct.size() != all.size()) throw path.bad("expected each element once");
                return java.util.Collections.unmodifiableSet(distinct);
            }
        };
    }

    static Shape sortedSet(Shape element) {
        var plain = set(element);
        return new Shape() {
            @Override
            public JsonNode write(Object value, Path path, Words words) {
                return plain.write(value, path, words);
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                return java.util.Collections.unmodifiableSortedSet(
                        new TreeSet<>((Set<?>) plain.read(node, path, words)));
            }
        };
    }

    static Shape sortedMap(Shape key, Shape value) {
        var plain = map(key, value);
        return new Shape() {
            @Override
            public JsonNode write(Object map, Path path, Words words) {
                return plain.write(map, path, words);
            }

            @Override
            public @Nullable JsonNode patch(Object before, Object after, Path path, Words words) {
                return plain.patch(before, after, path, words);
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                return java.util.Collections.unmodifiableSortedMap(
                        new TreeMap<>((Map<?, ?>) plain.read(node, path, words)));
            }
        };
    }

    static Shape map(Shape key, Shape value) {
        return new Shape() {
            @Override
            public JsonNode write(Object map, Path path, Words words) {
                var sorted = new TreeMap<String, Object>();
                ((Map<?, ?>) map).forEach((k, v) -> sorted.put(name(k, path, words), v));
                var object = JsonNodeFactory.instance.objectNode();
                sorted.forEach((k, v) -> object.set(k, value.write(v, path.at(k), words)));
                return object;
            }

            @Override
            public @Nullable JsonNode patch(Object before, Object after, Path path, Words words) {
                var old = (Map<?, ?>) before;
                var fresh = (Map<?, ?>) after;
                var patches = new TreeMap<String, JsonNode>();
                old.keySet().forEach(k -> {
                    if (!fresh.containsKey(k)) patches.put(name(k, path, words), NullNode.instance);
                });
                fresh.forEach((k, v) -> {
                    var was = old.get(k);
                    if (v.equals(was)) return;
                    var name = name(k, path, words);
                    var inner = path.at(name);
                    var change = was == null ? value.write(v, inner, words) : value.patch(was, v, inner, words);
                    if (change != null) patches.put(name, change);
                });
                if (patches.isEmpty()) return null;
                var patch = JsonNodeFactory.instance.objectNode();
                patches.forEach(patch::set);
                return patch;
            }

            private String name(Object k, Path path, Words words) {
                return key.write(k, path, words).asText();
            }

            @Override
            public Object read(JsonNode node, Path path, Words words) {
                if (!node.isObject()) throw path.bad("expected an object");
                var map = new LinkedHashMap<Object, Object>();
                for (var property : node.properties()) {
                    // The name came from outside: it may be a person's words, so the path shows only its place.
                    var inner = path.at(map.size());
                    map.put(
                            key.read(TextNode.valueOf(property.getKey()), inner, words),
                            value.read(property.getValue(), inner, words));
                }
                return java.util.Collections.unmodifiableMap(map);
            }
        };
    }

    private static Collection<Object> elements(Shape element, JsonNode node, Path path, Words words) {
        if (!node.isArray()) throw path.bad("expected a list");
        var all = new ArrayList<>(node.size());
        for (var each : node) all.add(element.read(each, path.at(all.size()), words));
        return all;
    }
}
