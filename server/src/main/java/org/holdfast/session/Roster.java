package org.holdfast.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.Stamp;

/// Who may come while the room is open. Whoever is put into the group or invited meanwhile may come from then on, and
/// whoever is taken out of it may not come any more.
///
/// Who is here already stays: that the books say otherwise now is no reason to take anybody out of a room in which they
/// may just be speaking. The facilitator decides, and once they are gone the way in is closed.
///
/// @param plan as it was opened, with everybody who may come since; nobody is ever taken out of it
/// @param books how far the clinic's books were read for what was last decided; 0 while all is as it was opened
/// @param out who may not come any more, and since when
public record Roster(Plan plan, long books, SortedMap<MemberId, Instant> out) {
    public Roster {
        out = Collections.unmodifiableSortedMap(new TreeMap<>(out));
    }

    static Roster of(Plan plan) {
        return new Roster(plan, 0, Collections.emptySortedMap());
    }

    public sealed interface Command extends SessionCommand {}

    /// The system's: so the books have it now. What an earlier page of them says is no news, whoever brings it and
    /// however late.
    public record Follow(long books, SortedSet<MemberId> expected, SortedMap<MemberId, Role> guests)
            implements Command {}

    public sealed interface Event extends SessionEvent {}

    @Named("roster.joined")
    public record Joined(MemberId member, Role role, long books) implements Event {}

    @Named("roster.left")
    public record Left(MemberId member, long books) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isSystem(by);
        if (no == null) no = Rules.isOpen(session);
        if (no != null) return Decision.refuse(no);
        return switch (command) {
            case Follow follow -> session.roster().follow(follow);
        };
    }

    private Decision<SessionEvent> follow(Follow now) {
        if (now.books() <= books) return Decision.accept();
        var roles = new TreeMap<>(now.guests());
        now.expected().forEach(member -> roles.put(member, Role.PARTICIPANT));
        roles.keySet().removeAll(plan.staff());
        var events = new ArrayList<SessionEvent>();
        var next = plan;
        for (var coming : roles.entrySet()) {
            var member = coming.getKey();
            if (mayCome(member)) continue;
            var grown = next.knows(member) ? next : next.with(member, coming.getValue());
            // A plan has an end. Whoever finds no place on it now may find one next time.
            if (grown == null) continue;
            next = grown;
            events.add(new Joined(member, coming.getValue(), now.books()));
        }
        for (var member : plan.everybody()) {
            var stays = plan.staff().contains(member) || roles.containsKey(member) || out.containsKey(member);
            if (!stays) events.add(new Left(member, now.books()));
        }
        return new Decision.Accepted<>(events);
    }

    /// As the books have it: who is here may be here although they do not.
    boolean mayCome(MemberId member) {
        return plan.knows(member) && !out.containsKey(member);
    }

    static Roster apply(Session session, Event event, Stamp stamp) {
        if (Rules.isOpen(session) != null) throw impossible(stamp);
        var roster = session.roster();
        return switch (event) {
            case Joined(var member, var role, var books) -> {
                if (roster.mayCome(member) || role.leads() || books <= 0) throw impossible(stamp);
                yield new Roster(roster.plan.after(event), books, without(roster.out, member));
            }
            case Left(var member, var books) -> {
                var leads = roster.plan.staff().contains(member);
                if (!roster.mayCome(member) || leads || books <= 0) throw impossible(stamp);
                yield new Roster(roster.plan, books, with(roster.out, member, stamp.at()));
            }
        };
    }

    private static SortedMap<MemberId, Instant> with(SortedMap<MemberId, Instant> out, MemberId member, Instant since) {
        var next = new TreeMap<>(out);
        next.put(member, since);
        return next;
    }

    private static SortedMap<MemberId, Instant> without(SortedMap<MemberId, Instant> out, MemberId member) {
        var next = new TreeMap<>(out);
        next.remove(member);
        return next;
    }

    private static DamagedLog impossible(Stamp stamp) {
        return new DamagedLog("Nobody can be added or taken off as entry " + stamp.seq() + " says");
    }
}
