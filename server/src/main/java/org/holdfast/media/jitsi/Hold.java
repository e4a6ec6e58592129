package org.holdfast.media.jitsi;

import java.util.List;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.jspecify.annotations.Nullable;

/// What a bridge has of one endpoint, as far as is known.
///
/// @param room the room whose conference it is in
/// @param generation which allocation this is; pages name it, and what names another one is over
/// @param allocated what the bridge gave, for this page alone
/// @param answer what the page answered to the offer
/// @param connected whether the bridge was told of the answer
/// @param said all that the page sends, checked
/// @param passed what of it the bridge, and so everybody else, was told of
/// @param changed at which [Held#revision] that became so
/// @param lost of no use any more: it is to go, and another one is to come
/// @param restarting whether ICE is to begin anew
record Hold(
        String room,
        String generation,
        Allocated allocated,
        @Nullable Transport answer,
        boolean connected,
        List<Source> said,
        List<Source> passed,
        long changed,
        Muted muted,
        boolean lost,
        boolean restarting) {
    Hold {
        said = List.copyOf(said);
        passed = List.copyOf(passed);
    }

    static Hold fresh(String room, String generation, Allocated allocated) {
        return new Hold(
                room,
                generation,
                allocated,
                null,
                false,
                List.of(),
                List.of(),
                0,
                new Muted(false, false),
                false,
                false);
    }

    /// A page that says the same once more costs the bridge nothing.
    Hold answered(Transport next, List<Source> sources) {
        var same = connected && next.equals(answer);
        return new Hold(room, generation, allocated, next, same, sources, passed, changed, muted, lost, restarting);
    }

    Hold sending(List<Source> sources) {
        return new Hold(
                room, generation, allocated, answer, connected, sources, passed, changed, muted, lost, restarting);
    }

    Hold informed(List<Source> sources, long revision) {
        var at = sources.equals(passed) ? changed : revision;
        return new Hold(room, generation, allocated, answer, true, said, sources, at, muted, lost, restarting);
    }

    /// The bridge did not take the answer: there is none then.
    Hold unanswered() {
        return new Hold(room, generation, allocated, null, false, List.of(), passed, changed, muted, lost, restarting);
    }

    Hold muted(Muted now) {
        return new Hold(room, generation, allocated, answer, connected, said, passed, changed, now, lost, restarting);
    }

    Hold toBeRestarted() {
        return new Hold(room, generation, allocated, answer, connected, said, passed, changed, muted, lost, true);
    }

    Hold restarted(BridgeTransport now) {
        return new Hold(
                room, generation, allocated.by(now), answer, connected, said, passed, changed, muted, lost, false);
    }

    Hold asLost() {
        return new Hold(room, generation, allocated, answer, connected, said, passed, changed, muted, true, restarting);
    }

    @Override
    public String toString() {
        return "Hold[" + room + " " + generation + "]";
    }
}
