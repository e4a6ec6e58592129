package org.holdfast.session;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// A session's life: scheduled, open, unattended while no facilitator is there, ended.
public sealed interface Life {
    /// A room without staff ends by itself after this long: nobody is promoted to lead it.
    Duration UNATTENDED_LIMIT = Duration.ofMinutes(15);
    /// A session that nobody ends is over this long past its planned end.
    Duration OVERTIME_LIMIT = Duration.ofMinutes(30);

    record Scheduled() implements Life {}

    record Open(Instant since) implements Life {}

    record Unattended(Instant since) implements Life {}

    record Ended(Instant at, EndCause cause) implements Life {}

    enum EndCause {
        FACILITATOR,
        UNATTENDED,
        OVERTIME
    }

    sealed interface Command extends SessionCommand {}

    record OpenSession(Plan plan) implements Command {}

    @Named("session.end")
    record End() implements Command, Asked {}

    /// The system's question whether time is up.
    record EndIfDue() implements Command {}

    sealed interface Event extends SessionEvent {}

    @Named("session.opened")
    record Opened(Plan plan) implements Event {}

    @Named("session.ended")
    record SessionEnded(EndCause cause) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by, Instant now) {
        return switch (command) {
            case OpenSession(var plan) -> open(session, plan, by);
            case End() -> {
                var no = Rules.isFacilitator(session, by);
                yield no != null ? Decision.refuse(no) : Decision.accept(new SessionEnded(EndCause.FACILITATOR));
            }
            case EndIfDue() -> endIfDue(session, by, now);
        };
    }

    private static Decision<SessionEvent> open(Session session, Plan plan, Actor by) {
        var no = Rules.isSystem(by);
        if (no != null) return Decision.refuse(no);
        return session.life() instanceof Scheduled
                ? Decision.accept(new Opened(plan))
                : Decision.refuse(RefusalCode.ALREADY_OPEN);
    }

    private static Decision<SessionEvent> endIfDue(Session session, Actor by, Instant now) {
        var no = Rules.isSystem(by);
        if (no != null) return Decision.refuse(no);
        if (session.life() instanceof Ended) return Decision.accept();
        var due = dueAt(session);
        if (due == null || now.isBefore(due)) return Decision.refuse(RefusalCode.NOT_YET);
        var overtime = !now.isBefore(session.plan().ends().plus(OVERTIME_LIMIT));
        return Decision.accept(new SessionEnded(overtime ? EndCause.OVERTIME : EndCause.UNATTENDED));
    }

    /// When the session would end by itself, as things stand; nothing before it is open and after it has ended.
    static @Nullable Instant dueAt(Session session) {
        return switch (session.life()) {
            case Scheduled _, Ended _ -> null;
            case Open _ -> session.plan().ends().plus(OVERTIME_LIMIT);
            case Unattended(var since) -> {
                var alone = since.plus(UNATTENDED_LIMIT);
                var over = session.plan().ends().plus(OVERTIME_LIMIT);
                yield alone.isBefore(over) ? alone : over;
            }
        };
    }

    static Life apply(Session session, Event event, Stamp stamp) {
        return switch (event) {
            case Opened _ -> {
                if (!(session.life() instanceof Scheduled)) throw new DamagedLog("Opened twice, at " + stamp.seq());
                yield new Open(stamp.at());
            }
            case SessionEnded(var cause) -> {
                if (Rules.isOpen(session) != null) throw new DamagedLog("Ended while not open, at " + stamp.seq());
                yield new Ended(stamp.at(), cause);
            }
        };
    }

    /// Whether staff are there decides between open and unattended; a room that never had staff is just open.
    static Life watched(Life life, boolean staffBefore, boolean staffNow, Stamp stamp) {
        return switch (life) {
            case Scheduled _, Ended _ -> life;
            case Open _ -> staffBefore && !staffNow ? new Unattended(stamp.at()) : life;
            case Unattended _ -> staffNow ? new Open(stamp.at()) : life;
        };
    }
}
