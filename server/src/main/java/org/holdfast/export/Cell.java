package org.holdfast.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands in a cell of a CSV file. Only words are guarded: numbers and times are ours, and stay what they are.
final class Cell {
    static final String EMPTY = "";

    private Cell() {}

    static String words(@Nullable String words) {
        return words == null ? EMPTY : FormulaGuard.guarded(words);
    }

    static String number(@Nullable Long number) {
        return number == null ? EMPTY : Long.toString(number);
    }

    static String minutes(@Nullable Duration time) {
        return time == null ? EMPTY : Long.toString(time.toMinutes());
    }

    static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }

    /// ISO, with the offset that the clinic's clocks had just then.
    static String time(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? EMPTY
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(time, zone));
    }

    /// Places in the log.
    static String entries(Collection<Long> entries) {
        return entries.stream().distinct().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
