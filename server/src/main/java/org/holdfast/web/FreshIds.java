package org.holdfast.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.holdfast.decision.CommandId;

/// The id of what a wish makes. It follows from the wish, so that asking twice makes one thing; and from the clinic and
/// who asked, so that nobody can make one that has the id of something that is there, in whatever clinic.
final class FreshIds {
    private static final int BYTES = 16;

    private FreshIds() {}

    /// @param letter what it starts with
    static String of(char letter, Desk desk, CommandId command) {
        try {
            var text = desk.id() + "\n" + desk.me() + "\n" + command.value();
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return letter + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
