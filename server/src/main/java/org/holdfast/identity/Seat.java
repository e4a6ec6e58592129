package org.holdfast.identity;

import java.util.Collections;
import java.util.Set;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.decision.Ids;
import org.jspecify.annotations.Nullable;

/// A person at one of their devices: what a valid cookie says.
///
/// @param clinic whose person it is
/// @param device an id derived from the device's secret; it identifies, but opens nothing
/// @param account what the account of somebody of the staff says that they are; absent for whoever came by a link, of
/// whom the clinic itself knows it
public record Seat(
        ClinicId clinic,
        String person,
        Kind kind,
        String device,
        @Nullable Set<StaffRole> account) {
    public Seat {
        Ids.check(person);
        Ids.check(device);
        account = account == null ? null : Set.copyOf(account);
    }

    public Seat(ClinicId clinic, String person, Kind kind, String device) {
        this(clinic, person, kind, device, null);
    }

    /// On a server of one clinic.
    public Seat(String person, Kind kind, String device) {
        this(ClinicId.ONLY, person, kind, device, null);
    }

    /// Whether an account, where there is one, is meant for what asks for one of these.
    public boolean mayBe(Set<StaffRole> wanted) {
        return account == null || !Collections.disjoint(account, wanted);
    }
}
