package org.holdfast.media.jitsi;

import java.net.URI;
import java.util.Optional;

/// Which bridges there are and how they fare, in the words of whoever drives them.
public interface Bridges {
    /// A bridge by the address of its private HTTP port, which no page ever learns.
    record Bridge(URI rest) {}

    /// The one that a new conference is best held at; empty while none will take one.
    Optional<Bridge> choose();

    /// Whether a conference may stay there: one that drains or shuts down in good order keeps what it has.
    boolean usable(URI rest);

    /// Called, on any thread, when a bridge can no longer be used, or one can be used again.
    void onChange(Runnable listener);
}
