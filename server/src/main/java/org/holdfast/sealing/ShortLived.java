package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Seals what lies in a store for some hours and then ends by itself, so that it needs no key in any keyring.
public final class ShortLived {
    private final SecretKey key;

    /// @param purpose whatever is sealed for another one does not open
    public ShortLived(MasterKey master, String purpose) {
        this.key = master.derive("AES", "short-lived " + purpose);
    }

    /// @param place where it lies; elsewhere it does not open
    public String seal(String words, String place) {
        return Aes.sealText(key, words.getBytes(StandardCharsets.UTF_8), place);
    }

    /// Null when these are not the words that were sealed for this place.
    public @Nullable String open(String sealed, String place) {
        var words = new Opening().openText(key, sealed, place);
        return words == null ? null : new String(words, StandardCharsets.UTF_8);
    }
}
