package org.holdfast.identity.staff;

import java.util.Set;
import org.holdfast.clinic.ClinicId;
import org.jspecify.annotations.Nullable;

/// Clinics as accounts name them.
public final class ClinicNames {
    private ClinicNames() {}

    /// The one that an account is of; nothing when there is none, several, or one whose name is no clinic's.
    public static @Nullable ClinicId one(Set<String> names) {
        if (names.size() != 1) return null;
        try {
            return new ClinicId(names.iterator().next());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
