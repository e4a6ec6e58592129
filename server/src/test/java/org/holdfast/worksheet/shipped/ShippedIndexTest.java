package org.holdfast.worksheet.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.holdfast.testing.Expected;
import org.holdfast.worksheet.shipped.ShippedForms.Sheet;
import org.junit.jupiter.api.Test;

/// The server refuses a worksheet whose checksum is not the one in the index: a file that was changed by accident,
/// or by somebody else, never reaches a person. After a change on purpose UPDATE_EXPECT=1 writes the index anew.
class ShippedIndexTest {
    private static final Expected INDEX = new Expected(ShippedForms.INDEX);

    @Test
    void the_index_names_every_file_with_its_checksum() {
        var now = ShippedForms.all().stream()
                .map(ShippedIndexTest::line)
                .collect(Collectors.joining(",\n", "{\n  \"forms\": [\n", "\n  ]\n}\n"));
        if (Expected.REWRITE) INDEX.write(now);
        assertEquals(now, INDEX.read());
    }

    private static String line(Sheet sheet) {
        return "    {\"form\": \"%s\", \"version\": \"%s\", \"file\": \"%s\", \"sha256\": \"%s\"}"
                .formatted(
                        sheet,
                        sheet.json().path("version").asText(),
                        sheet.file().getFileName(),
                        checksum(sheet));
    }

    private static String checksum(Sheet sheet) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(sheet.file()));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
