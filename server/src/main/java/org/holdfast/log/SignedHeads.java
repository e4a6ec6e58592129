package org.holdfast.log;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.EventLog;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Statement;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs how far logs go, once they are shown to be what was written: nothing is ever signed that does not verify.
public final class SignedHeads {
    private static final Logger LOG = LoggerFactory.getLogger(SignedHeads.class);

    private final MasterKey master;
    private final SigningKey key;
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
        this.master = master;
        this.key = new SigningKey(master);
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
            return keep(statement(log, rows.subList(0, (int) seq), at, why, sheet));
        });
    }

    /// For logs that nobody closes: only those that have moved since they were last signed, so that a quiet night
    /// leaves
    /// nothing behind. Ends with the first that failed, after all were tried.
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
        return stored.of(log).compose(rows -> keep(statement(log, rows, clock.instant(), Why.HOURLY, null)));
    }

    private Future<Void> keep(Statement says) {
        var head = SignedHead.of(says, key);
        shipping.ship(head.line());
        return store.add(head);
    }

    private Statement statement(LogId log, List<Stored> rows, Instant at, Why why, @Nullable String sheet) {
        var chain = new Chain(master, log.toString());
        var open = new OpenChain(log.toString());
        var mac = Mac.NONE;
        var entries = "";
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var link = row.link(i + 1L);
            if (row.seq() != i + 1L || !chain.holds(mac, link, row.mac())) {
                throw new DamagedLog("Entry " + (i + 1) + " of " + log + " is not what was written: it is not signed.");
            }
            mac = row.mac();
            entries = open.next(link);
        }
        return new Statement(log.toString(), rows.size(), mac, entries, at, why, sheet);
    }
}
