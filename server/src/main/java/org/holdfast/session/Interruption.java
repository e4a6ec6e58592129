package org.holdfast.session;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.Stamp;

/// A page that is open but not with the group: a call took the microphone, or the phone was locked. No leave, and no
/// drop: the sheet shows it as what it was.
public record Interruption(SortedMap<MemberId, Cause> now) {
    static final Interruption NONE = new Interruption(Collections.emptySortedMap());

    public Interruption {
        now = Collections.unmodifiableSortedMap(new TreeMap<>(now));
    }

    public enum Cause {
        CALL,
        HIDDEN,
        NO_MICROPHONE
    }

    public sealed interface Command extends SessionCommand {}

    @Named("page.interrupted")
    public record Interrupt(Cause cause) implements Command, Asked {}

    @Named("page.resumed")
    public record Resume() implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("member.interrupted")
    public record Interrupted(MemberId member, Cause cause) implements Event {}

    @Named("member.resumed")
    public record Resumed(MemberId member) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isPresent(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        var current = session.interruption().now().get(me);
        return switch (command) {
            case Interrupt(var cause) ->
                cause == current ? Decision.accept() : Decision.accept(new Interrupted(me, cause));
            case Resume() -> current == null ? Decision.accept() : Decision.accept(new Resumed(me));
        };
    }

    static Interruption apply(Session session, Event event, Stamp stamp) {
        var next = new TreeMap<>(session.interruption().now);
        switch (event) {
            case Interrupted(var member, var cause) -> {
                Rules.mustBePresent(session, member, stamp);
                next.put(member, cause);
            }
            case Resumed(var member) -> {
                if (next.remove(member) == null) throw new DamagedLog("Resumed uninterrupted, at " + stamp.seq());
            }
        }
        return new Interruption(next);
    }

    /// Whoever is not in the room any more, or came back to it, is not interrupted.
    Interruption without(MemberId member) {
        if (!now.containsKey(member)) return this;
        var next = new TreeMap<>(now);
        next.remove(member);
        return new Interruption(next);
    }
}
