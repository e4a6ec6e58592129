package org.holdfast.sealing;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Seals words for one place. Moved to another field, entry or log, they do not open.
public final class Sealer {
    private Sealer() {}

    /// @param place the field and what it belongs to; the same words must be given to open them
    public static String seal(DataKey key, String words, String place) {
        return Aes.sealText(key.secret(), words.getBytes(StandardCharsets.UTF_8), associated(key, place));
    }

    /// Null when these are not the words that were sealed with this key for this place.
    public static @Nullable String open(DataKey key, String sealed, String place) {
        return open(new Opening(), key, sealed, place);
    }

    /// As [#open], one of many.
    public static @Nullable String open(Opening opening, DataKey key, String sealed, String place) {
        var words = opening.openText(key.secret(), sealed, associated(key, place));
        return words == null ? null : new String(words, StandardCharsets.UTF_8);
    }

    private static String associated(DataKey key, String place) {
        return key.name().text() + "\n" + place;
    }
}
