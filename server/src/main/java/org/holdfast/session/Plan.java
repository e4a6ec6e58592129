package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.decision.DamagedLog;
import org.jspecify.annotations.Nullable;

/// All that the fold needs from outside, snapshotted when the session opens. Later changes are entries: who else may
/// come is decided in [Roster].
///
/// @param title what staff call the session; participants are never shown it
/// @param lead the facilitator who is named to those who wait
/// @param zone the clinic's time zone, as an IANA name
/// @param roomLimit how many people the media of this session can carry
/// @param chat whom participants may write to; absent where nobody chose
/// @param cameras what the group says of them; absent where it says nothing
/// @param breaks whether there are any, and whether they count; absent in sessions from before anybody asked
/// @param guests who else comes, and as what; absent where nobody does
/// @param agreement what people agree to when they come, in the clinic's words; absent where nothing is written down
/// @param worksheets those that were prepared for it, in their order; absent where there are none
public record Plan(
        SessionId session,
        String title,
        Instant starts,
        Instant ends,
        String zone,
        MemberId lead,
        SortedSet<MemberId> staff,
        SortedSet<MemberId> roster,
        int roomLimit,
        AttendanceRules rules,
        Chat.@Nullable Policy chat,
        @Nullable Cameras cameras,
        Breaks.@Nullable Policy breaks,
        @Nullable SortedMap<MemberId, Role> guests,
        @Nullable String agreement,
        @Nullable List<PreparedWorksheet> worksheets) {
    public static final int LONGEST_TITLE = 120;
    public static final int LARGEST_ROSTER = 60;
    public static final int MOST_GUESTS = 20;
    public static final int LONGEST_AGREEMENT = 1_000;
    public static final Duration LONGEST = Duration.ofHours(12);

    public Plan {
        if (title.length() > LONGEST_TITLE) throw new IllegalArgumentException("The title is too long");
        if (!starts.isBefore(ends) || Duration.between(starts, ends).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A session ends after it starts, within " + LONGEST);
        }
        if (roster.size() > LARGEST_ROSTER) throw new IllegalArgumentException("The roster is too long");
        if (!staff.contains(lead)) throw new IllegalArgumentException("The lead is one of the staff");
        if (staff.stream().anyMatch(roster::contains)) {
            throw new IllegalArgumentException("Nobody is both staff and on the roster");
        }
        if (agreement != null && agreement.length() > LONGEST_AGREEMENT) {
            throw new IllegalArgumentException("The agreement is too long");
        }
        staff = Collections.unmodifiableSortedSet(new TreeSet<>(staff));
        roster = Collections.unmodifiableSortedSet(new TreeSet<>(roster));
        guests = guests == null || guests.isEmpty() ? null : checked(guests, staff, roster);
        if (worksheets != null && worksheets.size() > Worksheets.MOST) {
            throw new IllegalArgumentException("There are too many worksheets");
        }
        worksheets = worksheets == null || worksheets.isEmpty() ? null : List.copyOf(worksheets);
    }

    private static SortedMap<MemberId, Role> checked(
            SortedMap<MemberId, Role> guests, SortedSet<MemberId> staff, SortedSet<MemberId> roster) {
        if (guests.size() > MOST_GUESTS) throw new IllegalArgumentException("There are too many guests");
        guests.forEach((member, role) -> {
            if (!role.guest() || staff.contains(member) || roster.contains(member)) {
                throw new IllegalArgumentException("A guest is neither staff nor on the roster");
            }
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(guests));
    }

    /// The same with one more who may come; nothing when there is no place left.
    @Nullable
    Plan with(MemberId member, Role role) {
        var guest = role.guest();
        var invited = guests == null ? new TreeMap<MemberId, Role>() : new TreeMap<>(guests);
        if (guest ? invited.size() >= MOST_GUESTS : roster.size() >= LARGEST_ROSTER) return null;
        if (guest) invited.put(member, role);
        return new Plan(
                session,
                title,
                starts,
                ends,
                zone,
                lead,
                staff,
                guest ? roster : MemberSets.with(roster, member),
                roomLimit,
                rules,
                chat,
                cameras,
                breaks,
                invited,
                agreement,
                worksheets);
    }

    /// With whoever was added since, as an entry says; whoever is not to come any more stays in it.
    public Plan after(Roster.Event event) {
        return switch (event) {
            case Roster.Joined(var member, var role, var _) -> {
                if (knows(member)) yield this;
                var grown = with(member, role);
                if (grown == null) throw new DamagedLog("More were added than a plan holds");
                yield grown;
            }
            case Roster.Left _ -> this;
        };
    }

    /// Of a group that has chosen nothing of how its sessions are held, and to which no guests come.
    public Plan(
            SessionId session,
            String title,
            Instant starts,
            Instant ends,
            String zone,
            MemberId lead,
            SortedSet<MemberId> staff,
            SortedSet<MemberId> roster,
            int roomLimit,
            AttendanceRules rules) {
        this(
                session, title, starts, ends, zone, lead, staff, roster, roomLimit, rules, null, null, null, null, null,
                null);
    }

    public Chat.Policy chatPolicy() {
        return chat == null ? Chat.Policy.TO_STAFF : chat;
    }

    public Cameras cameraPolicy() {
        return cameras == null ? Cameras.FREE : cameras;
    }

    public Breaks.Policy breakPolicy() {
        return breaks == null ? Breaks.Policy.NONE : breaks;
    }

    public boolean knows(MemberId member) {
        return staff.contains(member) || roster.contains(member) || isGuest(member);
    }

    public Role roleOf(MemberId member) {
        if (staff.contains(member)) return Role.FACILITATOR;
        var guest = guests == null ? null : guests.get(member);
        return guest == null ? Role.PARTICIPANT : guest;
    }

    public boolean isGuest(MemberId member) {
        return guests != null && guests.containsKey(member);
    }

    /// For whom this one was meant when it was prepared; nothing for everybody.
    @Nullable
    SortedSet<MemberId> preparedFor(WorksheetId worksheet) {
        if (worksheets == null) return null;
        for (var each : worksheets) if (each.worksheet().equals(worksheet)) return each.members();
        return null;
    }

    /// Whoever may come: those who lead, those who are expected, and guests.
    public SortedSet<MemberId> everybody() {
        var all = new TreeSet<>(staff);
        all.addAll(roster);
        if (guests != null) all.addAll(guests.keySet());
        return all;
    }
}
