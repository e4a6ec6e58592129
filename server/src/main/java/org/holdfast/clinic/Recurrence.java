package org.holdfast.clinic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/// On which days something comes again: an RRULE (RFC 5545) of days, weeks or months. Days alone, without a time of
/// day, so that no change of the clocks moves a session.
final class Recurrence {
    static final int LONGEST = 200;

    private static final int LARGEST_INTERVAL = 53;
    private static final int LARGEST_COUNT = 1_000;
    private static final int PROOF_YEARS = 3;
    private static final int NOT_GIVEN = -1;
    private static final Set<Frequency> FREQUENCIES = EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY);

    /// A clinic has few rhythms, and asks for their days again and again.
    private static final Map<String, Recurrence> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 1_000;

    private final Recur<LocalDate> rule;

    private Recurrence(Recur<LocalDate> rule) {
        this.rule = rule;
    }

    /// Nothing for what is no rule, or one that means more than days.
    static @Nullable Recurrence parse(String text) {
        var known = KNOWN.get(text);
        if (known != null) return known;
        var read = read(text);
        if (read != null) {
            if (KNOWN.size() >= MOST_KNOWN) KNOWN.clear();
            KNOWN.put(text, read);
        }
        return read;
    }

    private static @Nullable Recurrence read(String text) {
        if (text.isBlank() || text.length() > LONGEST) return null;
        try {
            var rule = new Recur<LocalDate>(text);
            return ofDays(rule) && numbered(rule, text) ? new Recurrence(rule) : null;
        } catch (IllegalArgumentException | DateTimeException | ClassCastException e) {
            // What the parser throws at text that only looks like a rule.
            return null;
        }
    }

    private static boolean ofDays(Recur<LocalDate> rule) {
        // The parser takes any time for an end; only a day can be compared with days.
        Object until = rule.getUntil();
        return FREQUENCIES.contains(rule.getFrequency())
                && (until == null || until instanceof LocalDate)
                && rule.getHourList().isEmpty()
                && rule.getMinuteList().isEmpty()
                && rule.getSecondList().isEmpty()
                && rule.getYearDayList().isEmpty()
                && rule.getWeekNoList().isEmpty()
                && rule.getExperimentalValues().isEmpty();
    }

    /// The library tells a number that is absent from one that is given only by -1.
    private static boolean numbered(Recur<LocalDate> rule, String text) {
        return fits(rule.getInterval(), text.contains("INTERVAL"), LARGEST_INTERVAL)
                && fits(rule.getCount(), text.contains("COUNT"), LARGEST_COUNT);
    }

    private static boolean fits(int number, boolean given, int largest) {
        return given ? number >= 1 && number <= largest : number == NOT_GIVEN;
    }

    /// In order. The first day of a series is one of its days only if the rule says so.
    ///
    /// @param first of the series, from which on intervals and counts run
    List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        var start = from.isBefore(first) ? first : from;
        if (to.isBefore(start)) return List.of();
        return rule.getDates(near(first, start), start, to).stream()
                .filter(day -> !day.isBefore(start) && !day.isAfter(to))
                .distinct()
                .sorted()
                .toList();
    }

    /// The first day, or one that stands for it: whole rounds of the rule later. From the first day on, years would be
    /// counted through for each week that is looked at.
    private LocalDate near(LocalDate first, LocalDate start) {
        if (rule.getCount() != NOT_GIVEN) return first;
        var interval = Math.max(1, rule.getInterval());
        var round = switch (rule.getFrequency()) {
            case WEEKLY -> 7L * interval;
            case DAILY -> interval;
            default -> 0L;
        };
        if (round == 0) return first;
        var rounds = ChronoUnit.DAYS.between(first, start) / round - 1;
        return rounds <= 0 ? first : first.plusDays(rounds * round);
    }

    /// A rule of which no day ever comes was meant otherwise.
    boolean comesToAnything(LocalDate first) {
        return !days(first, first, first.plusYears(PROOF_YEARS)).isEmpty();
    }
}
