package org.holdfast.decision;

import java.time.Instant;
import java.util.List;

/// One decision as it stands in a log. Its place is `seq`, counted from 1 without gaps.
public record Entry<E>(long seq, Instant at, Actor by, CommandId command, List<E> events) {
    public Entry {
        if (seq < 1) throw new IllegalArgumentException("An entry's place starts at 1, not " + seq);
        if (events.isEmpty()) throw new IllegalArgumentException("An entry without events says nothing");
        events = List.copyOf(events);
    }

    public Stamp stamp() {
        return new Stamp(seq, at, by);
    }
}
