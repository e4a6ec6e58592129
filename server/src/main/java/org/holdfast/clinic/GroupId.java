package org.holdfast.clinic;

import org.holdfast.decision.Ids;

/// One of a clinic's groups.
public record GroupId(String value) implements Comparable<GroupId> {
    public GroupId {
        Ids.check(value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
