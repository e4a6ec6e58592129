package org.holdfast.attendance;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.decision.Stamp;
import org.holdfast.session.Admission;
import org.holdfast.session.Agreement;
import org.holdfast.session.Board;
import org.holdfast.session.Breaks;
import org.holdfast.session.Chat;
import org.holdfast.session.Corrections;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.ListenOnly;
import org.holdfast.session.MediaLine;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.Roster;
import org.holdfast.session.Screen;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.session.Spotlight;
import org.holdfast.session.Worksheets;
import org.jspecify.annotations.Nullable;

/// All that the sheet takes from a session's log, folded entry by entry.
///
/// @param opened the entry that opened the session and holds its rules
/// @param at when the last entry was written
/// @param roll who is expected otherwise than the plan had it at the opening
public record Comings(
        Plan plan,
        long opened,
        Instant openedAt,
        Instant at,
        long seq,
        Tracks tracks,
        @Nullable End end,
        Corrections corrections,
        List<Rest> rests,
        Roll roll) {
    public Comings {
        rests = List.copyOf(rests);
    }

    /// How and where the log says that it is over.
    record End(Instant at, long seq, Life.EndCause cause) {}

    /// A session's log starts with its opening.
    public static Comings begin(Entry<SessionEvent> entry) {
        if (!(entry.events().getFirst() instanceof Life.Opened(var plan))) {
            throw new DamagedLog("Entry " + entry.seq() + " does not open the session");
        }
        var opened = new Comings(
                plan,
                entry.seq(),
                entry.at(),
                entry.at(),
                entry.seq(),
                Tracks.NONE,
                null,
                Corrections.NONE,
                List.of(),
                Roll.AS_OPENED);
        var next = opened;
        for (var event : entry.events().subList(1, entry.events().size())) next = next.apply(event, entry.stamp());
        return next;
    }

    public Comings then(Entry<SessionEvent> entry) {
        if (entry.seq() <= seq || entry.at().isBefore(at)) {
            throw new DamagedLog("Entry " + entry.seq() + " stands before entry " + seq);
        }
        var next = new Comings(plan, opened, openedAt, entry.at(), entry.seq(), tracks, end, corrections, rests, roll);
        for (var event : entry.events()) next = next.apply(event, entry.stamp());
        return next;
    }

    Track of(MemberId member) {
        return tracks.of(member);
    }

    private Comings apply(SessionEvent event, Stamp stamp) {
        if (end != null && !mayFollowEnd(event)) {
            throw new DamagedLog("Entry " + stamp.seq() + " stands after the end");
        }
        return switch (event) {
            case Life.Opened _ -> throw new DamagedLog("Opened twice, at " + stamp.seq());
            case Life.SessionEnded(var cause) ->
                new Comings(
                        plan,
                        opened,
                        openedAt,
                        at,
                        seq,
                        tracks,
                        new End(stamp.at(), stamp.seq(), cause),
                        corrections,
                        rests,
                        roll);
            case Admission.Event e -> apply(e, stamp);
            case Roster.Event e -> apply(e, stamp);
            case Interruption.Interrupted(var id, var why) -> with(id, it -> it.interrupted(why, stamp));
            case Interruption.Resumed(var id) -> with(id, it -> it.resumed(stamp));
            case Corrections.Event e ->
                new Comings(plan, opened, openedAt, at, seq, tracks, end, corrections.with(e, stamp), rests, roll);
            case Breaks.Event e ->
                new Comings(
                        plan, opened, openedAt, at, seq, tracks, end, corrections, Rest.after(rests, e, stamp), roll);
            case MediaLine.MediaLost(var id) -> with(id, it -> it.mediaLost(stamp));
            case MediaLine.MediaReturned(var id) -> with(id, it -> it.mediaReturned(stamp));
            case Floor.Event e -> apply(e, stamp);
            case Help.Event _, Chat.Event _, Spotlight.Event _, SignOff.Event _ -> this;
            // What only listening did to each camera stands beside it in the same entry.
            case Screen.Event _, ListenOnly.Event _ -> this;
            // Whether somebody agreed is no matter of minutes.
            case Agreement.Event _ -> this;
            // Nor what they work on.
            case Worksheets.Event _, Board.Event _ -> this;
        };
    }

    /// What is put right, and what is signed; nobody comes or goes.
    private static boolean mayFollowEnd(SessionEvent event) {
        return event instanceof Corrections.Event || event instanceof SignOff.Event;
    }

    /// The entry that last changed the sheet. While the session is open each may.
    long changed() {
        if (end == null) return seq;
        var all = corrections.all();
        return all.isEmpty() ? end.seq() : Math.max(end.seq(), all.getLast().seq());
    }

    private Comings apply(Admission.Event event, Stamp stamp) {
        return switch (event) {
            case Admission.Arrived arrived -> with(arrived.member(), it -> it.arrived(stamp));
            case Admission.Admitted admitted -> with(admitted.member(), it -> it.admitted(stamp));
            case Admission.Returned back -> with(back.member(), it -> it.returned(back.lastSeen(), stamp));
            case Admission.MemberDropped(var id, var lastSeen) -> with(id, it -> it.dropped(lastSeen, stamp));
            case Admission.MemberLeft(var id) -> with(id, it -> it.left(stamp));
            case Admission.SentBackToWait(var id) -> with(id, it -> it.sentBack(stamp));
            case Admission.MemberRemoved(var id) -> with(id, it -> it.removed(stamp));
            case Admission.SeatMoved moved -> with(moved.member(), it -> it.movedDevice(stamp));
            // Waiting never counts, so it is all one whether a page is open meanwhile, or a second one.
            case Admission.WaitsAgain _,
                    Admission.WaitLost _,
                    Admission.DeviceArrived _,
                    Admission.DeviceGone _,
                    Admission.RoomLocked _,
                    Admission.RoomUnlocked _,
                    Admission.WrittenTo _ -> this;
        };
    }

    private Comings apply(Roster.Event event, Stamp stamp) {
        var member = switch (event) {
            case Roster.Joined joined -> joined.member();
            case Roster.Left left -> left.member();
        };
        var next = roll.after(event, stamp, of(member).arrived() != null);
        return new Comings(plan.after(event), opened, openedAt, at, seq, tracks, end, corrections, rests, next);
    }

    /// Of what people do in the room, the sheet needs whether they could be seen.
    private Comings apply(Floor.Event event, Stamp stamp) {
        return switch (event) {
            case Floor.CameraSet(var id, var on) -> with(id, it -> it.camera(on, stamp));
            case Floor.CameraStopped(var id, var _) -> with(id, it -> it.camera(false, stamp));
            case Floor.CameraAllowed(var id, var _) -> with(id, it -> it.camera(false, stamp));
            case Floor.MicrophoneSet _, Floor.Muted _, Floor.MicrophoneAllowed _ -> this;
            case Floor.HandRaised _, Floor.HandLowered _ -> this;
            // Nothing of a guest's time is counted.
            case Floor.GuestListens _ -> this;
        };
    }

    private Comings with(MemberId member, UnaryOperator<Track> change) {
        var next = tracks.with(member, change.apply(of(member)));
        return new Comings(plan, opened, openedAt, at, seq, next, end, corrections, rests, roll);
    }
}
