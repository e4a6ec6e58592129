package org.holdfast.session;

import org.holdfast.decision.Actor;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// The rules that cut across topics. Each answers with the reason why not, or with nothing.
final class Rules {
    private Rules() {}

    static @Nullable RefusalCode isOpen(Session session) {
        return switch (session.life()) {
            case Life.Scheduled _ -> RefusalCode.NOT_OPEN;
            case Life.Open _, Life.Unattended _ -> null;
            case Life.Ended _ -> RefusalCode.ENDED;
        };
    }

    /// A member who is in the room now.
    static @Nullable RefusalCode isPresent(Session session, Actor by) {
        var closed = isOpen(session);
        if (closed != null) return closed;
        return session.present(memberOf(by)) == null ? RefusalCode.NOT_IN_ROOM : null;
    }

    /// Rights are the plan's: a facilitator who is in the room.
    static @Nullable RefusalCode isFacilitator(Session session, Actor by) {
        var absent = isPresent(session, by);
        if (absent != null) return absent;
        return session.plan().roleOf(memberOf(by)) == Role.FACILITATOR ? null : RefusalCode.NOT_FACILITATOR;
    }

    /// A facilitator of this session, wherever they are, during it or after its end.
    static @Nullable RefusalCode leads(Session session, Actor by) {
        if (session.life() instanceof Life.Scheduled) return RefusalCode.NOT_OPEN;
        return by instanceof Actor.Person && session.plan().roleOf(memberOf(by)) == Role.FACILITATOR
                ? null
                : RefusalCode.NOT_FACILITATOR;
    }

    static @Nullable RefusalCode hasEnded(Session session) {
        return session.ended() ? null : RefusalCode.NOT_YET;
    }

    /// The record goes on after the meeting: what was wrong is put right, and the sheet is signed. Nothing else follows
    /// the end.
    static boolean mayFollowEnd(SessionEvent event) {
        return switch (event) {
            case Corrections.Event _, SignOff.Event _ -> true;
            case Life.Event _, Admission.Event _, Floor.Event _, Help.Event _, Interruption.Event _ -> false;
            case Chat.Event _, Spotlight.Event _, Screen.Event _, MediaLine.Event _, ListenOnly.Event _ -> false;
            case Breaks.Event _, Roster.Event _, Agreement.Event _, Worksheets.Event _, Board.Event _ -> false;
        };
    }

    static @Nullable RefusalCode isSystem(Actor by) {
        return by instanceof Actor.Node ? null : RefusalCode.NOT_FACILITATOR;
    }

    /// Somebody whom facilitators look after, a participant or a guest, who came in at least once and was not taken
    /// out.
    static @Nullable RefusalCode isSeatedMember(Session session, MemberId target) {
        if (session.plan().roleOf(target) == Role.FACILITATOR) return RefusalCode.NOT_FOR_FACILITATORS;
        return session.admission().seated(target) ? null : RefusalCode.NOT_HERE;
    }

    /// What a facilitator in the room asks about a participant or a guest who has a seat.
    static @Nullable RefusalCode isFacilitatorOver(Session session, Actor by, MemberId target) {
        var no = isFacilitator(session, by);
        return no != null ? no : isSeatedMember(session, target);
    }

    /// What a log cannot say of somebody who is not in the room.
    static void mustBePresent(Session session, MemberId member, Stamp stamp) {
        if (session.present(member) == null) {
            throw new DamagedLog("Entry " + stamp.seq() + " is about somebody who is not in the room");
        }
    }

    static void mustBeSeated(Session session, MemberId member, Stamp stamp) {
        if (!session.admission().seated(member)) {
            throw new DamagedLog("Entry " + stamp.seq() + " is about somebody who has no seat");
        }
    }

    /// The person who acts. The system is no member: it gets an id that no person has.
    static MemberId memberOf(Actor by) {
        return switch (by) {
            case Actor.Person(var id) -> new MemberId(id);
            case Actor.Node _ -> NOBODY;
        };
    }

    private static final MemberId NOBODY = new MemberId("nobody");
}
