package org.holdfast.bundle;

import java.time.Instant;
import java.util.List;
import org.holdfast.sealing.SignedHead;
import org.jspecify.annotations.Nullable;

/// What can be said of a bundle by whoever has the clinic's public key and nothing else.
public sealed interface Finding {
    /// Every entry and every head in it is covered by a signature of the clinic.
    ///
    /// @param sheets that were signed in it, the first version first
    record Proved(Bundle bundle, List<Sheet> sheets) implements Finding {
        public Proved {
            sheets = List.copyOf(sheets);
        }

        /// The last of the entries that it is proved for.
        public SignedHead last() {
            return bundle.heads().getLast();
        }
    }

    /// Something in it does not hold. Nothing else in it should be relied on.
    record Failed(String sentence) implements Finding {}

    /// There is nothing to check in the first place.
    record NotABundle(String sentence) implements Finding {}

    /// @param entry the one that signs it
    /// @param text the words that were signed; nothing in logs of the first versions
    record Sheet(
            int version, long entry, String hash, @Nullable String text, String name, String credential, Instant at) {}
}
