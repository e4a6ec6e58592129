package org.holdfast.session;

import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Named;
import org.holdfast.session.Life.EndCause;
import org.jspecify.annotations.Nullable;

/// Something said once to one person: not part of any view, and not repeated after a reconnect, but
/// for the chat.
public sealed interface Notice {
    @Named("written")
    record Written(String text, String from) implements Notice {}

    @Named("muted")
    record WasMuted(String by) implements Notice {}

    @Named("may-unmute")
    record MayUnmute(String by) implements Notice {}

    @Named("camera-stopped")
    record CameraWasStopped(String by) implements Notice {}

    @Named("may-start-camera")
    record MayStartCamera(String by) implements Notice {}

    /// A quiet word about this worksheet, to one who may be stuck.
    @Named("nudged")
    record WasNudged(WorksheetId worksheet, String by) implements Notice {}

    @Named("sent-back")
    record WasSentBack() implements Notice {}

    @Named("removed")
    record WasRemoved() implements Notice {}

    @Named("left")
    record HasLeft() implements Notice {}

    @Named("new-device-waits")
    record NewDeviceWaits() implements Notice {}

    @Named("moved-device")
    record MovedDevice() implements Notice {}

    @Named("opened-elsewhere")
    record OpenedElsewhere() implements Notice {}

    /// Written in the chat; the same for everyone who may read it.
    ///
    /// @param member to whom, if to one; `name` is how they are called
    @Named("said")
    record Said(
            Instant at,
            MemberId by,
            String from,
            Chat.Circle to,
            @Nullable MemberId member,
            @Nullable String name,
            String text)
            implements Notice {}

    /// All that is still kept and may be read, whenever a page is shown the room anew.
    ///
    /// @param heardUntil what came later is new to this person; absent where all of it is
    @Named("said-before")
    record SaidBefore(List<Said> said, @Nullable Instant heardUntil) implements Notice {}

    @Named("ended")
    record HasEnded(EndCause cause) implements Notice {}

    /// To whom a notice goes: one member's seat, or everyone.
    record Addressed(@Nullable MemberId to, Notice notice) {}

    /// What an event says to somebody, if anything. The two about connections ([MovedDevice], [OpenedElsewhere]) go to
    /// a connection that lost its seat, which only its node knows.
    static @Nullable Addressed of(SessionEvent event, Names names) {
        return switch (event) {
            case Admission.WrittenTo(var to, var by, Confidential.Readable(var _, var text, var _)) ->
                new Addressed(to, new Written(text, names.of(by)));
            case Admission.SentBackToWait(var id) -> new Addressed(id, new WasSentBack());
            case Admission.MemberRemoved(var id) -> new Addressed(id, new WasRemoved());
            case Admission.MemberLeft(var id) -> new Addressed(id, new HasLeft());
            case Admission.DeviceArrived(var id, var _, var _, var _) -> new Addressed(id, new NewDeviceWaits());
            case Floor.Muted(var id, var by) -> new Addressed(id, new WasMuted(names.of(by)));
            case Floor.MicrophoneAllowed(var id, var by) -> new Addressed(id, new MayUnmute(names.of(by)));
            case Floor.CameraStopped(var id, var by) -> new Addressed(id, new CameraWasStopped(names.of(by)));
            case Floor.CameraAllowed(var id, var by) -> new Addressed(id, new MayStartCamera(names.of(by)));
            case Life.SessionEnded(var cause) -> new Addressed(null, new HasEnded(cause));
            case Admission.Event _, Floor.Event _, Life.Event _, Help.Event _, Interruption.Event _ -> null;
            // What is written goes to its readers, whom only the session knows: see `said`.
            case Chat.Event _, Spotlight.Event _, Corrections.Event _, SignOff.Event _ -> null;
            // The view shows it; what it does to each switch is said by the event of that switch.
            case Screen.Event _, MediaLine.Event _, ListenOnly.Event _, Breaks.Event _ -> null;
            case Worksheets.Nudged(var worksheet, var id, var by) ->
                new Addressed(id, new WasNudged(worksheet, names.of(by)));
            // Whoever it concerns is shown the paper and the cards.
            case Worksheets.Event _, Board.Event _ -> null;
            // The console shows who is expected, and who agreed stands on the record alone.
            case Roster.Event _, Agreement.Event _ -> null;
        };
    }

    /// Nothing where the words are gone.
    static @Nullable Said said(Chat.Said said, Names names) {
        if (!(said.text() instanceof Confidential.Readable(var _, var text, var _))) return null;
        var name = said.member() == null ? null : names.of(said.member());
        return new Said(said.at(), said.by(), names.of(said.by()), said.to(), said.member(), name, text);
    }
}
