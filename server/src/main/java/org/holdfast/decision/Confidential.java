package org.holdfast.decision;

import org.jspecify.annotations.Nullable;

/// Words that are sealed where they are stored. Whoever reads after the key is gone gets [Gone], and the log still
/// verifies.
public sealed interface Confidential {
    /// How long the key of a sealed field lives, and so how long the words can be read.
    enum Lifetime {
        CLINIC,
        PERSON,
        SESSION_RECORD,
        SESSION_CHAT,
        ARRIVAL
    }

    Lifetime lifetime();

    /// @param of which clinic's they are, where they stand in a log that is not its own and live as long as it keeps
    /// them
    record Readable(
            Lifetime lifetime, String text, @Nullable String of) implements Confidential {
        public Readable(Lifetime lifetime, String text) {
            this(lifetime, text, null);
        }

        @Override
        public String toString() {
            return "Readable[" + lifetime + "]";
        }
    }

    record Gone(Lifetime lifetime) implements Confidential {}
}
