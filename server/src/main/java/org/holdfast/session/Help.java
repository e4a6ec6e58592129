package org.holdfast.session;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;

/// A quiet way to ask for help: only staff and the person who asks know of it.
///
/// A request outlives its asker's presence: someone who asked and then left is the one to look after.
public record Help(SortedMap<MemberId, Request> requests) {
    static final Help NONE = new Help(Collections.emptySortedMap());

    public Help {
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
    }

    public sealed interface Request {
        Instant at();

        record Unseen(Instant at) implements Request {}

        record Seen(Instant at, MemberId by) implements Request {}
    }

    public sealed interface Command extends SessionCommand {}

    @Named("help.ask")
    public record Ask() implements Command, Asked {}

    @Named("help.withdraw")
    public record Withdraw() implements Command, Asked {}

    @Named("help.acknowledge")
    public record Acknowledge(MemberId member) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("help.asked")
    public record HelpAsked(MemberId member) implements Event {}

    @Named("help.withdrawn")
    public record HelpWithdrawn(MemberId member) implements Event {}

    @Named("help.acknowledged")
    public record HelpAcknowledged(MemberId member, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var requests = session.help().requests();
        var me = Rules.memberOf(by);
        switch (command) {
            case Ask() -> {
                var no = Rules.isPresent(session, by);
                if (no != null) return Decision.refuse(no);
                if (session.plan().roleOf(me) == Role.FACILITATOR) {
                    return Decision.refuse(RefusalCode.NOT_FOR_FACILITATORS);
                }
                return requests.get(me) instanceof Request.Unseen
                        ? Decision.accept()
                        : Decision.accept(new HelpAsked(me));
            }
            case Withdraw() -> {
                var no = Rules.isPresent(session, by);
                if (no != null) return Decision.refuse(no);
                return requests.containsKey(me) ? Decision.accept(new HelpWithdrawn(me)) : Decision.accept();
            }
            case Acknowledge(var member) -> {
                var no = Rules.isFacilitator(session, by);
                if (no != null) return Decision.refuse(no);
                return requests.get(member) instanceof Request.Unseen
                        ? Decision.accept(new HelpAcknowledged(member, me))
                        : Decision.accept();
            }
        }
    }

    static Help apply(Session session, Event event, Stamp stamp) {
        var next = new TreeMap<>(session.help().requests);
        switch (event) {
            case HelpAsked(var member) -> {
                Rules.mustBePresent(session, member, stamp);
                next.put(member, new Request.Unseen(stamp.at()));
            }
            case HelpWithdrawn(var member) -> {
                if (next.remove(member) == null) throw new DamagedLog("Help withdrawn unasked, at " + stamp.seq());
            }
            case HelpAcknowledged(var member, var by) -> {
                if (!(next.get(member) instanceof Request.Unseen(var at))) {
                    throw new DamagedLog("Help acknowledged unasked, at " + stamp.seq());
                }
                next.put(member, new Request.Seen(at, by));
            }
        }
        return new Help(next);
    }
}
