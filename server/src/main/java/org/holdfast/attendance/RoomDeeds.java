package org.holdfast.attendance;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.Breaks;
import org.holdfast.session.Chat;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Life;
import org.holdfast.session.Spotlight;
import org.holdfast.session.Worksheets;
import org.jspecify.annotations.Nullable;

/// What was decided in the room: its opening and end, what staff switched off or gave back, the chat and
/// the spotlight, on which paper people worked, and who asked for help.
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
            // As what they come says it, and nobody decides it anew.
            case Floor.GuestListens _ -> null;
        };
    }

    static Decided of(Spotlight.Event event, Moment moment) {
        return switch (event) {
            case Spotlight.SpotlightSet(var member, var _) -> moment.act(member, Deed.SPOTLIGHT_SET);
            case Spotlight.SpotlightCleared _ -> moment.act(Deed.SPOTLIGHT_CLEARED);
        };
    }

    static Decided of(Breaks.Event event, Moment moment) {
        return switch (event) {
            case Breaks.BreakBegun(var until, var _) ->
                moment.act(Deed.BREAK_BEGUN, Map.of("until", new Arg.At(until)));
            case Breaks.BreakEnded _ -> moment.act(Deed.BREAK_ENDED);
        };
    }

    static @Nullable Decided of(Chat.Event event, Moment moment) {
        return switch (event) {
            case Chat.PolicySet(var policy, var _) ->
                moment.act(
                        switch (policy) {
                            case OFF -> Deed.CHAT_OFF;
                            case TO_STAFF -> Deed.CHAT_TO_STAFF;
                            case EVERYONE -> Deed.CHAT_TO_EVERYONE;
                        });
            case Chat.Stopped(var member, var _) -> moment.act(member, Deed.CHAT_STOPPED);
            case Chat.Allowed(var member, var _) -> moment.act(member, Deed.CHAT_ALLOWED);
            // What was said there is gone with the session, and who said something is nobody's business either.
            case Chat.Told _ -> null;
        };
    }

    /// Which paper was used, never what was written on it.
    static @Nullable Decided of(Worksheets.Event event, Moment moment) {
        return switch (event) {
            case Worksheets.Opened opened -> {
                var form = form(opened.form(), opened.version());
                var members = opened.members();
                if (members == null) yield moment.act(Deed.WORKSHEET_OPENED, form);
                if (members.size() == 1) yield moment.act(members.first(), Deed.WORKSHEET_OPENED_FOR_ONE, form);
                form.put("number", new Arg.Number(members.size()));
                yield moment.act(Deed.WORKSHEET_OPENED_FOR_SOME, form);
            }
            case Worksheets.Closed(var _, var form, var version, var _) ->
                moment.act(Deed.WORKSHEET_CLOSED, form(form, version));
            // How it lay before them, and a quiet word to one of them, are no evidence of anything.
            case Worksheets.Moved _, Worksheets.Nudged _ -> null;
        };
    }

    private static SortedMap<String, Arg> form(String form, String version) {
        return new TreeMap<>(Map.of("form", new Arg.Typed(form), "version", new Arg.Typed(version)));
    }

    static Decided of(Help.Event event, Moment moment) {
        return switch (event) {
            case Help.HelpAsked(var member) -> moment.act(member, Deed.HELP_ASKED);
            case Help.HelpWithdrawn(var member) -> moment.act(member, Deed.HELP_WITHDRAWN);
            case Help.HelpAcknowledged(var member, var _) -> moment.act(member, Deed.HELP_ACKNOWLEDGED);
        };
    }
}
