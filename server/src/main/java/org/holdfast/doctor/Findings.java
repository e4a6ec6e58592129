package org.holdfast.doctor;

import java.net.URI;
import java.util.List;
import org.holdfast.media.bridges.Look;
import org.jspecify.annotations.Nullable;

/// What a trial of one bridge found.
///
/// @param look whether it answers, and what it says of itself
/// @param version absent where it does not say
/// @param room of the trial; absent where it gave none
public record Findings(
        URI rest,
        Look look,
        @Nullable String version,
        @Nullable Room room) {
    /// Where the bridge tells browsers to send sound and pictures to.
    ///
    /// @param answers whether it answered there as it would answer a browser
    public record Candidate(String address, int port, boolean answers) {}

    /// @param channel absent where the bridge offers none
    public record Room(List<Candidate> candidates, @Nullable Channel channel) {
        public Room {
            candidates = List.copyOf(candidates);
        }
    }

    /// @param address without the password that it was tried with
    /// @param greets whether it opened from here, and the bridge greeted
    public record Channel(URI address, boolean greets) {}
}
