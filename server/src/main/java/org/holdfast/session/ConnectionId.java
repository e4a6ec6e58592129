package org.holdfast.session;

import org.holdfast.decision.Ids;

/// One socket of one person; a new one for each that is opened.
public record ConnectionId(String value) implements Comparable<ConnectionId> {
    public ConnectionId {
        Ids.check(value);
    }

    @Override
    public int compareTo(ConnectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
