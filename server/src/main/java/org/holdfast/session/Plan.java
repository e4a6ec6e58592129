package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All that the fold needs from outside, snapshotted when the session opens. Later changes are entries.
///
/// @param title what staff call the session; participants are never shown it
/// @param lead the facilitator who is named to those who wait
/// @param zone the clinic's time zone, as an IANA name
/// @param roomLimit how many people the media of this session can carry
/// @param chat whom participants may write to; absent where nobody chose
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
        Chat.@Nullable Policy chat) {
    public static final int LONGEST_TITLE = 120;
    public static final int LARGEST_ROSTER = 60;
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
        staff = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(staff));
        roster = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roster));
    }

    /// Of a group that has chosen no policy for its chat.
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
        this(session, title, starts, ends, zone, lead, staff, roster, roomLimit, rules, null);
    }

    public Chat.Policy chatPolicy() {
        return chat == null ? Chat.Policy.TO_STAFF : chat;
    }

    public boolean knows(MemberId member) {
        return staff.contains(member) || roster.contains(member);
    }

    public Role roleOf(MemberId member) {
        return staff.contains(member) ? Role.FACILITATOR : Role.PARTICIPANT;
    }
}
