package org.holdfast.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.session.Role;

/// How many participants there were; whoever leads and whoever is a guest is counted apart, which is to say not here.
///
/// @param peak at once, at the most
public record Count(long expected, long came, long peak) {
    private record Step(Instant at, int change) {}

    static Count of(AttendanceSheet sheet) {
        var steps = new ArrayList<Step>();
        var expected = 0;
        var came = 0;
        for (var row : sheet.rows()) {
            if (row.role() != Role.PARTICIPANT) continue;
            if (row.expected()) expected++;
            if (row.admitted() != null) came++;
            for (var interval : row.intervals()) {
                if (!interval.in()) continue;
                steps.add(new Step(interval.from(), 1));
                steps.add(new Step(interval.to() == null ? sheet.asOf() : interval.to(), -1));
            }
        }
        // Who goes at the moment at which another comes was not there with them.
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::change));
        var now = 0;
        var peak = 0;
        for (var step : steps) {
            now += step.change();
            peak = Math.max(peak, now);
        }
        return new Count(expected, came, peak);
    }
}
