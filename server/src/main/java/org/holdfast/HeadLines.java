package org.holdfast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lines of a file that others may have written, within a limit.
final class HeadLines {
    static final int MOST_BYTES = 256 * 1024 * 1024;

    private HeadLines() {}

    /// None when there is no such file: a clinic may never have signed anything.
    static List<String> in(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        // In a charset that has a letter for every byte: what is damaged must be read to be said.
        return new String(limited(file, MOST_BYTES), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    static byte[] limited(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ConfigErrors(
                        List.of(file + " is larger than " + most / (1024 * 1024) + " MiB: it is not read."));
            }
            return bytes;
        }
    }
}
