package org.holdfast.clinic;

import org.holdfast.decision.Ids;

/// One of the clinics of a server. It stands in the names of their logs, so it is short, and has no hyphen: what
/// follows one there is not the clinic's any more.
public record ClinicId(String value) implements Comparable<ClinicId> {
    public static final int LONGEST = 24;

    /// The only one of a server that never had another.
    public static final ClinicId ONLY = new ClinicId("clinic");

    public ClinicId {
        Ids.check(value);
        if (value.length() > LONGEST || value.indexOf('-') >= 0) {
            throw new IllegalArgumentException("A clinic's id is short and has no hyphen");
        }
    }

    @Override
    public int compareTo(ClinicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
