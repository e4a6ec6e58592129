package org.holdfast.media.jitsi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.media.jitsi.Place.PageAt;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// Something to be said to a page.
///
/// @param node that holds the page
/// @param then what the page knows once it was said; absent where that is kept nowhere
record Telling(
        EndpointId to,
        String node,
        BridgeSignal signal,
        @Nullable PageAt then) {
    /// All that pages should know and do not. Pure: what was lost on the way is found again here the next time.
    static List<Telling> due(Held held) {
        var due = new ArrayList<Telling>();
        held.places().forEach((endpoint, place) -> {
            var page = place.page();
            if (place.wish() == null || page == null) return;
            var hold = place.hold();
            if (hold != null && place.settled()) {
                var telling = hold.generation().equals(page.said())
                        ? changes(held, endpoint, hold, page)
                        : offer(held, endpoint, hold, page);
                if (telling != null) due.add(telling);
            } else if (held.bridge() == null && !PageAt.NONE.equals(page.said())) {
                due.add(new Telling(endpoint, page.node(), new BridgeSignal.None(), page.said(PageAt.NONE, 0)));
            } else if (held.bridge() != null && hasOffer(page)) {
                due.add(new Telling(endpoint, page.node(), new BridgeSignal.Reset(), page.said(PageAt.RESET, 0)));
            }
        });
        return due;
    }

    private static boolean hasOffer(PageAt page) {
        return page.said() != null
                && !page.said().equals(PageAt.NONE)
                && !page.said().equals(PageAt.RESET);
    }

    private static Telling offer(Held held, EndpointId to, Hold hold, PageAt page) {
        var line = hold.allocated();
        var offer = new BridgeSignal.Offer(
                hold.generation(), to, line.transport(), line.channel(), sources(held, to, hold, -1));
        return new Telling(to, page.node(), offer, page.said(hold.generation(), held.revision()));
    }

    private static @Nullable Telling changes(Held held, EndpointId to, Hold hold, PageAt page) {
        if (page.told() >= held.revision()) return null;
        var set = sources(held, to, hold, page.told());
        var gone = new HashSet<EndpointId>();
        for (var departure : held.departed()) {
            var back = held.hold(departure.endpoint());
            var isBack = back != null && !back.passed().isEmpty() && back.room().equals(hold.room());
            if (departure.room().equals(hold.room()) && departure.revision() > page.told() && !isBack) {
                gone.add(departure.endpoint());
            }
        }
        if (set.isEmpty() && gone.isEmpty()) return null;
        var signal = new BridgeSignal.Sources(hold.generation(), set, gone);
        return new Telling(to, page.node(), signal, page.said(hold.generation(), held.revision()));
    }

    /// What all others in the room send, as far as it has changed since.
    private static SortedMap<EndpointId, List<Source>> sources(Held held, EndpointId to, Hold own, long since) {
        var sources = new TreeMap<EndpointId, List<Source>>();
        held.places().forEach((endpoint, place) -> {
            var hold = place.hold();
            if (hold == null || endpoint.equals(to) || !hold.room().equals(own.room())) return;
            // Whoever never sent anything is nobody's news.
            if (hold.changed() == 0 || hold.changed() <= since) return;
            if (since >= 0 || !hold.passed().isEmpty()) sources.put(endpoint, hold.passed());
        });
        return sources;
    }

    /// Whoever has nothing to be told about is up to date all the same.
    static Held caughtUp(Held held) {
        var next = held;
        for (var endpoint : held.places().keySet()) {
            var place = held.place(endpoint);
            var page = place.page();
            var hold = place.hold();
            if (page == null || hold == null || page.told() >= held.revision()) continue;
            if (Objects.equals(page.said(), hold.generation()) && changes(held, endpoint, hold, page) == null) {
                next = next.told(endpoint, page.said(hold.generation(), held.revision()));
            }
        }
        return next.forgetting();
    }

    /// Its words are a page's alone.
    @Override
    public String toString() {
        return "Telling[" + to + "]";
    }
}
