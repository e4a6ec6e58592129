package org.holdfast.identity;

/// Whether somebody comes to a group or works for the clinic. What they may do is decided by a session's roster.
public enum Kind {
    PARTICIPANT("participant"),
    STAFF("staff");

    private final String wire;

    Kind(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    static Kind of(String wire) {
        for (var kind : values()) if (kind.wire.equals(wire)) return kind;
        throw new IllegalArgumentException("Not a kind of person: " + wire);
    }
}
