package org.holdfast.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Stamp;
import org.holdfast.session.Interruption;
import org.jspecify.annotations.Nullable;

/// One person's coming and going, as marks in time. Each mark holds until the next.
record Track(List<Mark> marks, Sending sending) {
    static final Track NEVER_CAME = new Track(List.of(), Sending.NOTHING_YET);

    Track {
        marks = List.copyOf(marks);
    }

    @Nullable
    Mark arrived() {
        return marks.isEmpty() ? null : marks.getFirst();
    }

    @Nullable
    Mark admitted() {
        return marks.stream().filter(Mark::beginsStay).findFirst().orElse(null);
    }

    boolean inRoom() {
        return !marks.isEmpty() && marks.getLast().cause().in();
    }

    Track arrived(Stamp stamp) {
        return inRoom() || is(Cause.DROPPED, Cause.REMOVED)
                ? impossible("arrived", stamp)
                : and(new Mark(stamp.at(), Cause.WAITED, stamp.seq()));
    }

    Track admitted(Stamp stamp) {
        return is(Cause.WAITED, Cause.SENT_BACK)
                ? and(new Mark(stamp.at(), Cause.ADMITTED, stamp.seq()))
                : impossible("admitted", stamp);
    }

    /// Out as of when they were last heard of; whatever was noted of them later was not so.
    Track dropped(Instant lastSeen, Stamp stamp) {
        if (!inRoom() || lastSeen.isAfter(stamp.at())) return impossible("dropped", stamp);
        var kept = new ArrayList<>(marks);
        while (!kept.getLast().beginsStay() && kept.getLast().at().isAfter(lastSeen)) kept.removeLast();
        if (kept.getLast().at().isAfter(lastSeen)) return impossible("dropped", stamp);
        return new Track(kept, sending).and(new Mark(lastSeen, Cause.DROPPED, stamp.seq()));
    }

    Track returned(Instant lastSeen, Stamp stamp) {
        var out = inRoom() ? dropped(lastSeen, stamp) : this;
        return out.is(Cause.DROPPED)
                ? out.and(new Mark(stamp.at(), Cause.RETURNED, stamp.seq()))
                : impossible("returned", stamp);
    }

    Track movedDevice(Stamp stamp) {
        return inRoom() || is(Cause.WAITED, Cause.SENT_BACK, Cause.DROPPED)
                ? and(new Mark(stamp.at(), Cause.MOVED_DEVICE, stamp.seq()))
                : impossible("moved", stamp);
    }

    Track sentBack(Stamp stamp) {
        return inRoom() || is(Cause.DROPPED)
                ? and(new Mark(stamp.at(), Cause.SENT_BACK, stamp.seq())).camera(false, stamp)
                : impossible("sent back", stamp);
    }

    Track left(Stamp stamp) {
        return gone(Cause.LEFT, stamp);
    }

    Track removed(Stamp stamp) {
        return gone(Cause.REMOVED, stamp);
    }

    private Track gone(Cause cause, Stamp stamp) {
        return marks.isEmpty()
                ? impossible("gone", stamp)
                : and(new Mark(stamp.at(), cause, stamp.seq())).camera(false, stamp);
    }

    Track interrupted(Interruption.Cause why, Stamp stamp) {
        return inRoom()
                ? and(new Mark(stamp.at(), Cause.INTERRUPTED, stamp.seq(), why))
                : impossible("interrupted", stamp);
    }

    Track resumed(Stamp stamp) {
        return is(Cause.INTERRUPTED)
                ? and(new Mark(stamp.at(), Cause.RESUMED, stamp.seq()))
                : impossible("resumed", stamp);
    }

    Track mediaLost(Stamp stamp) {
        return inRoom() ? new Track(marks, sending.lost(stamp)) : impossible("lost their media", stamp);
    }

    Track mediaReturned(Stamp stamp) {
        return inRoom() ? new Track(marks, sending.returned(stamp)) : impossible("their media back", stamp);
    }

    Track camera(boolean on, Stamp stamp) {
        return new Track(marks, sending.camera(on, stamp));
    }

    private boolean is(Cause... causes) {
        return !marks.isEmpty() && List.of(causes).contains(marks.getLast().cause());
    }

    private Track and(Mark mark) {
        var next = new ArrayList<>(marks);
        next.add(mark);
        return new Track(next, mark.beginsStay() || !mark.cause().in() ? sending.until(mark) : sending);
    }

    private static Track impossible(String what, Stamp stamp) {
        throw new DamagedLog("Nobody can have " + what + " as entry " + stamp.seq() + " says");
    }
}
