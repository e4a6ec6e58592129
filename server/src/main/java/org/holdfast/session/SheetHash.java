package org.holdfast.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names the bytes that are signed, or agreed to: SHA-256 over the text of a sheet or of a group's rules in UTF-8, as
/// 64
/// digits in hex.
public final class SheetHash {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    private SheetHash() {}

    public static String of(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static void check(String hash) {
        if (!SHAPE.matcher(hash).matches()) throw new IllegalArgumentException("A hash is 64 digits of 0-9 and a-f");
    }
}
