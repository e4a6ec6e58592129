package org.holdfast.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// At which sessions of the calendar somebody is expected: those of their groups, unless only others were named.
public final class Expected {
    /// As far ahead as anybody is told.
    private static final Duration AHEAD = Duration.ofDays(60);

    private Expected() {}

    /// The first that begins after now; nothing when none is planned.
    ///
    /// @param over a session that has ended, which may have been before it was to begin
    public static @Nullable Slot next(Clinic clinic, MemberId member, Instant now, @Nullable SessionId over) {
        return Slots.of(clinic, groups(clinic, member)).between(now, now.plus(AHEAD)).stream()
                .filter(slot -> over == null || !slot.id().value().equals(over.value()))
                .filter(slot -> slot.state().held() && isNamed(clinic, slot, member))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNamed(Clinic clinic, Slot slot, MemberId member) {
        if (slot.members().isEmpty() || slot.members().contains(member)) return comes(clinic, slot, member);
        var group = clinic.groups().group(slot.group());
        return group != null && group.ledBy(member);
    }

    /// A guest comes for a while only.
    private static boolean comes(Clinic clinic, Slot slot, MemberId member) {
        var guest = clinic.guests().guest(member);
        return guest == null || guest.comes(slot.starts());
    }

    private static Set<GroupId> groups(Clinic clinic, MemberId member) {
        var groups = new HashSet<GroupId>();
        var guest = clinic.guests().guest(member);
        if (guest != null) groups.add(guest.group());
        clinic.groups().all().forEach((id, group) -> {
            if (group.ledBy(member) || group.roster().contains(member)) groups.add(id);
        });
        groups.removeIf(id -> {
            var group = clinic.groups().group(id);
            return group == null || !group.open();
        });
        return groups;
    }
}
