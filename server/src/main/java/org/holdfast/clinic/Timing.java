package org.holdfast.clinic;

import java.time.LocalDate;
import java.time.LocalTime;
import org.holdfast.decision.RefusalCode;
import org.jspecify.annotations.Nullable;

/// When a series meets, by the clocks on the clinic's wall: six in the evening stays six in the evening when the clocks
/// change.
///
/// @param rule an RRULE of days, such as `FREQ=WEEKLY;BYDAY=MO,TH`
/// @param first from which day on, in the clinic's zone
/// @param minutes how long each session is
public record Timing(String rule, LocalDate first, LocalTime at, int minutes) {
    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 12 * 60;

    /// Why there can be no such series.
    @Nullable
    RefusalCode wrong() {
        if (!lasts(minutes)) return RefusalCode.NO_LENGTH;
        var recurrence = Recurrence.parse(rule);
        return recurrence != null && recurrence.comesToAnything(first) ? null : RefusalCode.NO_RULE;
    }

    static boolean lasts(int minutes) {
        return minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES;
    }

    boolean meetsOn(LocalDate day) {
        var recurrence = Recurrence.parse(rule);
        return recurrence != null && !recurrence.days(first, day, day).isEmpty();
    }

    Place place(LocalDate day) {
        return new Place(day, at, minutes);
    }
}
