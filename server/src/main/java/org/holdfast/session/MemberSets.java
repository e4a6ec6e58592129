package org.holdfast.session;

import java.util.SortedSet;
import java.util.TreeSet;

/// Sets of members as a state holds them: never changed, only followed by another.
final class MemberSets {
    private MemberSets() {}

    static SortedSet<MemberId> with(SortedSet<MemberId> some, MemberId member) {
        var next = new TreeSet<>(some);
        next.add(member);
        return next;
    }

    static SortedSet<MemberId> without(SortedSet<MemberId> some, MemberId member) {
        var next = new TreeSet<>(some);
        next.remove(member);
        return next;
    }
}
