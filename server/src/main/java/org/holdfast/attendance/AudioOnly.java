package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.attendance.Sending.Switched;
import org.jspecify.annotations.Nullable;

/// How long a person was in the room with sound alone: there, got through, and the camera off. Payers ask for it apart;
/// it takes nothing from the credit.
///
/// @param entries that it rests on
record AudioOnly(Duration time, List<Long> entries) {
    /// Nothing for a session that opened before anybody asked.
    static @Nullable AudioOnly of(Comings comings, Track track, Credit credit, Instant end) {
        if (!comings.plan().rules().judgesMedia()) return null;
        var there = Stretch.without(
                credit.stays().stream().map(Stay::time).toList(),
                credit.losses().stream().map(Credit.Loss::time).toList());
        var camera = track.sending().camera();
        var time = seen(there, camera, end, null);
        var entries = new ArrayList<Long>();
        entries.add(comings.opened());
        for (var one : camera) {
            if (!seen(there, camera, end, one).equals(time))
                entries.add(one.stamp().seq());
        }
        return new AudioOnly(Stretch.sum(there).minus(time), entries);
    }

    /// @param without as if this had not been set
    private static Duration seen(List<Stretch> there, List<Switched> camera, Instant end, @Nullable Switched without) {
        var on = new ArrayList<Stretch>();
        Instant since = null;
        for (var one : camera) {
            if (Objects.equals(one, without)) continue;
            if (one.on() && since == null) since = one.stamp().at();
            if (!one.on() && since != null) {
                on.add(new Stretch(since, one.stamp().at()));
                since = null;
            }
        }
        if (since != null) on.add(new Stretch(since, end));
        return Stretch.sum(Stretch.common(there, on));
    }
}
