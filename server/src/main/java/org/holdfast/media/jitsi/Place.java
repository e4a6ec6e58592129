package org.holdfast.media.jitsi;

import java.util.List;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.media.jitsi.Source.Kind;
import org.jspecify.annotations.Nullable;

/// One endpoint of a session: what is wanted of it, what the bridge has of it, and what its page knows.
///
/// @param wish absent for whoever has no seat any more, or not yet as far as is known here
/// @param page absent until the page is ready to be told
record Place(
        @Nullable Wish wish, @Nullable Hold hold, @Nullable PageAt page) {
    static final Place EMPTY = new Place(null, null, null);

    /// In which room, and what may be sent there.
    record Wish(String room, boolean microphone, boolean camera, boolean screen) {
        static Wish of(String room, Seat seat) {
            return new Wish(room, seat.microphone(), seat.camera(), seat.screen());
        }
    }

    /// @param node that holds the page
    /// @param said whose generation it was offered, or one of the words below; absent while nothing was said
    /// @param told up to which [Held#revision] it knows the others' sources
    record PageAt(String node, @Nullable String said, long told) {
        // No generation looks like these.
        static final String NONE = "!none";
        static final String RESET = "!reset";

        PageAt said(String what, long revision) {
            return new PageAt(node, what, revision);
        }
    }

    Place wishing(@Nullable Wish next) {
        return new Place(next, hold, page);
    }

    Place holding(@Nullable Hold next) {
        return new Place(wish, next, page);
    }

    Place at(@Nullable PageAt next) {
        return new Place(wish, hold, next);
    }

    /// Whether nobody would miss it.
    boolean idle() {
        return wish == null && hold == null && page == null;
    }

    /// Whether the bridge has it where it is wanted.
    boolean settled() {
        return wish != null && hold != null && !hold.lost() && wish.room().equals(hold.room());
    }

    /// Which of the sources that the page sends may pass.
    ///
    /// A bridge mutes camera and screen in one. So whose camera is held while they show their screen is not muted,
    /// but the camera is taken out of what they send.
    List<Source> passing() {
        if (wish == null || hold == null) return List.of();
        return hold.said().stream()
                .filter(source -> switch (source.kind()) {
                    case AUDIO -> true;
                    case CAMERA -> wish.camera() || !showsScreen();
                    case SCREEN -> wish.screen();
                })
                .toList();
    }

    Muted muting() {
        return wish == null ? new Muted(true, true) : new Muted(!wish.microphone(), !wish.camera() && !showsScreen());
    }

    private boolean showsScreen() {
        return wish != null
                && hold != null
                && wish.screen()
                && hold.said().stream().anyMatch(source -> source.kind() == Kind.SCREEN);
    }
}
