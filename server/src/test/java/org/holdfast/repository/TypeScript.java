package org.holdfast.repository;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the types of a TypeScript file, as far as the protocol needs them: interfaces, unions, literals, records.
/// Every type becomes a [Shape] with its names resolved.
final class TypeScript {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|[\\w$]+|[{}:;?|<>,\\[\\]=()]");

    private final Map<String, Deque<String>> declared = new HashMap<>();

    TypeScript(String source) {
        var tokens = new ArrayDeque<String>();
        TOKEN.matcher(COMMENT.matcher(source).replaceAll("")).results().forEach(match -> tokens.add(match.group()));
        while (!tokens.isEmpty()) {
            switch (tokens.poll()) {
                case "interface" -> declared.put(tokens.poll(), block(tokens));
                case "type" -> {
                    var name = tokens.poll();
                    if ("=".equals(tokens.peek())) {
                        tokens.poll();
                        declared.put(name, statement(tokens));
                    }
                }
                default -> {}
            }
        }
    }

    Shape shape(String name) {
        var tokens = declared.get(name);
        if (tokens == null) throw new AssertionError("TypeScript has no type " + name);
        return type(new ArrayDeque<>(tokens));
    }

    private static Deque<String> block(Deque<String> tokens) {
        var block = new ArrayDeque<String>();
        var depth = 0;
        do {
            var token = tokens.remove();
            if (token.equals("{")) depth++;
            if (token.equals("}")) depth--;
            block.add(token);
        } while (depth > 0);
        return block;
    }

    private static Deque<String> statement(Deque<String> tokens) {
        var statement = new ArrayDeque<String>();
        while (!tokens.isEmpty() && !tokens.peek().equals(";")) {
            if (tokens.peek().equals("{")) {
                statement.addAll(block(tokens));
            } else {
                statement.add(tokens.remove());
            }
        }
        return statement;
    }

    private Shape type(Deque<String> tokens) {
        var choices = new TreeSet<Shape>();
        do {
            if ("|".equals(tokens.peek())) tokens.poll();
            choices.add(postfixed(tokens));
        } while ("|".equals(tokens.peek()));
        return Shape.oneOf(choices);
    }

    private Shape postfixed(Deque<String> tokens) {
        var shape = primary(tokens);
        while ("[".equals(tokens.peek())) {
            tokens.remove();
            tokens.remove();
            shape = new Shape.Many(shape);
        }
        return shape;
    }

    private Shape primary(Deque<String> tokens) {
        var token = tokens.remove();
        if (token.equals("{")) return object(tokens);
        if (token.startsWith("'")) return new Shape.Word(token.substring(1, token.length() - 1));
        return switch (token) {
            case "string", "number", "boolean", "object", "true", "unknown" -> new Shape.Plain(token);
            case "Record" -> keyed(tokens);
            default -> shape(token);
        };
    }

    private Shape keyed(Deque<String> tokens) {
        tokens.remove();
        type(tokens);
        tokens.remove();
        var values = type(tokens);
        tokens.remove();
        return new Shape.Keyed(values);
    }

    private Shape object(Deque<String> tokens) {
        var fields = new TreeMap<String, Shape>();
        while (!tokens.peek().equals("}")) {
            var name = tokens.remove();
            var optional = tokens.peek().equals("?");
            if (optional) tokens.remove();
            tokens.remove();
            fields.put(optional ? name + "?" : name, type(tokens));
            if (tokens.peek().equals(";") || tokens.peek().equals(",")) tokens.remove();
        }
        tokens.remove();
        return new Shape.Fields(fields);
    }
}
