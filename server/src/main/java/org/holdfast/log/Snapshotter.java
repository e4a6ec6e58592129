package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.Decider;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Asked;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Snapshot;
import org.holdfast.log.SnapshotCodec.Kept;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Makes snapshots of logs that are never archived. Each is folded from the log's first entry, verified, beside all
/// that is served: no fault in one lives on in the next, and no wish waits for it.
public final class Snapshotter<S, E> {
    /// As many entries more than the last one are worth another.
    public static final int ENTRIES = 50;

    public enum Outcome {
        KEPT,
        /// The last one is young enough, or the log is short.
        RECENT,
        TOO_LARGE
    }

    /// What is ready to be stored, and proved to open again.
    record Prepared(LogId log, Kept kept) {}

    private final Vertx vertx;
    private final RedisConnections redis;
    private final Heads heads;
    private final Decider<S, ?, E> decider;
    private final EntryJson<E> entries;
    private final SnapshotCodec<S> codec;
    private final Chains chains;
    private final Standing standing;
    private final SnapshotStore store;

    public Snapshotter(
            Vertx vertx,
            RedisConnections redis,
            MasterKey master,
            Heads heads,
            Decider<S, ?, E> decider,
            SealedJson<E> json,
            StateForm<S> form) {
        this.vertx = vertx;
        this.redis = redis;
        this.heads = heads;
        this.decider = decider;
        this.entries = new EntryJson<>(json);
        this.codec = new SnapshotCodec<>(master, form);
        this.chains = new Chains(master);
        this.standing = new Standing(redis, chains);
        this.store = new SnapshotStore(redis);
    }

    /// Makes one where it is worth it. Two that do so at once, or one that is killed in between, leave a right one or
    /// the one that was there. Fails with [DamagedLog] when the log is not what was written.
    public Future<Outcome> look(LogId log) {
        return recent(log).compose(recent -> recent ? Future.succeededFuture(Outcome.RECENT) : make(log));
    }

    private Future<Outcome> make(LogId log) {
        return prepare(log)
                .compose(prepared -> prepared == null
                        ? Future.succeededFuture(Outcome.TOO_LARGE)
                        : store(prepared).map(Outcome.KEPT));
    }

    private Future<Boolean> recent(LogId log) {
        return StreamEnds.of(redis, List.of(log)).compose(ends -> {
            var end = ends.getOrDefault(log, Head.EMPTY);
            if (end.seq() < ENTRIES) return Future.succeededFuture(true);
            return store.of(log)
                    .compose(kept -> kept == null || kept.form() != codec.form()
                            ? Future.succeededFuture(false)
                            : standing.holds(log, kept.head())
                                    .map(holds ->
                                            holds && end.seq() - kept.head().seq() < ENTRIES));
        });
    }

    /// Null when it would be too large.
    Future<@Nullable Prepared> prepare(LogId log) {
        // The anchor first: entries that come while we read are then no concern.
        return heads.of(log)
                .compose(anchored -> new StreamEntries(redis)
                        .of(log)
                        .compose(rows -> vertx.executeBlocking(() -> fold(log, anchored, rows), false)));
    }

    private @Nullable Prepared fold(LogId log, Head anchored, List<Stored> rows) {
        var end = chains.end(log, Head.EMPTY, rows, anchored);
        var state = decider.initial();
        var at = Instant.EPOCH;
        var asked = new ArrayList<Asked>(rows.size());
        for (var row : rows) {
            var link = row.link(row.seq());
            var entry = entries.read(link, entries.events(link), ClosedWords::new);
            state = decider.applyAll(state, entry);
            at = entry.at();
            asked.add(new Asked(entry.by(), entry.command()));
        }
        var kept = codec.seal(log, new Snapshot<>(state, end, at, asked));
        return kept == null ? null : new Prepared(log, kept);
    }

    /// When it fails, nobody knows whether it was stored, and it matters to nobody.
    Future<Void> store(Prepared prepared) {
        return store.keep(prepared.log(), prepared.kept());
    }
}
