package org.holdfast.identity;

import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Ids;

/// A person at one of their devices: what a valid cookie says.
///
/// @param clinic whose they are; nobody is of two
/// @param device an id derived from the device's secret; it identifies, but opens nothing
public record Seat(ClinicId clinic, String person, Kind kind, String device) {
    public Seat {
        Ids.check(person);
        Ids.check(device);
    }

    /// On a server of one clinic.
    public Seat(String person, Kind kind, String device) {
        this(ClinicId.ONLY, person, kind, device);
    }
}
