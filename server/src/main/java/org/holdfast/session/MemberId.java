package org.holdfast.session;

import org.holdfast.decision.Ids;

/// A person's place in this session; the same id as in the person's log.
public record MemberId(String value) implements Comparable<MemberId> {
    public MemberId {
        Ids.check(value);
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
