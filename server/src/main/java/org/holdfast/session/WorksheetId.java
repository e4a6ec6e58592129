package org.holdfast.session;

/// A worksheet that was opened in a session, and each person's own sheet of it in their own log.
public record WorksheetId(String value) implements Comparable<WorksheetId> {
    public WorksheetId {
        Drawn.check(value);
    }

    @Override
    public int compareTo(WorksheetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
