package org.holdfast.media.jitsi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.session.EndpointId;

/// One deed on the way to what is wanted: a request to the bridge, unless it says otherwise. Those of one [Plan] may be
/// done in any order, and at once.
sealed interface Step {
    /// The bridge is of no use any more. A note in what is held, and nothing that anybody waits for.
    record Leave() implements Step {}

    /// A bridge is needed. No request.
    record Choose() implements Step {}

    record Expire(String room, Set<EndpointId> endpoints) implements Step {
        public Expire {
            endpoints = Set.copyOf(endpoints);
        }
    }

    /// @param opens whether the conference of the room is yet to be made
    record Allocate(String room, EndpointId endpoint, boolean opens) implements Step {}

    record Mute(String room, Map<EndpointId, Muted> muted) implements Step {
        public Mute {
            muted = Map.copyOf(muted);
        }
    }

    /// The bridge is told what the page answered, or what it sends now.
    record Inform(EndpointId endpoint, List<Source> passing) implements Step {
        public Inform {
            passing = List.copyOf(passing);
        }
    }

    record Restart(EndpointId endpoint) implements Step {}
}
