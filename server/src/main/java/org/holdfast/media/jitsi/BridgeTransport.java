package org.holdfast.media.jitsi;

import java.util.List;
import org.holdfast.media.jitsi.Transport.Fingerprint;
import org.jspecify.annotations.Nullable;

/// The bridge's end of the line, for one endpoint: what its page needs to get there, and nothing else of what a bridge
/// says about itself.
record BridgeTransport(String ufrag, String pwd, List<Fingerprint> fingerprints, List<Candidate> candidates) {
    /// One address of the bridge. All of it as the bridge says it: it writes numbers as text.
    record Candidate(
            String foundation,
            String component,
            String protocol,
            String priority,
            String ip,
            String port,
            String type,
            @Nullable String generation,
            @Nullable String relAddr,
            @Nullable String relPort,
            @Nullable String tcptype) {
        @Override
        public String toString() {
            return "Candidate";
        }
    }

    BridgeTransport {
        fingerprints = List.copyOf(fingerprints);
        candidates = List.copyOf(candidates);
    }

    /// Nothing of it belongs into a log.
    @Override
    public String toString() {
        return "BridgeTransport";
    }
}
