package org.holdfast.clinic;

import org.holdfast.decision.Ids;

/// One of the clinic's series. Short, since a session's id is made of it and a day.
public record SeriesId(String value) implements Comparable<SeriesId> {
    public static final int LONGEST = Ids.LONGEST - "-20261231".length();

    public SeriesId {
        Ids.check(value);
        if (value.length() > LONGEST) throw new IllegalArgumentException("Too long for a series: " + value);
    }

    @Override
    public int compareTo(SeriesId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
