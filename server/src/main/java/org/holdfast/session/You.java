package org.holdfast.session;

import java.util.SortedMap;
import org.holdfast.session.View.SwitchView;
import org.jspecify.annotations.Nullable;

/// The small personal part beside a view: who I am here, and what I may do now.
///
/// @param may the commands that would be accepted from me now, by wire name, each `true`
public record You(
        MemberId id,
        String name,
        Role role,
        Seat seat,
        @Nullable EndpointId endpoint,
        @Nullable SwitchView microphone,
        @Nullable SwitchView camera,
        @Nullable String mutedBy,
        @Nullable String cameraStoppedBy,
        @Nullable Boolean hand,
        @Nullable HelpState help,
        @Nullable String helpSeenBy,
        @Nullable String chatStoppedBy,
        SortedMap<String, Boolean> may) {
    public enum Seat {
        WAITING,
        PRESENT,
        GONE
    }

    public enum HelpState {
        ASKED,
        SEEN
    }

    /// Whether a member is surely told the same of themselves, as long as nobody is called differently:
    /// nothing happened but that others used microphones, cameras and hands. Those who lead look at hands and
    /// at what is held; whether somebody's microphone is on gives them nothing more to do.
    public static boolean untouched(Session before, Session after, MemberId id) {
        if (before == after) return true;
        var was = before.floor();
        var is = after.floor();
        return before.differsInFloorOnly(after)
                && was.microphone(id).equals(is.microphone(id))
                && was.camera(id).equals(is.camera(id))
                && was.hands().containsKey(id) == is.hands().containsKey(id)
                && (after.plan().roleOf(id) == Role.PARTICIPANT || was.differsInOnAndOffOnly(is));
    }

    public static You of(Session session, MemberId id, Names names) {
        var role = session.plan().roleOf(id);
        var may = May.of(session, id);
        if (session.ended()) return plain(id, names, role, Seat.GONE, may);
        return switch (Audience.of(session, id)) {
            case WAITING -> waiting(session, id, names);
            case ROOM, CONSOLE -> present(session, id, names, may);
            case NONE -> plain(id, names, role, Seat.GONE, may);
        };
    }

    /// For whoever waits, in the waiting room or with a second browser beside their seat: the room does not show in it.
    public static You waiting(Session session, MemberId id, Names names) {
        return plain(id, names, session.plan().roleOf(id), Seat.WAITING, May.WAITING);
    }

    private static You plain(MemberId id, Names names, Role role, Seat seat, SortedMap<String, Boolean> may) {
        return new You(id, names.of(id), role, seat, null, null, null, null, null, null, null, null, null, may);
    }

    private static You present(Session session, MemberId id, Names names, SortedMap<String, Boolean> may) {
        var present = session.present(id);
        var microphone = session.floor().microphone(id);
        var camera = session.floor().camera(id);
        var stopped = session.chat().stopped().get(id);
        var request = session.help().requests().get(id);
        return new You(
                id,
                names.of(id),
                session.plan().roleOf(id),
                Seat.PRESENT,
                present == null ? null : present.endpoint(),
                Views.shown(microphone),
                Views.shown(camera),
                microphone instanceof Floor.Switch.Held(var by) ? names.of(by) : null,
                camera instanceof Floor.Switch.Held(var by) ? names.of(by) : null,
                session.floor().hands().containsKey(id),
                request == null ? null : request instanceof Help.Request.Seen ? HelpState.SEEN : HelpState.ASKED,
                request instanceof Help.Request.Seen(var _, var by) ? names.of(by) : null,
                stopped == null ? null : names.of(stopped),
                may);
    }
}
