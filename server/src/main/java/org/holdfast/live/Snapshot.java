package org.holdfast.live;

import java.time.Instant;
import java.util.List;

/// What a log folds to up to one entry, so that nobody need fold it from its start. Derived: without it all is as it
/// was, only slower.
///
/// @param head the entry up to which it stands for the log
/// @param at when that one was written
/// @param asked whose wish each entry was, from the first on: a wish that is asked again is found here too
public record Snapshot<S>(S state, Head head, Instant at, List<Asked> asked) {
    public Snapshot {
        if (asked.size() != head.seq()) throw new IllegalArgumentException("Each entry was somebody's wish");
        asked = List.copyOf(asked);
    }
}
