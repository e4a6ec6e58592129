package org.holdfast.session;

import org.holdfast.decision.Ids;

/// A browser that holds a secret of ours, known by the secret's hash.
public record DeviceId(String value) implements Comparable<DeviceId> {
    public DeviceId {
        Ids.check(value);
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
