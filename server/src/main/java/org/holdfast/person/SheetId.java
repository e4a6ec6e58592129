package org.holdfast.person;

import org.holdfast.decision.Ids;

/// One paper of one person. Of a worksheet that was opened in a session, it is that worksheet's id.
public record SheetId(String value) implements Comparable<SheetId> {
    public SheetId {
        Ids.check(value);
    }

    @Override
    public int compareTo(SheetId other) {
        return value.compareTo(other.value);
    }
}
