package org.holdfast.session;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.session.View.SwitchView;
import org.jspecify.annotations.Nullable;

/// What lies between two states of a session, looked up once for all who are told of it, as far as it shows what need
/// not be made anew for them: most of a meeting is people who switch something on or off.
public final class Change {
    /// Of a view's people, what of somebody's switches is shown otherwise now.
    public record Switches(SortedMap<MemberId, Switched> people) {}

    public record Switched(
            @Nullable SwitchView microphone, @Nullable SwitchView camera) {}

    final Session before;
    final Session after;
    /// Nothing but microphones and cameras.
    final boolean ofSwitches;
    /// And none of them came to be held or was given back.
    final boolean ofOnAndOff;
    /// Nothing but microphones, cameras and hands.
    final boolean ofFloor;
    /// Nothing but hands.
    final boolean ofHands;
    /// Who has a microphone or a camera otherwise than before; of no meaning unless [#ofFloor].
    final SortedSet<MemberId> switched;

    private Change(Session before, Session after) {
        this.before = before;
        this.after = after;
        var was = before.floor();
        var is = after.floor();
        ofFloor = before.differsInFloorOnly(after);
        ofHands = ofFloor && was.microphones() == is.microphones() && was.cameras() == is.cameras();
        ofSwitches = ofFloor && was.hands().equals(is.hands());
        ofOnAndOff = ofSwitches && was.holdsTheSame(is);
        switched = ofFloor ? is.switchedSince(was) : Collections.emptySortedSet();
    }

    /// Of whom the floor may be shown otherwise than before; of no meaning unless [#ofFloor]. One hand that goes up or
    /// down moves those behind it in their line.
    SortedSet<MemberId> touched() {
        if (ofSwitches) return switched;
        var touched = new TreeSet<>(switched);
        touched.addAll(before.floor().hands().keySet());
        touched.addAll(after.floor().hands().keySet());
        return touched;
    }

    public static Change between(Session before, Session after) {
        return new Change(before, after);
    }

    public Session before() {
        return before;
    }

    public Session after() {
        return after;
    }

    /// Nothing but microphones, cameras and hands, of which those in the room and staff are shown the same.
    public boolean ofFloor() {
        return ofFloor;
    }

    /// Nothing that makes worksheets look otherwise to whoever stays of the same audience.
    public boolean keepsPaper() {
        return before.worksheets() == after.worksheets()
                && before.plan() == after.plan()
                && before.life() == after.life();
    }

    /// What to merge into the view of those in the room and into that of staff alike; absent when it says too little.
    public @Nullable Switches switches() {
        if (!ofSwitches) return null;
        var people = new TreeMap<MemberId, Switched>();
        for (var id : switched) {
            if (!after.admission().seated(id)) continue;
            var microphone = Views.shown(after.floor().microphone(id));
            var camera = Views.shown(after.floor().camera(id));
            var microphoneIs = microphone == Views.shown(before.floor().microphone(id)) ? null : microphone;
            var cameraIs = camera == Views.shown(before.floor().camera(id)) ? null : camera;
            if (microphoneIs != null || cameraIs != null) people.put(id, new Switched(microphoneIs, cameraIs));
        }
        return new Switches(people);
    }
}
