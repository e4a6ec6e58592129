package org.holdfast.session;

import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// One person whom a facilitator shows larger to everyone, such as a guest who speaks. It goes with the person; a line
/// that drops for a moment does not end it.
public record Spotlight(@Nullable MemberId on) {
    static final Spotlight OFF = new Spotlight(null);

    public sealed interface Command extends SessionCommand {}

    @Named("spotlight.set")
    public record Set(MemberId member) implements Command, Asked {}

    @Named("spotlight.clear")
    public record Clear() implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("spotlight.was-set")
    public record SpotlightSet(MemberId member, MemberId by) implements Event {}

    @Named("spotlight.cleared")
    public record SpotlightCleared(MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isFacilitator(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        return switch (command) {
            case Set(var member) -> {
                if (session.present(member) == null) yield Decision.refuse(RefusalCode.NOT_HERE);
                yield member.equals(session.spotlight().on)
                        ? Decision.accept()
                        : Decision.accept(new SpotlightSet(member, me));
            }
            case Clear() ->
                session.spotlight().on == null ? Decision.accept() : Decision.accept(new SpotlightCleared(me));
        };
    }

    static Spotlight apply(Session session, Event event, Stamp stamp) {
        return switch (event) {
            case SpotlightSet(var member, var _) -> {
                Rules.mustBePresent(session, member, stamp);
                yield new Spotlight(member);
            }
            case SpotlightCleared _ -> {
                if (session.spotlight().on == null) throw new DamagedLog("Cleared unset, at " + stamp.seq());
                yield OFF;
            }
        };
    }

    Spotlight without(MemberId member) {
        return member.equals(on) ? OFF : this;
    }
}
