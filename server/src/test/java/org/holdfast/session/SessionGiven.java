package org.holdfast.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;

/// `given(what happened).as(somebody).when(they ask).then(what happens | is refused)`.
///
/// What happened stands in the log one entry each, a second apart, from five minutes before the start.
final class SessionGiven {
    private final List<Entry<SessionEvent>> entries = new ArrayList<>();
    private Session session = Session.DECIDER.initial();

    private SessionGiven() {}

    static SessionGiven givenUnopened() {
        return new SessionGiven();
    }

    @SafeVarargs
    static SessionGiven given(List<SessionEvent>... happened) {
        return givenPlan(Cast.plan(), happened);
    }

    @SafeVarargs
    static SessionGiven givenPlan(Plan plan, List<SessionEvent>... happened) {
        var given = new SessionGiven().and(List.of(new Life.Opened(plan)));
        for (var events : happened) given.and(events);
        return given;
    }

    SessionGiven and(List<SessionEvent> events) {
        var seq = entries.size() + 1;
        var entry = new Entry<>(seq, now(), new Actor.Node("node1"), new CommandId("c" + seq), events);
        session = Session.DECIDER.applyAll(session, entry);
        entries.add(entry);
        return this;
    }

    /// When the next entry would be written.
    Instant now() {
        return time(entries.size());
    }

    /// When the `number`th thing after the opening happened.
    static Instant time(int number) {
        return Cast.STARTS.minusSeconds(300).plusSeconds(number);
    }

    Session session() {
        return session;
    }

    Asking as(MemberId member) {
        return new Asking(new Actor.Person(member.value()), now());
    }

    Asking asTheSystem() {
        return new Asking(new Actor.Node("node1"), now());
    }

    final class Asking {
        private final Actor by;
        private final Instant now;

        private Asking(Actor by, Instant now) {
            this.by = by;
            this.now = now;
        }

        Asking at(Instant time) {
            return new Asking(by, time);
        }

        Answer when(SessionCommand command) {
            return new Answer(Session.DECIDER.decide(session, command, by, now), by, now);
        }
    }

    final class Answer {
        private final Decision<SessionEvent> decision;
        private final Actor by;
        private final Instant now;

        private Answer(Decision<SessionEvent> decision, Actor by, Instant now) {
            this.decision = decision;
            this.by = by;
            this.now = now;
        }

        /// What happens, and that it can happen: the session that follows.
        Session then(SessionEvent... events) {
            assertEquals(new Decision.Accepted<>(List.of(events)), decision);
            if (events.length == 0) return session;
            var entry = new Entry<>(entries.size() + 1, now, by, new CommandId("c"), List.of(events));
            return Session.DECIDER.applyAll(session, entry);
        }

        void thenNothing() {
            then();
        }

        void refused(RefusalCode code) {
            switch (decision) {
                case Decision.Refused<SessionEvent>(var why) -> assertEquals(code, why);
                case Decision.Accepted<SessionEvent>(var events) -> fail("Not refused, but " + events);
            }
        }
    }
}
