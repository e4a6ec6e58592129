package org.holdfast.attendance;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Roster;
import org.jspecify.annotations.Nullable;

/// Who is expected, as it changed while the session was open. Whoever could come only from some moment on is late, or
/// short of minutes, by that moment and not by the planned start; whoever was not to come any more before they could
/// have been late is not missed.
///
/// @param since from which entry on somebody is expected who was not at the opening and had not come before
/// @param out from which entry on somebody is not to come any more
record Roll(SortedMap<MemberId, Stamp> since, SortedMap<MemberId, Stamp> out) {
    static final Roll AS_OPENED = new Roll(Collections.emptySortedMap(), Collections.emptySortedMap());

    Roll {
        since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
        out = Collections.unmodifiableSortedMap(new TreeMap<>(out));
    }

    /// @param came whether this person had come before
    Roll after(Roster.Event event, Stamp stamp, boolean came) {
        var nextSince = new TreeMap<>(since);
        var nextOut = new TreeMap<>(out);
        switch (event) {
            case Roster.Joined joined -> {
                nextOut.remove(joined.member());
                if (!came) nextSince.put(joined.member(), stamp);
            }
            case Roster.Left(var member, var _) -> nextOut.put(member, stamp);
        }
        return new Roll(nextSince, nextOut);
    }

    /// Nothing for who could come from the planned start on.
    @Nullable
    Stamp since(MemberId member, Plan plan) {
        var stamp = since.get(member);
        return stamp != null && stamp.at().isAfter(plan.starts()) ? stamp : null;
    }

    /// When the session begins for this person.
    Instant begins(MemberId member, Plan plan) {
        var stamp = since(member, plan);
        return stamp == null ? plan.starts() : stamp.at();
    }

    /// Coming later than this is late.
    Instant latestArrival(MemberId member, Plan plan) {
        return begins(member, plan).plus(plan.rules().lateAfter());
    }

    /// Whether somebody who never came should have: there was time for it.
    boolean misses(MemberId member, Plan plan) {
        var latest = latestArrival(member, plan);
        var gone = out.get(member);
        if (gone != null && !gone.at().isAfter(latest)) return false;
        return since(member, plan) == null || latest.isBefore(plan.ends());
    }
}
