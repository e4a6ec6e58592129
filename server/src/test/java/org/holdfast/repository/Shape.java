package org.holdfast.repository;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a value looks like on the wire, whichever language names it.
sealed interface Shape extends Comparable<Shape> {
    record Plain(String name) implements Shape {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A string that can only be this one.
    record Word(String word) implements Shape {
        @Override
        public String toString() {
            return "'" + word + "'";
        }
    }

    /// Keys that may be absent end in `?`.
    record Fields(SortedMap<String, Shape> fields) implements Shape {
        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining("\n", "{\n", "\n}"));
        }
    }

    record Keyed(Shape values) implements Shape {
        @Override
        public String toString() {
            return "by id " + values;
        }
    }

    record Many(Shape items) implements Shape {
        @Override
        public String toString() {
            return "many " + items;
        }
    }

    record OneOf(SortedSet<Shape> choices) implements Shape {
        @Override
        public String toString() {
            return choices.stream().map(Shape::toString).collect(Collectors.joining(" | "));
        }
    }

    static Shape oneOf(Collection<? extends Shape> choices) {
        var flat = new TreeSet<Shape>();
        for (var choice : choices) {
            switch (choice) {
                case OneOf(var inner) -> flat.addAll(inner);
                case Plain _, Word _, Fields _, Keyed _, Many _ -> flat.add(choice);
            }
        }
        return flat.size() == 1 ? flat.first() : new OneOf(flat);
    }

    @Override
    default int compareTo(Shape other) {
        return toString().compareTo(other.toString());
    }
}
