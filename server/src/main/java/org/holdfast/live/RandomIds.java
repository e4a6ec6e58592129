package org.holdfast.live;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Fresh ids of 128 random bits in 22 characters.
public final class RandomIds {
    private static final int BYTES = 16;

    private final RandomGenerator random;

    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    public String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
