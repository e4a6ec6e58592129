package org.holdfast.session;

/// A card on a wall, named by the page of whoever shares it: drawn at random, so that it tells nothing of them.
public record CardId(String value) implements Comparable<CardId> {
    public CardId {
        Drawn.check(value);
    }

    @Override
    public int compareTo(CardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
