package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// What a page is told for its bridge: the `FromBridge` of the contract.
sealed interface BridgeSignal {
    /// An allocation that the page is to answer.
    ///
    /// @param channel absent where the bridge has none; it is for this endpoint alone
    /// @param sources of everybody else in the room
    record Offer(
            String generation,
            EndpointId endpoint,
            BridgeTransport transport,
            @Nullable String channel,
            Map<EndpointId, List<Source>> sources)
            implements BridgeSignal {
        public Offer {
            sources = ordered(sources);
        }

        @Override
        public String toString() {
            return "Offer[" + endpoint + "]";
        }
    }

    /// Others begin, change or go.
    ///
    /// @param set all that each of these sends from now on
    record Sources(String generation, Map<EndpointId, List<Source>> set, Set<EndpointId> gone) implements BridgeSignal {
        public Sources {
            set = ordered(set);
            gone = Collections.unmodifiableSet(new LinkedHashSet<>(gone));
        }
    }

    record Restarted(String generation, BridgeTransport transport) implements BridgeSignal {}

    /// The connection is of no use any more; an offer follows.
    record Reset() implements BridgeSignal {}

    /// There is no bridge just now; an offer follows when there is.
    record None() implements BridgeSignal {}

    /// The page's own sources were not taken.
    record Refused(String generation, SourceCheck.Why why) implements BridgeSignal {}

    default ObjectNode json() {
        return PageWriting.of(this);
    }

    private static Map<EndpointId, List<Source>> ordered(Map<EndpointId, List<Source>> sources) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }
}
