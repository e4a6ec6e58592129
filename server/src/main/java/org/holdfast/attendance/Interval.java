package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of one person's session, in the room or out of it. A row's intervals follow each other without overlap, so
/// the ones in the room add up to the actual minutes.
///
/// @param to nothing while it goes on
/// @param entries the places of the entries that began and ended it
public record Interval(Instant from, @Nullable Instant to, boolean in, Cause cause, List<Long> entries) {
    public Interval {
        entries = List.copyOf(entries);
    }

    Duration until(Instant end) {
        return Duration.between(from, to == null ? end : to);
    }
}
