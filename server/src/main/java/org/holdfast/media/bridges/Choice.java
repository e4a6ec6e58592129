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
            .thenComparingLong(Candidate::ever)
            .thenComparing(Candidate::rest);

    private Choice() {}

    /// A bridge takes seconds for the first sound that it carries. So idle ones take turns, or else it would be a group
    /// that has just lost its bridge which waits for that.
    ///
    /// @param sessions that are there already, with those that this node sent there since it last looked
    /// @param ever sessions that it has had since it started, counted in the same way
    record Candidate(URI rest, double stress, int sessions, long ever) {}

    static Optional<URI> among(Collection<Candidate> candidates) {
        return candidates.stream().min(ORDER).map(Candidate::rest);
    }
}
