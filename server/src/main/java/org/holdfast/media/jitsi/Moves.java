package org.holdfast.media.jitsi;

import java.util.Map;
import java.util.TreeMap;
import org.holdfast.session.EndpointId;

/// How often a page may ask for another path, or another place, at its bridge: each costs the bridge requests, and a
/// place costs everybody else in the room a negotiation. However bad a line is, a page that we wrote asks less often.
final class Moves {
    static final int MOST_AT_ONCE = 6;
    static final int LOOKS_UNTIL_ONE_MORE = 5;

    private final Map<EndpointId, Integer> asked = new TreeMap<>();
    private int looks;

    boolean may(EndpointId endpoint) {
        return asked.merge(endpoint, 1, (before, one) -> Math.min(before + one, MOST_AT_ONCE + 1)) <= MOST_AT_ONCE;
    }

    /// To be called each second.
    void look() {
        if (++looks % LOOKS_UNTIL_ONE_MORE != 0) return;
        asked.replaceAll((_, times) -> Math.min(times, MOST_AT_ONCE) - 1);
        asked.values().removeIf(times -> times == 0);
    }
}
