package org.holdfast.media.jitsi;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.media.jitsi.PageSignal.Renew;
import org.holdfast.media.jitsi.PageSignal.Restart;
import org.holdfast.media.jitsi.PageSignal.Sources;
import org.holdfast.media.jitsi.SourceCheck.Invalid;
import org.holdfast.media.jitsi.SourceCheck.Valid;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// What a page's word changes in what is held. Pure.
///
/// @param refused what the page is to be told at once
record Hearing(Held held, @Nullable Telling refused) {
    /// What is about another allocation comes too late, and is passed over.
    static Hearing of(Held held, EndpointId from, PageSignal signal) {
        var place = held.place(from);
        var hold = place.hold();
        if (hold == null || !place.settled() || !hold.generation().equals(signal.generation())) return unmoved(held);
        return switch (signal) {
            case Answer(var _, var transport, var sources) ->
                checked(held, from, sources, held.held(from, before -> before.answered(transport, sources)));
            case Sources(var _, var sources) ->
                hold.answer() == null
                        ? unmoved(held)
                        : checked(held, from, sources, held.held(from, before -> before.sending(sources)));
            case Restart _ -> unmoved(held.held(from, Hold::toBeRestarted));
            case Renew _ -> unmoved(held.held(from, Hold::asLost));
        };
    }

    private static Hearing unmoved(Held held) {
        return new Hearing(held, null);
    }

    private static Hearing checked(Held held, EndpointId from, List<Source> sources, Held then) {
        // A screen that may not be shown is no fault of the page, which may not know it yet: it is left out.
        return switch (SourceCheck.of(from, sources, others(held, from), true)) {
            case Valid _ -> unmoved(then);
            case Invalid(var why) -> new Hearing(held, refusal(held, from, why));
        };
    }

    /// Those of everybody else in the room, and of the bridge itself.
    private static List<Source> others(Held held, EndpointId from) {
        var own = held.hold(from);
        var others = new ArrayList<Source>();
        if (own != null) others.addAll(own.allocated().feedback());
        held.places().forEach((endpoint, place) -> {
            var hold = place.hold();
            if (own == null || hold == null || endpoint.equals(from)) return;
            if (hold.room().equals(own.room())) others.addAll(hold.said());
        });
        return others;
    }

    /// @return absent where no page is there to be told
    static @Nullable Telling refusal(Held held, EndpointId to, SourceCheck.Why why) {
        var hold = held.hold(to);
        var page = held.place(to).page();
        if (hold == null || page == null) return null;
        return new Telling(to, page.node(), new BridgeSignal.Refused(hold.generation(), why), null);
    }
}
