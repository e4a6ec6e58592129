package org.holdfast.session;

import org.holdfast.decision.Ids;

/// Ids that pages draw at random, as long as those of commands. They are keys in views, so they start with a letter.
final class Drawn {
    static final int LENGTH = 22;

    private Drawn() {}

    static void check(String id) {
        if (id.length() != LENGTH) throw new IllegalArgumentException("Not drawn: " + id);
        Ids.check(id);
    }
}
