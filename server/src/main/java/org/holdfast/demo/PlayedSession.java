package org.holdfast.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.identity.Secrets;
import org.holdfast.person.AnswersHash;
import org.holdfast.session.Admission;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.DeviceId;
import org.holdfast.session.Life;
import org.holdfast.session.Member;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;

/// A session that was: played minute by minute through the same rules as a live one, so that its log is one that could
/// have been written.
final class PlayedSession {
    private static final Actor NODE = new Actor.Node("demo");
    private static final Duration OPENS_BEFORE = Duration.ofMinutes(15);

    private final Plan plan;
    private final List<Entry<SessionEvent>> entries = new ArrayList<>();
    private final Map<Cast, Member.Link.Live> lines = new HashMap<>();
    private Session session = Session.DECIDER.initial();
    private Instant now;

    PlayedSession(Plan plan) {
        this.plan = plan;
        this.now = plan.starts().minus(OPENS_BEFORE);
        run(new Life.OpenSession(plan), NODE);
    }

    /// From the planned start.
    PlayedSession at(int minutes, int seconds) {
        now = plan.starts().plus(Duration.ofMinutes(minutes)).plusSeconds(seconds);
        return this;
    }

    PlayedSession comes(Cast person) {
        var line = new Member.Link.Live("demo", new ConnectionId("c" + entries.size()));
        lines.put(person, line);
        var arrival = new Member.Arrival(Member.Standing.KNOWN, AnswersHash.NONE, Member.PrivatePlace.YES);
        var device = new DeviceId("d-" + person.id());
        return does(person, new Admission.Arrive(id(person), device, arrival, line, now));
    }

    PlayedSession drops(Cast person, int secondsAgo) {
        var line = lines.get(person);
        if (line == null) throw new IllegalStateException(person + " has not come");
        return run(new Admission.Drop(id(person), line.connection(), now.minusSeconds(secondsAgo)), NODE);
    }

    PlayedSession does(Cast person, SessionCommand command) {
        return run(command, new Actor.Person(person.id()));
    }

    private PlayedSession run(SessionCommand command, Actor by) {
        switch (Session.DECIDER.decide(session, command, by, now)) {
            case Decision.Refused<SessionEvent>(var code) ->
                throw new IllegalStateException(command + " is refused: " + code);
            case Decision.Accepted<SessionEvent>(var events) -> {
                var seq = entries.size() + 1;
                var entry = new Entry<>(seq, now, by, new CommandId(Secrets.fresh()), events);
                session = Session.DECIDER.applyAll(session, entry);
                entries.add(entry);
            }
        }
        return this;
    }

    List<Entry<SessionEvent>> entries() {
        return List.copyOf(entries);
    }

    static MemberId id(Cast person) {
        return new MemberId(person.id());
    }
}
