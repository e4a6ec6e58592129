package org.holdfast.session;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// Whose screen everyone is shown: one at a time. Facilitators may always show theirs, also in the place of another's;
/// a participant may when a facilitator lets them and nobody else does.
///
/// What a browser captures ends with its page, so a share ends with the connection; that somebody was let stays with
/// the seat.
///
/// @param shared whose it is now
/// @param allowed the participants whom a facilitator let
public record Screen(@Nullable MemberId shared, SortedSet<MemberId> allowed) {
    static final Screen NONE = new Screen(null, Collections.emptySortedSet());

    public Screen {
        allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
    }

    public sealed interface Command extends SessionCommand {}

    @Named("screen.share")
    public record Share() implements Command, Asked {}

    @Named("screen.stop")
    public record Stop() implements Command, Asked {}

    @Named("screen.allow")
    public record Allow(MemberId member) implements Command, Asked {}

    @Named("screen.disallow")
    public record Disallow(MemberId member) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    /// Whoever's was shown before is not any more.
    @Named("screen.shared")
    public record ScreenShared(MemberId member) implements Event {}

    @Named("screen.stopped")
    public record ScreenStopped(MemberId member) implements Event {}

    @Named("screen.allowed")
    public record ScreenAllowed(MemberId member, MemberId by) implements Event {}

    /// Ends their share as well.
    @Named("screen.disallowed")
    public record ScreenDisallowed(MemberId member, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var me = Rules.memberOf(by);
        return switch (command) {
            case Share() -> share(session, by, me);
            case Stop() -> {
                var no = Rules.isPresent(session, by);
                if (no != null) yield Decision.refuse(no);
                yield me.equals(session.screen().shared) ? Decision.accept(new ScreenStopped(me)) : Decision.accept();
            }
            case Allow(var member) -> allow(session, by, member, true, new ScreenAllowed(member, me));
            case Disallow(var member) -> allow(session, by, member, false, new ScreenDisallowed(member, me));
        };
    }

    private static Decision<SessionEvent> share(Session session, Actor by, MemberId me) {
        var no = Rules.isPresent(session, by);
        if (no == null && !mayShow(session, me)) no = RefusalCode.SCREEN_NOT_ALLOWED;
        if (no != null) return Decision.refuse(no);
        var shared = session.screen().shared;
        if (me.equals(shared)) return Decision.accept();
        var leads = session.plan().roleOf(me) == Role.FACILITATOR;
        return shared == null || leads
                ? Decision.accept(new ScreenShared(me))
                : Decision.refuse(RefusalCode.SCREEN_TAKEN);
    }

    private static Decision<SessionEvent> allow(
            Session session, Actor by, MemberId member, boolean allow, SessionEvent event) {
        var no = Rules.isFacilitatorOver(session, by, member);
        if (no != null) return Decision.refuse(no);
        return session.screen().allowed.contains(member) == allow ? Decision.accept() : Decision.accept(event);
    }

    /// Whether this member's browser may send its screen at all, as the media plane is told.
    public static boolean mayShow(Session session, MemberId member) {
        return session.plan().roleOf(member) == Role.FACILITATOR
                || session.screen().allowed.contains(member);
    }

    static Screen apply(Session session, Event event, Stamp stamp) {
        var screen = session.screen();
        return switch (event) {
            case ScreenShared(var member) -> {
                Rules.mustBePresent(session, member, stamp);
                if (!mayShow(session, member)) throw new DamagedLog("Shared without leave, at " + stamp.seq());
                yield new Screen(member, screen.allowed);
            }
            case ScreenStopped(var member) -> {
                if (!member.equals(screen.shared)) throw new DamagedLog("Stopped unshared, at " + stamp.seq());
                yield screen.cut(member);
            }
            case ScreenAllowed(var member, var _) -> {
                Rules.mustBeSeated(session, member, stamp);
                yield new Screen(screen.shared, MemberSets.with(screen.allowed, member));
            }
            case ScreenDisallowed(var member, var _) -> {
                if (!screen.allowed.contains(member)) throw new DamagedLog("Never allowed, at " + stamp.seq());
                yield screen.without(member);
            }
        };
    }

    /// Their page is another one now, or none.
    Screen cut(MemberId member) {
        return member.equals(shared) ? new Screen(null, allowed) : this;
    }

    /// They have no seat any more.
    Screen without(MemberId member) {
        if (!allowed.contains(member)) return cut(member);
        return new Screen(member.equals(shared) ? null : shared, MemberSets.without(allowed, member));
    }
}
