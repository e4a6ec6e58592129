package org.holdfast.clinic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.Role;
import org.holdfast.session.Roster;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// A session as its group and its clinic stand when it opens. What becomes otherwise afterwards changes nothing about
/// it, but for who may come: that follows the books as long as the session is on.
public final class Planning {
    private Planning() {}

    /// @param roomLimit how many people the media of one session can carry
    /// @return nothing for a group that is closed, or that is not there
    public static @Nullable Plan plan(Clinic clinic, Slot slot, int roomLimit) {
        var group = clinic.groups().group(slot.group());
        if (group == null || !group.open()) return null;
        var id = new SessionId(slot.id().value());
        var prepared = clinic.schedule().prepared(slot.id());
        return plan(clinic, group, expected(clinic, group, slot), id, slot.starts(), slot.ends(), roomLimit, prepared);
    }

    /// Who may come to a session that is open, as the books have it now.
    ///
    /// @param books how far they were read
    /// @return nothing for a group that is closed meanwhile, since that ends no session
    public static Roster.@Nullable Follow follow(Clinic clinic, Slot slot, long books, Instant now) {
        var group = clinic.groups().group(slot.group());
        if (group == null || !group.open()) return null;
        var expected = expected(clinic, group, slot);
        var at = now.isAfter(slot.starts()) ? now : slot.starts();
        return new Roster.Follow(books, expected, guests(clinic, group, expected, at));
    }

    /// With the whole group, by itself and not of the calendar.
    public static Plan plan(
            Clinic clinic, Group group, SessionId session, Instant starts, Instant ends, int roomLimit) {
        return plan(clinic, group, group.roster(), session, starts, ends, roomLimit, List.of());
    }

    private static Plan plan(
            Clinic clinic,
            Group group,
            SortedSet<MemberId> expected,
            SessionId session,
            Instant starts,
            Instant ends,
            int roomLimit,
            List<PreparedWorksheet> prepared) {
        var policies = group.outline().policies();
        var agreement = policies.rules().strip();
        return new Plan(
                session,
                group.outline().title(),
                starts,
                ends,
                name(clinic.zone()),
                group.lead(),
                group.staff(),
                expected,
                roomLimit,
                clinic.rules(group.id()).completed(),
                policies.chat(),
                policies.camera(),
                policies.breaks(),
                guests(clinic, group, expected, starts),
                agreement.isEmpty() ? null : agreement,
                prepared);
    }

    /// Those who still come when it starts, or later.
    private static SortedMap<MemberId, Role> guests(
            Clinic clinic, Group group, SortedSet<MemberId> expected, Instant at) {
        var guests = new TreeMap<MemberId, Role>();
        for (var guest : clinic.guests().of(group.id(), at)) {
            var member = guest.id();
            if (!group.ledBy(member) && !expected.contains(member)) {
                guests.put(member, guest.kind().role());
            }
        }
        return guests;
    }

    /// Browsers know no zone by the name that Java gives to none.
    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /// Whoever was named for this one session and is still in the programme, else the whole group.
    static SortedSet<MemberId> expected(Clinic clinic, Group group, Slot slot) {
        if (slot.members().isEmpty()) return group.roster();
        var members = new TreeSet<>(slot.members());
        members.removeIf(member -> !clinic.enrolment().enrolled(member) || group.ledBy(member));
        return Collections.unmodifiableSortedSet(members);
    }
}
