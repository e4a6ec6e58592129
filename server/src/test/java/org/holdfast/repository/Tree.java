package org.holdfast.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of the repository as git sees them: what is committed, and what would be.
record Tree(Path root, List<Path> files) {
    static Tree here() {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("holdfast"))) {
            root = root.getParent();
        }
        return new Tree(root, listed(root));
    }

    private static List<Path> listed(Path root) {
        try {
            var git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var out = git.inputReader()) {
                return out.lines()
                        .map(Path::of)
                        .filter(path -> Files.isRegularFile(root.resolve(path)))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Path> endingWith(String... endings) {
        return files.stream().filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith));
    }

    long size(Path file) {
        try {
            return Files.size(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing for a picture, a font, or whatever else is not text.
    Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)));
        } catch (MalformedInputException notText) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
