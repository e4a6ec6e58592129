package org.holdfast.session;

import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;

/// That somebody agreed to what the group says before they came in. It is a fact for the record and changes nothing in
/// the room: nobody there is told who agreed.
public final class Agreement {
    private Agreement() {}

    public sealed interface Command extends SessionCommand {}

    /// Somebody read the words at the door and goes on from there.
    public record Accept() implements Command {}

    public sealed interface Event extends SessionEvent {}

    /// @param version which words they were: a hash of them, since they stand in the plan
    @Named("rules.accepted")
    public record RulesAccepted(MemberId member, String version) implements Event {
        public RulesAccepted {
            SheetHash.check(version);
        }
    }

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var member = Rules.memberOf(by);
        var no = Rules.isOpen(session);
        if (no == null && !session.isFor(member)) no = RefusalCode.NOT_MEMBER;
        if (no == null && session.plan().roleOf(member).leads()) no = RefusalCode.NOT_FOR_FACILITATORS;
        if (no != null) return Decision.refuse(no);
        var words = session.plan().agreement();
        return switch (command) {
            case Accept _ ->
                words == null ? Decision.accept() : Decision.accept(new RulesAccepted(member, SheetHash.of(words)));
        };
    }

    /// Nothing follows from it, but it has to be true of this session.
    static Session apply(Session session, Event event, Stamp stamp) {
        switch (event) {
            case RulesAccepted(var member, var version) -> {
                var words = session.plan().agreement();
                var could = session.plan().knows(member)
                        && !session.plan().roleOf(member).leads();
                if (words == null || !could || !version.equals(SheetHash.of(words))) {
                    throw new DamagedLog("Entry " + stamp.seq() + " is about words that nobody was asked to agree to");
                }
            }
        }
        return session;
    }
}
