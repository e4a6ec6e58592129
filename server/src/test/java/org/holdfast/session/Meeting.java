package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;

/// A whole session played through the decider: what is refused fails the test at once.
public final class Meeting {
    private static final Actor NODE = new Actor.Node("node1");

    private final Plan plan;
    private final List<Entry<SessionEvent>> entries = new ArrayList<>();
    private final Map<MemberId, Integer> lines = new HashMap<>();
    private Session session = Session.DECIDER.initial();
    private Instant now;

    private Meeting(Plan plan) {
        this.plan = plan;
        this.now = plan.starts().minus(Duration.ofMinutes(10));
        run(new Life.OpenSession(plan), NODE);
    }

    public static Meeting opens() {
        return opens(Cast.plan());
    }

    /// Opens ten minutes before the planned start.
    public static Meeting opens(Plan plan) {
        return new Meeting(plan);
    }

    /// The usual beginning: Dana comes five minutes early, the others three, and all are let in on the minute.
    public static Meeting begins(MemberId... participants) {
        return begins(Cast.plan(), participants);
    }

    public static Meeting begins(Plan plan, MemberId... participants) {
        var meeting = opens(plan).at(-5).comes(Cast.DANA).at(-3);
        for (var participant : participants) meeting.comes(participant);
        return meeting.at(0).does(Cast.DANA, new Admission.LetAllIn());
    }

    /// Minutes after the planned start.
    public Meeting at(int minutes) {
        return at(minutes, 0);
    }

    public Meeting at(int minutes, int seconds) {
        now = plan.starts().plus(Duration.ofMinutes(minutes)).plusSeconds(seconds);
        return this;
    }

    public Instant now() {
        return now;
    }

    public Meeting comes(MemberId member) {
        return comes(member, Cast.device(member), now);
    }

    public Meeting comes(MemberId member, DeviceId device, Instant lastSeen) {
        var line = Cast.link(member, lines.merge(member, 1, Integer::sum));
        return run(
                new Admission.Arrive(member, device, Cast.arrival(), line, lastSeen), new Actor.Person(member.value()));
    }

    /// The line of whoever speaks for this member is found gone now; it was last heard of some seconds ago.
    public Meeting drops(MemberId member, int secondsAgo) {
        var link = switch (session.admission().members().get(member)) {
            case Member.Waiting waiting -> waiting.link();
            case Member.Present present -> present.link();
            case Member.Dropped _, Member.Left _, Member.Removed _ -> null;
            case null -> null;
        };
        if (!(link instanceof Member.Link.Live live)) throw new AssertionError(member + " has no line to drop");
        return run(new Admission.Drop(member, live.connection(), now.minusSeconds(secondsAgo)), NODE);
    }

    public Meeting does(MemberId member, SessionCommand command) {
        return run(command, new Actor.Person(member.value()));
    }

    /// The clinic's books have it so now.
    public Meeting follows(long books, Set<MemberId> expected, Map<MemberId, Role> guests) {
        return run(new Roster.Follow(books, new TreeSet<>(expected), new TreeMap<>(guests)), NODE);
    }

    public Meeting isOver() {
        return run(new Life.EndIfDue(), NODE);
    }

    private Meeting run(SessionCommand command, Actor by) {
        switch (Session.DECIDER.decide(session, command, by, now)) {
            case Decision.Refused<SessionEvent>(var code) -> throw new AssertionError(command + " is refused: " + code);
            case Decision.Accepted<SessionEvent>(var events) -> {
                if (events.isEmpty()) throw new AssertionError(command + " changes nothing");
                var seq = entries.size() + 1;
                var entry = new Entry<>(seq, now, by, new CommandId("c" + seq), events);
                session = Session.DECIDER.applyAll(session, entry);
                entries.add(entry);
            }
        }
        return this;
    }

    public Session session() {
        return session;
    }

    public List<Entry<SessionEvent>> entries() {
        return List.copyOf(entries);
    }
}
