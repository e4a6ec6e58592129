package org.holdfast.identity;

import org.holdfast.decision.Ids;

/// A person at one of their devices: what a valid cookie says.
///
/// @param device an id derived from the device's secret; it identifies, but opens nothing
public record Seat(String person, Kind kind, String device) {
    public Seat {
        Ids.check(person);
        Ids.check(device);
    }
}
