package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a page tells its bridge: the `ToBridge` of the contract.
sealed interface PageSignal {
    /// Which allocation it is about; what is about another one is over.
    String generation();

    /// The page has taken an offer.
    ///
    /// @param sources all that it sends
    record Answer(String generation, Transport transport, List<Source> sources) implements PageSignal {
        public Answer {
            sources = List.copyOf(sources);
        }
    }

    /// @param sources all that the page sends from now on
    record Sources(String generation, List<Source> sources) implements PageSignal {
        public Sources {
            sources = List.copyOf(sources);
        }
    }

    /// Other addresses are to be tried.
    record Restart(String generation) implements PageSignal {}

    /// Nothing gets through; the endpoint is to be allocated anew.
    record Renew(String generation) implements PageSignal {}

    /// Throws [org.holdfast.json.BadJson] on whatever the contract does not name, and nothing else.
    static PageSignal read(ObjectNode said) {
        return new PageReading(said).signal();
    }
}
