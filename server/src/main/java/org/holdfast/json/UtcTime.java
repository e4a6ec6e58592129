package org.holdfast.json;

import java.time.Instant;
import java.time.LocalDate;

/// ISO times in UTC, as [Instant#toString] prints them. Every entry of a log begins with one, and Java's own parser
/// takes longer for it than all the rest of an entry does.
public final class UtcTime {
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_A_DAY = 86_400;

    private UtcTime() {}

    /// The same times from the same texts as [Instant#parse], and the same exception for all others.
    public static Instant parse(String text) {
        var length = text.length();
        if (length <= SECONDS_END || length > SECONDS_END + 2 + NANO_DIGITS || !shaped(text))
            return Instant.parse(text);
        var year = number(text, 0, 4);
        var month = number(text, 5, 7);
        var day = number(text, 8, 10);
        var hour = number(text, 11, 13);
        var minute = number(text, 14, 16);
        var second = number(text, 17, SECONDS_END);
        var nanos = nanos(text);
        // Whatever is rare (leap seconds, the midnight that is 24 o'clock) or wrong is for the one who knows all of it.
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 28 && day > lengthOf(year, month)) {
            return Instant.parse(text);
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nanos < 0) {
            return Instant.parse(text);
        }
        var days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second, nanos);
    }

    private static boolean shaped(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z';
    }

    private static int lengthOf(int year, int month) {
        return LocalDate.of(year, month, 1).lengthOfMonth();
    }

    /// What follows the seconds; -1 when that is no fraction.
    private static int nanos(String text) {
        var end = text.length() - 1;
        if (end == SECONDS_END) return 0;
        if (text.charAt(SECONDS_END) != '.' || end == SECONDS_END + 1) return -1;
        var nanos = number(text, SECONDS_END + 1, end);
        for (var digits = end - SECONDS_END - 1; digits < NANO_DIGITS && nanos > 0; digits++) nanos *= 10;
        return nanos;
    }

    /// The digits from here to there; -1 when others stand among them.
    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }
}
