package org.holdfast.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// 128 random bits in 22 characters, and the digest that is kept of them; and codes of six digits.
public final class Secrets {
    public static final int LONGEST = 64;
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Six digits that somebody can type: for [SignInCodes], which looks at few tries.
    public static String freshCode() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /// No salt and no stretching: 128 random bits cannot be guessed from their digest.
    public static String digest(String secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
