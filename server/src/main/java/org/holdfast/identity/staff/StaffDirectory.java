package org.holdfast.identity.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;

/// Who works at a clinic, as whoever keeps the accounts says, also of those who have never signed in here.
public interface StaffDirectory {
    /// @param person what they are here, the same as when they sign in
    /// @param username what they sign in with
    record Colleague(String person, String username, String name, Set<StaffRole> roles) {
        public Colleague {
            roles = Set.copyOf(roles);
        }
    }

    /// In order of their names; nobody for a clinic that has no accounts. Fails with `IOException` while it is not
    /// known.
    Future<List<Colleague>> of(ClinicId clinic);
}
