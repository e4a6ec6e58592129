package org.holdfast.session;

import org.holdfast.decision.Ids;

/// A member's end of the media. Given on admission and anew on each return; nobody who waits has one.
public record EndpointId(String value) implements Comparable<EndpointId> {
    public EndpointId {
        Ids.check(value);
    }

    /// The `number`th endpoint of a session: the log numbers them, so that replaying gives the same ids.
    static EndpointId numbered(int number) {
        return new EndpointId(String.format("e%07x", number));
    }

    @Override
    public int compareTo(EndpointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
