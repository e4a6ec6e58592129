package org.holdfast.identity.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.decision.Ids;
import org.holdfast.identity.Kind;
import org.holdfast.identity.Seat;

/// Somebody of the staff who is signed in, in one browser.
///
/// @param device names this sign-in and the browser it is in; it opens nothing
/// @param clinic whose staff they are
/// @param at when they last showed who they are
/// @param began when this sign-in began
/// @param active when they last did something
public record SignedIn(
        String device,
        String person,
        String name,
        ClinicId clinic,
        Set<StaffRole> roles,
        Instant at,
        Instant began,
        Instant active) {
    /// So long nobody has to do anything. Somebody may have left the computer.
    public static final Duration IDLE = Duration.ofMinutes(30);

    /// However much they do: about a long day at work.
    public static final Duration LONGEST = Duration.ofHours(12);

    public SignedIn {
        Ids.check(device);
        Ids.check(person);
        roles = Set.copyOf(roles);
    }

    public Seat seat() {
        return new Seat(clinic, person, Kind.STAFF, device, roles);
    }

    public Instant idleEnds() {
        return active.plus(IDLE);
    }

    public Instant ends() {
        return began.plus(LONGEST);
    }

    boolean over(Instant now) {
        return !now.isBefore(idleEnds()) || !now.isBefore(ends());
    }
}
