package org.holdfast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a test expects and the tree keeps. With UPDATE_EXPECT=1 in the environment tests write it anew, and the change
/// is looked at like any other.
public record Expected(Path file) {
    public static final boolean REWRITE = "1".equals(System.getenv("UPDATE_EXPECT"));

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    public static Expected in(String folder, String name) {
        return new Expected(RESOURCES.resolve(folder).resolve(name));
    }

    public String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Say UPDATE_EXPECT=1 to write " + file, e);
        }
    }

    public void write(String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
