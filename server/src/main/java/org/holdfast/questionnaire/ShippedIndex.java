package org.holdfast.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdfast.json.RecordJson;

/// Which forms the product brings, each version for ever, and what their bytes must be.
record ShippedIndex(List<Listed> forms) {
    record Listed(String form, String version, String file, String sha256) {}

    private static final String FOLDER = "/worksheets/";
    private static final RecordJson<ShippedIndex> JSON = RecordJson.of(ShippedIndex.class);

    static ShippedIndex load() {
        return JSON.read(new String(bytes("index.json"), StandardCharsets.UTF_8));
    }

    /// @throws IllegalStateException when the file is not the one that was meant
    static String text(Listed listed) {
        var bytes = bytes(listed.file());
        if (!Checksum.of(bytes).equals(listed.sha256())) {
            throw new IllegalStateException("The worksheet " + listed.file() + " is not the file that it should be");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (var stream = ShippedIndex.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) throw new IllegalStateException("The worksheet " + file + " is missing");
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
