package org.holdfast.log;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.EventLog;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs how far logs go, and keeps what was signed where it is found again.
public final class SignedHeads {
    private static final Logger LOG = LoggerFactory.getLogger(SignedHeads.class);

    private final HeadSigning signing;
    private final StoredEntries stored;
    private final EventLog<?> ends;
    private final RedisSignedHeads store;
    private final HeadsShipping shipping;
    private final InstantSource clock;

    /// @param ends where the ends of logs are asked for; those of any kind
    public SignedHeads(
            MasterKey master,
            StoredEntries stored,
            EventLog<?> ends,
            RedisSignedHeads store,
            HeadsShipping shipping,
            InstantSource clock) {
        this.signing = new HeadSigning(master);
        this.stored = stored;
        this.ends = ends;
        this.store = store;
        this.shipping = shipping;
        this.clock = clock;
    }

    /// For a decision that stands in the log. Asked twice it signs the same, which is kept once.
    ///
    /// @param at of the entry
    /// @param sheet the hash of the sheet that the entry signs, if it does
    public Future<Void> sign(LogId log, long seq, Instant at, Why why, @Nullable String sheet) {
        return stored.of(log).compose(rows -> {
            if (rows.size() < seq) {
                throw new DamagedLog("The log " + log + " ends at entry " + rows.size() + " before entry " + seq + ".");
            }
            return keep(signing.head(log, rows.subList(0, (int) seq), at, why, sheet));
        });
    }

    /// For logs that nobody closes: only those that have moved since they were last signed, so that a quiet night
    /// leaves nothing behind. Ends with the first that failed, after all were tried.
    public Future<Void> signMoved(List<LogId> logs) {
        var all = new ArrayList<Future<?>>();
        Future<?> before = Future.succeededFuture();
        for (var log : logs) {
            // One after the other: a clinic of many years has many, and nothing waits for them.
            before = before.transform(_ -> signMoved(log));
            all.add(before);
        }
        return Future.join(all).mapEmpty();
    }

    private Future<Void> signMoved(LogId log) {
        return ends.head(log)
                .compose(head -> store.has(SignedHead.name(log.toString(), head.seq(), Why.HOURLY))
                        .compose(there -> there || head.seq() == 0 ? Future.succeededFuture() : signAll(log)))
                .recover(cause -> {
                    if (!(cause instanceof DamagedLog)) return Future.failedFuture(cause);
                    // The others must not go unsigned for it; it is said again with every hour.
                    LOG.error("{}", cause.getMessage());
                    return Future.succeededFuture();
                });
    }

    private Future<Void> signAll(LogId log) {
        return stored.of(log).compose(rows -> keep(signing.head(log, rows, clock.instant(), Why.HOURLY, null)));
    }

    private Future<Void> keep(SignedHead head) {
        shipping.ship(head.line());
        return store.add(head);
    }
}
