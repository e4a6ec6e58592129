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

/// When the group rests. Everybody stays where they are and nothing of theirs is switched; whether the minutes count is
/// the group's rule. A break is over at its time by itself, so nobody has to think of it.
///
/// @param until nothing when there is none; a time that is past says that it is over
public record Breaks(@Nullable Instant until) {
    static final Breaks NONE = new Breaks(null);
    public static final int LONGEST_MINUTES = 60;

    /// Whether a group has breaks, and whether they count as time in the room.
    public enum Policy {
        NONE,
        NOT_COUNTED,
        COUNTED
    }

    public sealed interface Command extends SessionCommand {}

    /// From now on; also instead of one that is under way.
    @Named("break.begin")
    public record Begin(int minutes) implements Command, Asked {}

    @Named("break.end")
    public record End() implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("break.begun")
    public record BreakBegun(Instant until, MemberId by) implements Event {}

    @Named("break.ended")
    public record BreakEnded(MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by, Instant now) {
        var no = Rules.isFacilitator(session, by);
        if (no == null && session.plan().breakPolicy() == Policy.NONE) no = RefusalCode.NO_BREAKS;
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        return switch (command) {
            case Begin(var minutes) ->
                minutes < 1 || minutes > LONGEST_MINUTES
                        ? Decision.refuse(RefusalCode.OUTSIDE_SESSION)
                        : Decision.accept(new BreakBegun(now.plus(Duration.ofMinutes(minutes)), me));
            case End() -> session.breaks().until == null ? Decision.accept() : Decision.accept(new BreakEnded(me));
        };
    }

    static Breaks apply(Session session, Event event, Stamp stamp) {
        return switch (event) {
            case BreakBegun(var until, var _) -> {
                if (!until.isAfter(stamp.at())) throw new DamagedLog("A break without length, at " + stamp.seq());
                yield new Breaks(until);
            }
            case BreakEnded _ -> {
                if (session.breaks().until == null) throw new DamagedLog("A break ended unbegun, at " + stamp.seq());
                yield NONE;
            }
        };
    }
}
