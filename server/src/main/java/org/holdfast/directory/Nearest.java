package org.holdfast.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.holdfast.session.Member;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// Which of a person's sessions a link leads to, when more than one is open: the one before may run late while the next
/// already lets people in.
final class Nearest {
    /// In the order in which they are gone to.
    private enum Standing {
        ON,
        /// Late, with this person in it.
        RUNS_ON_WITH_THEM,
        OPENS,
        RUNS_ON,
        ENDED
    }

    private Nearest() {}

    /// Nothing for who has none.
    static @Nullable Session of(List<Session> sessions, MemberId member, Instant now) {
        return sessions.stream()
                .min(Comparator.<Session, Standing>comparing(session -> standing(session, member, now))
                        .thenComparing(session -> order(session, now)))
                .orElse(null);
    }

    private static Standing standing(Session session, MemberId member, Instant now) {
        if (session.ended()) return Standing.ENDED;
        if (now.isBefore(session.plan().starts())) return Standing.OPENS;
        if (now.isBefore(session.plan().ends())) return Standing.ON;
        return isIn(session, member) ? Standing.RUNS_ON_WITH_THEM : Standing.RUNS_ON;
    }

    private static boolean isIn(Session session, MemberId member) {
        var there = session.admission().members().get(member);
        return there instanceof Member.Present || there instanceof Member.Dropped;
    }

    /// The first of those that are on or to come; the last of those that were.
    private static long order(Session session, Instant now) {
        var starts = session.plan().starts().toEpochMilli();
        return session.ended() || !now.isBefore(session.plan().ends()) ? -starts : starts;
    }
}
