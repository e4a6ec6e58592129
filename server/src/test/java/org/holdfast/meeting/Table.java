package org.holdfast.meeting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What is expected, as people read it: a text in columns, whose first column names each row once.
record Table(List<String> columns, Map<String, List<String>> rows) {
    /// @param name of a file among the matrices
    static Table read(String name) {
        var file = Objects.requireNonNull(Table.class.getResourceAsStream("/matrix/" + name + ".txt"), name);
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" +")))
                    .toList();
            var rows = new LinkedHashMap<String, List<String>>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.size() != lines.getFirst().size()) throw new IllegalStateException("Not whole: " + line);
                if (rows.put(line.getFirst(), line) != null) throw new IllegalStateException("Twice: " + line);
            }
            return new Table(lines.getFirst(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return new TreeSet<>(rows.keySet());
    }

    String cell(String row, String column) {
        var cells = rows.get(row);
        var at = columns.indexOf(column);
        if (cells == null || at < 0) throw new AssertionError("Nobody said what comes of " + row + " by " + column);
        return cells.get(at);
    }
}
