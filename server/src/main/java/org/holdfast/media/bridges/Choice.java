package org.holdfast.media.bridges;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Which bridge a session goes to. Any node comes to the same, given the same.
final class Choice {
    /// Less of a difference is chance: stress is measured over seconds.
    private static final double STEP = 0.05;

    private static final Comparator<Candidate> ORDER = Comparator.<Candidate>comparingLong(
                    candidate -> Math.round(candidate.stress() / STEP))
            .thenComparingInt(Candidate::sessions)
            .thenComparing(Candidate::rest);

    private Choice() {}

    /// @param sessions that are there already, with those that this node sent there since it last looked
    record Candidate(URI rest, double stress, int sessions) {}

    static Optional<URI> among(Collection<Candidate> candidates) {
        return candidates.stream().min(ORDER).map(Candidate::rest);
    }
}
