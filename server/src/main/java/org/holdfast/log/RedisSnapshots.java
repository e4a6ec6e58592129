package org.holdfast.log;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.holdfast.decision.DamagedLog;
import org.holdfast.json.BadJson;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Snapshot;
import org.holdfast.live.Snapshots;
import org.holdfast.log.SnapshotCodec.Kept;
import org.holdfast.log.SnapshotCodec.Opened;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.MasterKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up snapshots that [Snapshotter] left. One is believed when it was sealed for this log and for an entry that
/// stands there as it was, and when the log goes as far as was acknowledged. Any other is thrown away.
public final class RedisSnapshots<S> implements Snapshots<S> {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSnapshots.class);

    /// Why a snapshot is not believed, in words that go on after "since".
    private static final class NotBelieved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotBelieved(String why) {
            super(why, null, false, false);
        }
    }

    private final SnapshotStore store;
    private final SnapshotCodec<S> codec;
    private final Standing standing;
    private final RedisConnections redis;
    private final Keyring keyring;
    private final Heads heads;

    public RedisSnapshots(RedisConnections redis, MasterKey master, Keyring keyring, Heads heads, StateForm<S> form) {
        this.redis = redis;
        this.keyring = keyring;
        this.heads = heads;
        this.store = new SnapshotStore(redis);
        this.codec = new SnapshotCodec<>(master, form);
        this.standing = new Standing(redis, new Chains(master));
    }

    @Override
    public Future<Optional<Snapshot<S>>> of(LogId log) {
        return store.of(log).compose(kept -> {
            if (kept == null) return Future.succeededFuture(Optional.<Snapshot<S>>empty());
            if (kept.form() != codec.form()) {
                LOG.info("The snapshot of {} has another form: the log is folded from its start", log);
                return Future.succeededFuture(Optional.<Snapshot<S>>empty());
            }
            return believed(log, kept)
                    .map(Optional::of)
                    .recover(cause -> cause instanceof NotBelieved
                            ? thrownAway(log, cause).map(Optional.empty())
                            : Future.failedFuture(cause));
        });
    }

    private Future<Snapshot<S>> believed(LogId log, Kept kept) {
        return Future.all(standing.holds(log, kept.head()), reaches(log)).compose(all -> {
            if (!all.<Boolean>resultAt(0)) throw new NotBelieved("the entry that it stands for is not in the log");
            if (!all.<Boolean>resultAt(1)) throw new NotBelieved("the log ends before what was acknowledged");
            var opened = opened(log, kept);
            return Future.fromCompletionStage(keyring.get(opened.keys()))
                    .map(found -> read(opened, SnapshotWords.opened(log, opened.keys(), found)));
        });
    }

    /// Whether the log goes as far as its anchor says: whoever begins in its middle sees no end that is missing.
    private Future<Boolean> reaches(LogId log) {
        // The anchor first: what comes in between is then no concern.
        return heads.of(log)
                .recover(cause -> cause instanceof DamagedLog
                        ? Future.failedFuture(new NotBelieved("the anchor of the log was altered"))
                        : Future.failedFuture(cause))
                .compose(anchored -> StreamEnds.of(redis, List.of(log))
                        .map(ends -> ends.getOrDefault(log, Head.EMPTY).seq() >= anchored.seq()));
    }

    private Opened opened(LogId log, Kept kept) {
        try {
            var opened = codec.open(log, kept);
            if (opened == null) throw new NotBelieved("it is not what was sealed for this log");
            return opened;
        } catch (BadJson | IllegalStateException | IllegalArgumentException bad) {
            throw new NotBelieved("it cannot be read");
        }
    }

    private Snapshot<S> read(Opened opened, SnapshotWords words) {
        try {
            return codec.read(opened, words);
        } catch (BadJson | IllegalStateException | IllegalArgumentException bad) {
            throw new NotBelieved("it cannot be read");
        }
    }

    private Future<Void> thrownAway(LogId log, Throwable why) {
        LOG.warn(
                "The snapshot of {} is thrown away, since {}: the log is folded from its start", log, why.getMessage());
        // Whether that gets through or not, nobody believes it.
        return store.drop(log).otherwiseEmpty();
    }
}
