package org.holdfast.session;

/// A heading on a wall under which cards lie.
public record CardGroupId(String value) implements Comparable<CardGroupId> {
    public CardGroupId {
        Drawn.check(value);
    }

    @Override
    public int compareTo(CardGroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
