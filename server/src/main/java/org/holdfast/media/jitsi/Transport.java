package org.holdfast.media.jitsi;

import java.util.List;

/// The page's end of the line, as it is in its answer. Its addresses are not asked for: the bridge learns them from the
/// checks.
record Transport(String ufrag, String pwd, List<Fingerprint> fingerprints) {
    /// Of the certificate that the other end will show.
    ///
    /// @param hash by which it was made, such as `sha-256`
    /// @param setup who begins: the bridge leaves it open (`actpass`), and the page is `active` or `passive`
    record Fingerprint(String hash, String fingerprint, String setup) {}

    Transport {
        fingerprints = List.copyOf(fingerprints);
    }

    /// Nothing of it belongs into a log.
    @Override
    public String toString() {
        return "Transport";
    }
}
