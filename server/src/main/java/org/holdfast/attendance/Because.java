package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A sentence that says why, with the places of the entries it rests on: without any one of them it would read
/// otherwise, or the minutes would be others.
public record Because(Reason reason, SortedMap<String, Arg> args, List<Long> entries, Arg.Zone zone) {
    public Because {
        args = Collections.unmodifiableSortedMap(new TreeMap<>(args));
        entries = entries.stream().distinct().sorted().toList();
    }

    public String text(Language language) {
        return reason.filled(language, place -> args.get(place).text(language, zone));
    }

    /// Puts a sentence together.
    static final class Draft {
        private final Reason reason;
        private final TreeMap<String, Arg> args = new TreeMap<>();

        Draft(Reason reason) {
            this.reason = reason;
        }

        Draft with(String name, Instant time) {
            args.put(name, new Arg.At(time));
            return this;
        }

        Draft withDay(String name, Instant time) {
            args.put(name, new Arg.Day(time));
            return this;
        }

        Draft with(String name, Status status) {
            args.put(name, new Arg.Judged(status));
            return this;
        }

        Draft with(String name, Duration time) {
            args.put(name, new Arg.Lasting(time));
            return this;
        }

        Draft with(String name, long number) {
            args.put(name, new Arg.Number(number));
            return this;
        }

        Draft with(String name, Word word) {
            args.put(name, new Arg.Said(word));
            return this;
        }

        Draft with(Stretch time) {
            return with("from", time.from()).with("to", time.to());
        }

        Because on(List<Long> entries, Arg.Zone zone) {
            return new Because(reason, args, entries, zone);
        }
    }
}
