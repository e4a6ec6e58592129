package org.holdfast.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A day and a time by the clinic's clocks, and how long from then. A time that the clocks jump over is as much later
/// as they jump; one that they show twice is the first of the two.
public record Place(LocalDate day, LocalTime at, int minutes) {
    Instant starts(ZoneId zone) {
        return ZonedDateTime.of(day, at, zone).toInstant();
    }

    /// By the time that passes, whatever the clocks do meanwhile.
    Instant ends(ZoneId zone) {
        return starts(zone).plusSeconds(60L * minutes);
    }
}
