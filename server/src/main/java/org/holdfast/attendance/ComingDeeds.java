package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.holdfast.session.Admission;
import org.holdfast.session.Agreement;
import org.holdfast.session.Member.WaitingReason;
import org.holdfast.session.MemberId;
import org.holdfast.session.Roster;
import org.jspecify.annotations.Nullable;

/// Who may come since when, who came, who let whom in, sent back, removed; drops and returns as facts by nobody.
final class ComingDeeds {
    /// Enough to tell two wordings from each other; all of it stands in the log.
    private static final int SHOWN_OF_VERSION = 8;

    private ComingDeeds() {}

    static Decided of(Roster.Event event, Moment moment) {
        return switch (event) {
            case Roster.Joined(var member, var role, var _) ->
                moment.act(member, role.guest() ? Deed.INVITED : Deed.JOINED);
            case Roster.Left(var member, var _) -> moment.act(member, Deed.TAKEN_OFF);
        };
    }

    static Decided of(Agreement.Event event, Moment moment) {
        return switch (event) {
            case Agreement.RulesAccepted(var member, var version) ->
                moment.act(
                        member, Deed.AGREED, Map.of("version", new Arg.Typed(version.substring(0, SHOWN_OF_VERSION))));
        };
    }

    static @Nullable Decided of(Admission.Event event, Moment moment) {
        return switch (event) {
            case Admission.Arrived arrived -> arrived(arrived.member(), arrived.why(), moment);
            case Admission.Admitted(var member, var _) ->
                moment.act(member, moment.own(member) ? Deed.ENTERED : Deed.ADMITTED);
            case Admission.Returned back ->
                moment.fact(back.member(), Deed.RETURNED, Map.of("lasting", since(back.lastSeen(), moment)));
            case Admission.MemberDropped(var member, var lastSeen) ->
                moment.fact(member, Deed.DROPPED, Map.of("at", new Arg.At(lastSeen)));
            case Admission.MemberLeft(var member) -> moment.act(member, Deed.LEFT);
            case Admission.SentBackToWait(var member) -> moment.act(member, Deed.SENT_BACK);
            case Admission.MemberRemoved(var member) -> moment.act(member, Deed.REMOVED);
            case Admission.DeviceArrived arrived -> moment.fact(arrived.member(), Deed.DEVICE_ARRIVED, Map.of());
            case Admission.DeviceGone(var member) -> moment.fact(member, Deed.DEVICE_GONE, Map.of());
            case Admission.SeatMoved moved ->
                moment.act(moved.member(), moment.own(moved.member()) ? Deed.DEVICE_CHANGED : Deed.DEVICE_ADMITTED);
            case Admission.RoomLocked() -> moment.act(Deed.LOCKED);
            case Admission.RoomUnlocked() -> moment.act(Deed.UNLOCKED);
            case Admission.WrittenTo written -> moment.act(written.member(), Deed.WRITTEN_TO);
            // A page of the waiting room was loaded again or lost: nobody decided anything, and waiting never counts.
            case Admission.WaitsAgain _, Admission.WaitLost _ -> null;
        };
    }

    /// Staff let themselves in at once, which is told by their coming in.
    private static @Nullable Decided arrived(MemberId member, WaitingReason why, Moment moment) {
        if (moment.leads(member)) return null;
        return switch (why) {
            case FIRST -> moment.act(member, Deed.ARRIVED);
            case RETURNING, SENT_BACK -> moment.act(member, Deed.ARRIVED_AGAIN);
        };
    }

    private static Arg since(Instant lastSeen, Moment moment) {
        return new Arg.Lasting(Duration.between(lastSeen, moment.stamp().at()));
    }
}
