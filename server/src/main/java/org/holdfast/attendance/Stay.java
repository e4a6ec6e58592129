package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stay in the room on one connection.
///
/// @param to what ended it, nothing while it runs or when the session's end did
/// @param back how it went on, if the person came back after a drop
record Stay(Mark from, @Nullable Mark to, @Nullable Mark back, Instant until) {
    Stretch time() {
        return new Stretch(from.at(), until);
    }

    /// The line was gone, and nobody noticed before the page was back: one entry tells both.
    boolean unnoticed() {
        return to != null && back != null && to.seq() == back.seq();
    }

    /// The entry that ended it, if one did.
    List<Long> ending(Comings comings) {
        if (to != null) return List.of(to.seq());
        return comings.end() == null ? List.of() : List.of(comings.end().seq());
    }

    /// Whether without the entry that began it the time before would simply have gone on.
    boolean continues(List<Mark> marks) {
        var place = marks.indexOf(from);
        if (place == 0) return false;
        var before = marks.get(place - 1);
        return before.cause().in() || (before.cause() == Cause.DROPPED && before.seq() == from.seq());
    }

    static List<Stay> of(Track track, Instant end) {
        var stays = new ArrayList<Stay>();
        var marks = track.marks();
        Mark from = null;
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (from != null && (mark.beginsStay() || !mark.cause().in())) {
                var next = i + 1 < marks.size() ? marks.get(i + 1) : null;
                var back = mark.cause() == Cause.DROPPED && next != null && next.beginsStay() ? next : null;
                stays.add(new Stay(from, mark, back, mark.at()));
                from = null;
            }
            if (mark.beginsStay()) from = mark;
        }
        if (from != null) stays.add(new Stay(from, null, null, end));
        return stays;
    }

    static Duration sum(List<Stay> stays) {
        return stays.stream().map(stay -> stay.time().length()).reduce(Duration.ZERO, Duration::plus);
    }
}
