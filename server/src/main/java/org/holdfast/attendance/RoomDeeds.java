package org.holdfast.attendance;

import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Life;
import org.jspecify.annotations.Nullable;

/// What was decided in the room: its opening and end, what staff switched off or gave back, and who asked for help.
final class RoomDeeds {
    private RoomDeeds() {}

    static Decided of(Life.Event event, Moment moment) {
        return switch (event) {
            case Life.Opened _ -> moment.act(Deed.OPENED);
            case Life.SessionEnded(var cause) ->
                moment.act(
                        switch (cause) {
                            case FACILITATOR -> Deed.ENDED;
                            case UNATTENDED -> Deed.ENDED_UNATTENDED;
                            case OVERTIME -> Deed.ENDED_OVERTIME;
                        });
        };
    }

    static @Nullable Decided of(Floor.Event event, Moment moment) {
        return switch (event) {
            case Floor.Muted(var member, var _) -> moment.act(member, Deed.MUTED);
            case Floor.MicrophoneAllowed(var member, var _) -> moment.act(member, Deed.MICROPHONE_ALLOWED);
            case Floor.CameraStopped(var member, var _) -> moment.act(member, Deed.CAMERA_STOPPED);
            case Floor.CameraAllowed(var member, var _) -> moment.act(member, Deed.CAMERA_ALLOWED);
            case Floor.HandLowered(var member) -> moment.own(member) ? null : moment.act(member, Deed.HAND_LOWERED);
            // What people do with their own microphone, camera and hand is theirs, and there is much of it.
            case Floor.MicrophoneSet _, Floor.CameraSet _, Floor.HandRaised _ -> null;
        };
    }

    static Decided of(Help.Event event, Moment moment) {
        return switch (event) {
            case Help.HelpAsked(var member) -> moment.act(member, Deed.HELP_ASKED);
            case Help.HelpWithdrawn(var member) -> moment.act(member, Deed.HELP_WITHDRAWN);
            case Help.HelpAcknowledged(var member, var _) -> moment.act(member, Deed.HELP_ACKNOWLEDGED);
        };
    }
}
