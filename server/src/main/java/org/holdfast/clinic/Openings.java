package org.holdfast.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.session.Plan;

/// Which sessions of the calendar are to be open, and when that is to be asked again.
///
/// @param open those whose time has come, and which are not over by their plan
/// @param again when the next opens, or a while from now: by then the calendar may have become another
public record Openings(List<Slot> open, Instant again) {
    /// From when on people can come: to check their camera, and to be let in before it begins.
    public static final Duration BEFORE = Duration.ofMinutes(15);

    static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    public static Openings of(Clinic clinic, Instant now) {
        var later = now.plus(LOOK_EVERY);
        // One that is still on, although no server was there when it began, is opened late.
        var near = Slots.of(clinic).between(now.minus(Plan.LONGEST), later.plus(BEFORE)).stream()
                .filter(slot -> slot.state().held() && slot.ends().isAfter(now))
                .toList();
        var open = near.stream().filter(slot -> !opens(slot).isAfter(now)).toList();
        var again = near.stream()
                .map(Openings::opens)
                .filter(opens -> opens.isAfter(now))
                .min(Instant::compareTo)
                .orElse(later);
        return new Openings(open, again.isBefore(later) ? again : later);
    }

    /// From when on its room is there, and nothing about it can be planned otherwise.
    static Instant opens(Slot slot) {
        return slot.starts().minus(BEFORE);
    }
}
