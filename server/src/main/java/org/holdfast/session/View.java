package org.holdfast.session;

import java.time.Instant;
import java.util.SortedMap;
import org.holdfast.session.Interruption.Cause;
import org.holdfast.session.Life.EndCause;
import org.holdfast.session.Member.PrivatePlace;
import org.holdfast.session.Member.Standing;
import org.holdfast.session.Member.WaitingReason;
import org.jspecify.annotations.Nullable;

/// What an audience may know of a session. What may not be known is not in it, so it is never sent.
///
/// Objects are keyed by id, order is a field, and what is absent is absent: merge patches have no other way to say it.
public sealed interface View {
    Place place();

    enum Place {
        WAITING,
        ROOM,
        CONSOLE,
        ENDED
    }

    /// The same for everyone who waits, whatever happens inside.
    record WaitingView(Place place, Instant starts, String facilitator) implements View {}

    /// @param chat whom participants may write to; absent while it is the facilitators, as usual
    /// @param cameras what the group says of them; absent where that is nothing
    /// @param breakUntil until when the group rests; absent when it does not, past when it is over
    record RoomView(
            Place place,
            Instant starts,
            Instant ends,
            Openness life,
            SortedMap<MemberId, PersonView> people,
            Chat.@Nullable Policy chat,
            @Nullable Cameras cameras,
            @Nullable MemberId spotlight,
            @Nullable Instant breakUntil)
            implements View {}

    /// @param listenOnly true while every participant's microphone and camera is held, else absent
    record ConsoleView(
            Place place,
            String title,
            Instant starts,
            Instant ends,
            Openness life,
            boolean locked,
            SortedMap<MemberId, ConsolePersonView> people,
            SortedMap<MemberId, WaitingPersonView> waiting,
            SortedMap<MemberId, NewDeviceView> newDevices,
            SortedMap<MemberId, ExpectedView> expected,
            SortedMap<MemberId, GoneView> gone,
            SortedMap<MemberId, HelpView> help,
            Chat.@Nullable Policy chat,
            @Nullable Cameras cameras,
            @Nullable MemberId spotlight,
            @Nullable Instant breakUntil,
            @Nullable Boolean listenOnly)
            implements View {}

    record EndedView(Place place, EndCause cause, Instant at) implements View {}

    enum Openness {
        OPEN,
        UNATTENDED
    }

    enum Line {
        HERE,
        INTERRUPTED,
        DROPPED
    }

    enum SwitchView {
        ON,
        OFF,
        HELD
    }

    /// Nothing is heard or seen of them, nor by them, although their page is there.
    enum MediaView {
        LOST
    }

    /// @param hand the place in the line of raised hands, from 1
    /// @param screen true while it is theirs that everyone is shown, else absent
    /// @param media absent as long as they get through
    record PersonView(
            String name,
            Role role,
            int order,
            Line line,
            @Nullable EndpointId endpoint,
            SwitchView microphone,
            SwitchView camera,
            @Nullable Integer hand,
            @Nullable Boolean screen,
            @Nullable MediaView media) {}

    /// @param chatStopped true where they may not write for now, else absent
    /// @param screenAllowed true where a facilitator let them show their screen, else absent
    record ConsolePersonView(
            String name,
            Role role,
            int order,
            Line line,
            @Nullable EndpointId endpoint,
            SwitchView microphone,
            SwitchView camera,
            @Nullable Integer hand,
            @Nullable Boolean screen,
            @Nullable MediaView media,
            Minutes minutes,
            @Nullable Cause interrupted,
            @Nullable Boolean chatStopped,
            @Nullable Boolean screenAllowed) {}

    /// Time in the room so far: what is past, and since when the present stay runs.
    record Minutes(long ms, @Nullable Instant since) {}

    /// @param role of a guest, else absent
    record WaitingPersonView(
            String name,
            @Nullable Role role,
            Instant since,
            WaitingReason why,
            Standing device,
            PrivatePlace privatePlace,
            Line line) {}

    record NewDeviceView(String name, Instant since) {}

    record ExpectedView(String name, int order) {}

    record GoneView(String name, Departure how, Instant at) {}

    enum Departure {
        LEFT,
        REMOVED
    }

    record HelpView(String name, Instant at, @Nullable String seenBy) {}
}
