package org.holdfast.session;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.Stamp;

/// Whose sound and pictures do not get through, although their page is there: no leave and no drop. They neither hear
/// nor are heard meanwhile, so the sheet shows it as what it was.
///
/// @param lost until it is back, or the connection is another one
public record MediaLine(SortedSet<MemberId> lost) {
    static final MediaLine UP = new MediaLine(Collections.emptySortedSet());

    public MediaLine {
        lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
    }

    public sealed interface Command extends SessionCommand {}

    @Named("media.lost")
    public record Lost() implements Command, Asked {}

    @Named("media.returned")
    public record Returned() implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("media.was-lost")
    public record MediaLost(MemberId member) implements Event {}

    @Named("media.was-returned")
    public record MediaReturned(MemberId member) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isPresent(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        var lost = session.mediaLine().lost.contains(me);
        return switch (command) {
            case Lost() -> lost ? Decision.accept() : Decision.accept(new MediaLost(me));
            case Returned() -> lost ? Decision.accept(new MediaReturned(me)) : Decision.accept();
        };
    }

    static MediaLine apply(Session session, Event event, Stamp stamp) {
        var next = new TreeSet<>(session.mediaLine().lost);
        switch (event) {
            case MediaLost(var member) -> {
                Rules.mustBePresent(session, member, stamp);
                if (!next.add(member)) throw new DamagedLog("Lost twice, at " + stamp.seq());
            }
            case MediaReturned(var member) -> {
                if (!next.remove(member)) throw new DamagedLog("Returned without a loss, at " + stamp.seq());
            }
        }
        return new MediaLine(next);
    }

    /// Out of the room, or there by another connection: whatever comes next begins anew.
    MediaLine without(MemberId member) {
        if (!lost.contains(member)) return this;
        return new MediaLine(MemberSets.without(lost, member));
    }
}
