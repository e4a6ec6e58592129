package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts one person's marks into the intervals that the sheet shows. Time in the room without a facilitator is cut out
/// as its own kind.
final class Intervals {
    private Intervals() {}

    static List<Interval> of(Comings comings, Coverage coverage, Track track, Instant end) {
        var intervals = new ArrayList<Interval>();
        var marks = track.marks();
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var next = i + 1 < marks.size() ? marks.get(i + 1) : null;
            var to = next == null ? end : next.at();
            var ended = next == null ? endSeq(comings) : Long.valueOf(next.seq());
            var open = next == null && comings.end() == null;
            if (mark.cause().in()) {
                for (var piece : inRoom(mark, to, ended, open, coverage)) {
                    intervals.addAll(Silences.cut(piece, track.sending().outages(), end));
                }
            } else if (mark.at().isBefore(to) || open) {
                intervals.add(interval(mark.at(), open ? null : to, mark.cause(), mark.seq(), ended));
            }
        }
        return intervals;
    }

    private static @Nullable Long endSeq(Comings comings) {
        return comings.end() == null ? null : comings.end().seq();
    }

    private static List<Interval> inRoom(Mark mark, Instant to, @Nullable Long ended, boolean open, Coverage coverage) {
        var pieces = new ArrayList<Interval>();
        var from = mark.at();
        var cause = mark.cause();
        Long began = mark.seq();
        for (var uncovered : coverage.uncovered()) {
            var alone = uncovered.time().within(new Stretch(mark.at(), to));
            if (uncovered.bridged() || alone.empty()) continue;
            var lost = uncovered.before() == null
                    ? null
                    : seqOf(uncovered.before().last().to());
            var found = uncovered.after() == null
                    ? ended
                    : uncovered.after().entries().getFirst();
            if (from.isBefore(alone.from())) pieces.add(interval(from, alone.from(), cause, began, lost));
            var last = !alone.to().isBefore(to);
            var start = alone.from().equals(mark.at()) ? Long.valueOf(mark.seq()) : lost;
            pieces.add(interval(
                    alone.from(), last && open ? null : alone.to(), Cause.UNATTENDED, start, last ? ended : found));
            from = alone.to();
            cause = Cause.ATTENDED;
            began = found;
        }
        if (from.isBefore(to) || (open && from.equals(to) && pieces.isEmpty())) {
            pieces.add(interval(from, open ? null : to, cause, began, ended));
        }
        return pieces;
    }

    private static @Nullable Long seqOf(@Nullable Mark mark) {
        return mark == null ? null : mark.seq();
    }

    private static Interval interval(
            Instant from, @Nullable Instant to, Cause cause, @Nullable Long began, @Nullable Long ended) {
        var entries = new ArrayList<Long>();
        if (began != null) entries.add(began);
        if (ended != null && !ended.equals(began)) entries.add(ended);
        return new Interval(from, to, cause.in(), cause, entries);
    }
}
