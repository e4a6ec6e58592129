package org.holdfast.session;

import org.holdfast.decision.Ids;

/// One meeting.
public record SessionId(String value) implements Comparable<SessionId> {
    public SessionId {
        Ids.check(value);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
