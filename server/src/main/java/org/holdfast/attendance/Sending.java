package org.holdfast.attendance;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// What of one person got through, as far as the log knows: when nothing did, and when their camera was on.
///
/// @param camera each time it was set, also to what it was; it stays as it is while the line is away
record Sending(List<Outage> outages, List<Switched> camera) {
    static final Sending NOTHING_YET = new Sending(List.of(), List.of());

    Sending {
        outages = List.copyOf(outages);
        camera = List.copyOf(camera);
    }

    /// @param end what ended it: that it was back, or what ended the stay; nothing while it goes on
    record Outage(Mark lost, @Nullable Mark end) {}

    record Switched(Stamp stamp, boolean on) {}

    Sending lost(Stamp stamp) {
        if (!outages.isEmpty() && outages.getLast().end() == null) {
            throw new DamagedLog("Media are lost twice, at " + stamp.seq());
        }
        var next = new ArrayList<>(outages);
        next.add(new Outage(new Mark(stamp.at(), Cause.MEDIA_LOST, stamp.seq()), null));
        return new Sending(next, camera);
    }

    Sending returned(Stamp stamp) {
        if (outages.isEmpty() || outages.getLast().end() != null) {
            throw new DamagedLog("Media that were not lost are back, at " + stamp.seq());
        }
        return until(new Mark(stamp.at(), Cause.MEDIA_RETURNED, stamp.seq()));
    }

    /// Nothing goes on past this, and nothing that was noted of a later time was so: a line is found to have dropped
    /// only some time after it did.
    Sending until(Mark mark) {
        var next = new ArrayList<Outage>();
        for (var outage : outages) {
            if (outage.lost().at().isAfter(mark.at())) continue;
            var end = outage.end();
            var over = end != null && !end.at().isAfter(mark.at());
            next.add(over ? outage : new Outage(outage.lost(), mark));
        }
        return new Sending(next, camera);
    }

    Sending camera(boolean on, Stamp stamp) {
        var next = new ArrayList<>(camera);
        next.add(new Switched(stamp, on));
        return new Sending(outages, next);
    }
}
