package org.holdfast.clinic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.holdfast.decision.Ids;
import org.jspecify.annotations.Nullable;

/// A place in the clinic's calendar. It is also the id of the session that comes of it, so that no two nodes can make
/// two of one.
public record SlotId(String value) implements Comparable<SlotId> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    public SlotId {
        Ids.check(value);
    }

    /// @param day that the series planned, wherever it was moved since
    static SlotId of(SeriesId series, LocalDate day) {
        return new SlotId(series + "-" + DAY.format(day));
    }

    /// Of a series and a day, if its id is made of these.
    @Nullable
    Planned planned() {
        var dash = value.lastIndexOf('-');
        if (dash < 1 || dash > SeriesId.LONGEST) return null;
        try {
            return new Planned(new SeriesId(value.substring(0, dash)), LocalDate.parse(value.substring(dash + 1), DAY));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    record Planned(SeriesId series, LocalDate day) {}

    @Override
    public int compareTo(SlotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
