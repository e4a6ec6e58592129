package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Stamp;
import org.holdfast.session.Breaks;

/// A break, as long as it lasted: until its time, or until a facilitator ended it or began another.
///
/// @param begun the entry that began it
/// @param ended the entry that made it end before its time; the same as `begun` where none did
record Rest(Stretch time, long begun, long ended) {
    private Rest until(Instant at, long seq) {
        return at.isBefore(time.to()) ? new Rest(new Stretch(time.from(), at), begun, seq) : this;
    }

    static List<Rest> after(List<Rest> rests, Breaks.Event event, Stamp stamp) {
        var next = new ArrayList<>(rests);
        if (!next.isEmpty()) next.add(next.removeLast().until(stamp.at(), stamp.seq()));
        switch (event) {
            case Breaks.BreakBegun(var until, var _) ->
                next.add(new Rest(new Stretch(stamp.at(), until), stamp.seq(), stamp.seq()));
            case Breaks.BreakEnded _ -> {
                if (rests.isEmpty()) throw new DamagedLog("A break ended unbegun, at " + stamp.seq());
            }
        }
        return List.copyOf(next);
    }

    /// The entries on which it rests that it lay so within this time.
    List<Long> within(Stretch window) {
        return time.to().isBefore(window.to()) ? List.of(begun, ended) : List.of(begun);
    }
}
