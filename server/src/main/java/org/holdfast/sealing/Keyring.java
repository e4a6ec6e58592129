package org.holdfast.sealing;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Where data keys are kept: apart from the logs and their backups, with a retention of its own.
public interface Keyring {
    sealed interface Found {
        record Key(DataKey key) implements Found {}

        /// There was one, and what it sealed is gone for good. The name is never used again.
        record Destroyed() implements Found {}

        record Absent() implements Found {}
    }

    /// The key of this name, made now if there never was one: [Found.Key], or [Found.Destroyed].
    CompletionStage<Found> create(KeyName name);

    CompletionStage<Map<KeyName, Found>> get(Collection<KeyName> names);

    /// Also of a key that was never made, so that none can be made later.
    CompletionStage<Void> destroy(KeyName name);
}
