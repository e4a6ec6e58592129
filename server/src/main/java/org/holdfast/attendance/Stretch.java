package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Plain time, from and to, for the arithmetic of credit.
record Stretch(Instant from, Instant to) {
    Duration length() {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    boolean empty() {
        return !from.isBefore(to);
    }

    Stretch within(Stretch other) {
        return new Stretch(later(from, other.from), earlier(to, other.to));
    }

    static List<Stretch> common(List<Stretch> these, List<Stretch> those) {
        var common = new ArrayList<Stretch>();
        for (var one : these) {
            for (var other : those) {
                var both = one.within(other);
                if (!both.empty()) common.add(both);
            }
        }
        return common;
    }

    /// What is left of these.
    static List<Stretch> without(List<Stretch> these, List<Stretch> those) {
        var left = these;
        for (var out : those) {
            var next = new ArrayList<Stretch>();
            for (var one : left) {
                var both = one.within(out);
                if (both.empty()) {
                    next.add(one);
                    continue;
                }
                var before = new Stretch(one.from, both.from);
                var after = new Stretch(both.to, one.to);
                if (!before.empty()) next.add(before);
                if (!after.empty()) next.add(after);
            }
            left = next;
        }
        return left;
    }

    /// In order, and those that touch made one.
    static List<Stretch> merged(List<Stretch> stretches) {
        var merged = new ArrayList<Stretch>();
        for (var next :
                stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            if (next.empty()) continue;
            if (merged.isEmpty() || next.from.isAfter(merged.getLast().to)) {
                merged.add(next);
            } else {
                var last = merged.removeLast();
                merged.add(new Stretch(last.from, later(last.to, next.to)));
            }
        }
        return merged;
    }

    static Duration sum(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
