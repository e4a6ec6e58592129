package org.holdfast.media.testbridge;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Collectors;

/// The random parts of what a bridge says. No test depends on what comes up.
final class Dice {
    private static final Random RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// Of one certificate for as long as the bridge runs, as it really is.
    static final String FINGERPRINT =
            RANDOM.ints(32, 0, 256).mapToObj("%02X"::formatted).collect(Collectors.joining(":"));

    private Dice() {}

    static String letters(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    static String hex(int length) {
        return RANDOM.ints(length, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    static long ssrc() {
        return RANDOM.nextLong(1, 1L << 32);
    }
}
