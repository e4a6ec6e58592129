package org.holdfast.repository;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Files that no other file names. Rough on purpose: a word in a comment keeps a file alive, so it never accuses
/// wrongly for long.
final class DeadFiles {
    /// Named by tools, or by a person, not by another file.
    private static final Pattern ROOTS = Pattern.compile(
            ".*(package-info\\.java|Main\\.java|Test\\.java"
                    + "|\\.test\\.ts|\\.config\\.(js|ts)|\\.md|pom\\.xml|package(-lock)?\\.json|logback(-test)?\\.xml"
                    + "|messages_\\w+\\.properties|login-\\w+\\.ftl|LICENSE|NOTICE|holdfast|\\.d\\.ts|tsconfig\\.json|META-INF/services/.*)|(.*/)?\\.[^/]+(/.*)?");

    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    private final Tree tree;

    DeadFiles(Tree tree) {
        this.tree = tree;
    }

    Stream<String> find() {
        Map<String, Set<Path>> namedBy = new HashMap<>();
        for (var file : tree.files()) {
            for (var word : words(file)) {
                namedBy.computeIfAbsent(word, _ -> new HashSet<>()).add(file);
            }
        }
        return tree.files().stream()
                .filter(file -> !ROOTS.matcher(file.toString()).matches())
                .filter(file -> {
                    var by = namedBy.getOrDefault(stem(file), Set.of());
                    return by.isEmpty() || by.equals(Set.of(file));
                })
                .map(file -> "Nothing names " + file);
    }

    private Set<String> words(Path file) {
        return tree.text(file).stream()
                .flatMap(text -> WORD.matcher(text).results())
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    /// The first part of a name with dots: what an import, a link or a script calls the file by.
    private static String stem(Path file) {
        return Arrays.asList(file.getFileName().toString().split("\\.")).getFirst();
    }
}
