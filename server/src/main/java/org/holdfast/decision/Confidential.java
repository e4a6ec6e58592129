package org.holdfast.decision;

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

    record Readable(Lifetime lifetime, String text) implements Confidential {
        @Override
        public String toString() {
            return "Readable[" + lifetime + "]";
        }
    }

    record Gone(Lifetime lifetime) implements Confidential {}
}
