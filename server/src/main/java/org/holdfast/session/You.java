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

    /// The same as [#of] gives, as long as nobody is called differently, made from what was told before. Others who use
    /// microphones, cameras and hands change nothing for a member, and using one's own changes nothing else. Those
    /// who lead look at hands and at what is held; whether a microphone is on gives them nothing more to do.
    public static You next(You before, Change change, MemberId id, Names names) {
        var was = change.before.floor();
        var is = change.after.floor();
        if (!change.ofFloor) return of(change.after, id, names);
        if (change.ofOnAndOff) return change.switched.contains(id) ? before.switched(is) : before;
        if (change.ofHands) return before.handed(was, change.after);
        var untouched = !change.after.plan().roleOf(id).leads()
                && was.microphone(id).equals(is.microphone(id))
                && was.camera(id).equals(is.camera(id))
                && was.hands().containsKey(id) == is.hands().containsKey(id);
        return untouched ? before : of(change.after, id, names);
    }

    private You switched(Floor floor) {
        if (microphone == null || camera == null) return this;
        return new You(
                id,
                name,
                role,
                seat,
                endpoint,
                Views.shown(floor.microphone(id)),
                Views.shown(floor.camera(id)),
                mutedBy,
                cameraStoppedBy,
                hand,
                help,
                helpSeenBy,
                chatStoppedBy,
                may);
    }

    /// Somebody raised or lowered a hand.
    private You handed(Floor was, Session now) {
        var up = now.floor().hands().containsKey(id);
        if (hand == null || (!role.leads() && was.hands().containsKey(id) == up)) return this;
        var mayNow = May.handed(may, now, id);
        if (up == hand && mayNow.equals(may)) return this;
        return new You(
                id,
                name,
                role,
                seat,
                endpoint,
                microphone,
                camera,
                mutedBy,
                cameraStoppedBy,
                up,
                help,
                helpSeenBy,
                chatStoppedBy,
                mayNow);
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
