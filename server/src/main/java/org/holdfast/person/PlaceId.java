package org.holdfast.person;

import org.holdfast.decision.Ids;

/// One of a person's places, such as their home.
public record PlaceId(String value) implements Comparable<PlaceId> {
    public PlaceId {
        Ids.check(value);
    }

    @Override
    public int compareTo(PlaceId other) {
        return value.compareTo(other.value);
    }
}
