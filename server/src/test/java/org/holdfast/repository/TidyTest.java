package org.holdfast.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Small things that nobody wants to say in a review twice.
class TidyTest {
    private static final int LONGEST_FILE_LINES = 400;
    private static final int LONGEST_COMPONENT_LINES = 120;
    private static final long BIGGEST_FILE_BYTES = 300_000;

    /// Written by others or by a tool, and read by nobody from top to bottom.
    private static final Set<String> AS_LONG_AS_THEY_ARE = Set.of("LICENSE", "package-lock.json");

    private final Tree tree = Tree.here();

    @Test
    void no_file_is_longer_than_one_can_hold_in_mind() {
        assertNone(tree.files().stream().filter(this::isRead).flatMap(file -> longerThan(LONGEST_FILE_LINES, file)));
    }

    @Test
    void no_component_is_longer_than_a_glance() {
        assertNone(tree.endingWith(".svelte").flatMap(file -> longerThan(LONGEST_COMPONENT_LINES, file)));
    }

    @Test
    void nothing_big_is_kept_in_the_history_for_ever() {
        assertNone(tree.files().stream()
                .filter(file -> tree.size(file) > BIGGEST_FILE_BYTES)
                .map(file -> file + " has " + tree.size(file) + " bytes"));
    }

    @Test
    void no_file_lies_about_unused() {
        assertNone(new DeadFiles(tree).find());
    }

    @Test
    void no_address_of_a_registry_and_no_path_of_one_machine_slips_in() {
        var registries = Pattern.compile("registry\\.(npm|yarn)|repo1?\\.maven|deb\\.debian|\"resolved\":");
        var machines = Pattern.compile("(?<![\\w./])/(work|root|home)/\\w");
        assertNone(lines(registries));
        assertNone(lines(machines));
    }

    @Test
    void nothing_is_put_off_in_a_comment() {
        assertNone(lines(Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b")));
    }

    @Test
    void every_package_says_what_it_is_for() {
        var packages = tree.endingWith(".java").map(Path::getParent).distinct();
        assertNone(packages.map(Tidiness::mainFolder)
                .distinct()
                .filter(folder -> tree.files().stream().noneMatch(folder.resolve("package-info.java")::equals))
                .filter(folder -> tree.files().stream()
                        .noneMatch(Tidiness.testFolder(folder).resolve("package-info.java")::equals))
                .map(folder -> folder + " has no package-info.java"));
        assertNone(tree.endingWith("package-info.java")
                .filter(file -> !tree.text(file).orElseThrow().startsWith("///")
                        || !tree.text(file).orElseThrow().contains("@NullMarked"))
                .map(file -> file + " says nothing in ///, or is not @NullMarked"));
    }

    @Test
    void the_changelog_keeps_its_form() {
        var text = tree.text(Path.of("CHANGELOG.md")).orElseThrow();
        var kinds = Set.of("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security");
        var version = Pattern.compile("## \\[(Unreleased|\\d+\\.\\d+\\.\\d+\\] - \\d{4}-\\d{2}-\\d{2})\\]?");

        assertTrue(text.startsWith("# Changelog\n"), "It starts with # Changelog");
        assertNone(headings(text, "### ").filter(kind -> !kinds.contains(kind)));
        assertNone(headings(text, "## ")
                .map("## "::concat)
                .filter(line -> !version.matcher(line).matches()));
    }

    @Test
    void the_map_of_the_code_names_what_exists() {
        var text = tree.text(Path.of("ARCHITECTURE.md")).orElseThrow();
        var main = Path.of("server/src/main/java/org/holdfast");
        var types =
                Pattern.compile("\\b([a-z]+/[A-Z]\\w+)").matcher(text).results().map(match -> match.group(1));
        assertNone(types.distinct().filter(type -> !tree.files().contains(main.resolve(type + ".java"))));

        var packages = tree.endingWith("package-info.java")
                .filter(file -> file.startsWith(main) && file.getNameCount() > main.getNameCount() + 1)
                .map(file -> file.getName(main.getNameCount()).toString());
        assertNone(packages.distinct().filter(name -> !text.contains("`" + name + "`")));
    }

    private static Stream<String> headings(String text, String mark) {
        return text.lines().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length()));
    }

    private boolean isRead(Path file) {
        return !AS_LONG_AS_THEY_ARE.contains(file.getFileName().toString());
    }

    private Stream<String> longerThan(int most, Path file) {
        Function<String, Long> count = text -> text.lines().count();
        return tree.text(file).map(count).filter(lines -> lines > most).stream()
                .map(lines -> file + " has " + lines + " lines, and " + most + " are enough");
    }

    private Stream<String> lines(Pattern forbidden) {
        return tree.files().stream()
                .filter(file -> !file.endsWith("TidyTest.java"))
                .flatMap(file -> tree.text(file).stream()
                        .flatMap(String::lines)
                        .filter(line -> forbidden.matcher(line).find())
                        .map(line -> file + ": " + line.strip()));
    }

    private static void assertNone(Stream<String> faults) {
        assertEquals(List.of(), faults.toList());
    }
}
