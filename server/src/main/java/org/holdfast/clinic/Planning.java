package org.holdfast.clinic;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// A session as its group and its clinic stand when it opens. What becomes otherwise afterwards changes nothing about
/// it.
public final class Planning {
    private Planning() {}

    /// @param roomLimit how many people the media of one session can carry
    /// @return nothing for a group that is closed, or that is not there
    public static @Nullable Plan plan(Clinic clinic, Slot slot, int roomLimit) {
        var group = clinic.groups().group(slot.group());
        if (group == null || !group.open()) return null;
        var policies = group.outline().policies();
        return new Plan(
                new SessionId(slot.id().value()),
                group.outline().title(),
                slot.starts(),
                slot.ends(),
                clinic.zone().getId(),
                group.lead(),
                group.staff(),
                expected(clinic, group, slot),
                roomLimit,
                clinic.rules(group.id()).completed(),
                policies.chat());
    }

    /// Whoever was named for this one session and is still in the programme, else the whole group.
    private static SortedSet<MemberId> expected(Clinic clinic, Group group, Slot slot) {
        if (slot.members().isEmpty()) return group.roster();
        var members = new TreeSet<>(slot.members());
        members.removeIf(member -> !clinic.enrolment().enrolled(member) || group.ledBy(member));
        return Collections.unmodifiableSortedSet(members);
    }
}
