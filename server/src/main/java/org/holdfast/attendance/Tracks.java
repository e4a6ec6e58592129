package org.holdfast.attendance;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.MemberId;

/// Everybody's track, by who they are. Copied only when one of them changes, which few entries do.
record Tracks(SortedMap<MemberId, Track> all) {
    static final Tracks NONE = new Tracks(Collections.emptySortedMap());

    Tracks {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    Track of(MemberId member) {
        return all.getOrDefault(member, Track.NEVER_CAME);
    }

    Tracks with(MemberId member, Track track) {
        var next = new TreeMap<>(all);
        next.put(member, track);
        return new Tracks(next);
    }
}
