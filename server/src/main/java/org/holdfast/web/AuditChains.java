package org.holdfast.web;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.live.LogId;
import org.jspecify.annotations.Nullable;

/// Whether a clinic's logs that never end are what was written: its own and those of who opened what.
public interface AuditChains {
    enum State {
        /// As it was written, to an end that is kept apart.
        WHOLE,
        /// As it was written, but nothing kept apart tells where it ended.
        END_UNKNOWN,
        /// An entry is not what was written there.
        ALTERED,
        /// Entries at its end are gone.
        CUT_OFF,
        /// What was kept apart or signed of it was altered.
        HEAD_ALTERED
    }

    /// @param entries how many hold, from the first on
    /// @param harmed the first entry that does not hold, or one after it when those before it are not known to hold
    /// @param signed the last entry that the clinic has signed
    record Chain(
            LogId log,
            State state,
            long entries,
            @Nullable Long harmed,
            @Nullable Long signed,
            @Nullable Instant signedAt) {}

    /// @param at when it was looked at
    /// @param older how many logs were not looked at, all older than these
    record Report(Instant at, List<Chain> chains, int older) {}

    Future<Report> of(ClinicId clinic);
}
