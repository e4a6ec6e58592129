package org.holdfast.live;

import java.util.List;
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
import org.holdfast.session.Notice;
import org.holdfast.session.Roster;
import org.holdfast.session.Screen;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.session.Spotlight;
import org.holdfast.session.Worksheets;
import org.jspecify.annotations.Nullable;

/// Why a connection that just lost its place lost it, read from the events that took it.
///
/// @param notice said before the socket closes, unless the event itself has said it to the seat
/// @param goodbye absent when the page is still there and was only believed gone: then it announces itself again
record Farewell(@Nullable Notice notice, @Nullable Goodbye goodbye) {
    private static final Farewell BELIEVED_GONE = new Farewell(null, null);
    private static final Farewell LEFT = new Farewell(null, Goodbye.LEFT);
    private static final Farewell REMOVED = new Farewell(null, Goodbye.REMOVED);
    private static final Farewell MOVED = new Farewell(new Notice.MovedDevice(), Goodbye.MOVED_DEVICE);
    private static final Farewell ELSEWHERE = new Farewell(new Notice.OpenedElsewhere(), Goodbye.OPENED_ELSEWHERE);

    static Farewell to(MemberId member, List<SessionEvent> events) {
        for (var event : events) {
            var farewell = of(member, event);
            if (farewell != null) return farewell;
        }
        return BELIEVED_GONE;
    }

    private static @Nullable Farewell of(MemberId member, SessionEvent event) {
        return switch (event) {
            case Admission.MemberLeft(var id) -> id.equals(member) ? LEFT : null;
            case Admission.MemberRemoved(var id) -> id.equals(member) ? REMOVED : null;
            case Admission.SeatMoved moved -> moved.member().equals(member) ? MOVED : null;
            case Admission.Returned returned -> returned.member().equals(member) ? ELSEWHERE : null;
            case Admission.WaitsAgain again -> again.member().equals(member) ? ELSEWHERE : null;
            case Admission.DeviceArrived arrived -> arrived.member().equals(member) ? ELSEWHERE : null;
            case Admission.Arrived arrived -> arrived.member().equals(member) ? ELSEWHERE : null;
            case Admission.Event _, Floor.Event _, Life.Event _, Help.Event _, Interruption.Event _ -> null;
            case Chat.Event _, Spotlight.Event _, Corrections.Event _, SignOff.Event _ -> null;
            case Screen.Event _, MediaLine.Event _, ListenOnly.Event _, Breaks.Event _ -> null;
            case Roster.Event _, Agreement.Event _, Worksheets.Event _, Board.Event _ -> null;
        };
    }
}
