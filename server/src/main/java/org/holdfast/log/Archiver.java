package org.holdfast.log;

import io.vertx.core.Future;
import java.util.List;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Moves what stands in a log's stream into its archive. In two steps, of which only the second changes anything, all
/// at once: a crash before, between or after them leaves nothing half done, and doing it twice is harmless.
public final class Archiver {
    public enum Outcome {
        ARCHIVED,
        /// There was nothing to archive, or another node was quicker.
        NOTHING_LEFT,
        /// Something was appended meanwhile: it stays as it is, for a later time.
        MOVED_ON
    }

    /// What is ready to be stored, verified and proved to open again.
    record Prepared(LogId log, Head before, Head end, ArchivePart part) {}

    private final MasterKey master;
    private final Chains chains;
    private final Heads heads;
    private final StreamEntries stream;
    private final RedisArchive archive;

    public Archiver(RedisConnections redis, MasterKey master, Heads heads) {
        this.master = master;
        this.chains = new Chains(master);
        this.heads = heads;
        this.stream = new StreamEntries(redis);
        this.archive = new RedisArchive(redis, master);
    }

    /// Fails with [DamagedLog] when the log is not what was written: such a log stays as it stands, for people to look
    /// at.
    public Future<Outcome> archive(LogId log) {
        return prepare(log)
                .compose(prepared -> prepared == null ? Future.succeededFuture(Outcome.NOTHING_LEFT) : store(prepared));
    }

    /// Null when there is nothing to archive.
    Future<@Nullable Prepared> prepare(LogId log) {
        // The anchor first, and the stream before the archive: what others do in between is then no concern.
        return heads.of(log)
                .compose(anchored -> stream.of(log)
                        .compose(tail -> archive.end(log).map(before -> prepare(log, before, tail, anchored))));
    }

    private @Nullable Prepared prepare(LogId log, Head before, List<Stored> tail, Head anchored) {
        var rows = tail.stream()
                .filter(row -> row.seq() == 0 || row.seq() > before.seq())
                .toList();
        var end = chains.end(log, before, rows, anchored);
        if (rows.isEmpty()) return null;
        return new Prepared(log, before, end, new Archive(master, log).seal(before, rows));
    }

    /// When it fails, nobody knows whether it was stored; asked again it tells.
    Future<Outcome> store(Prepared prepared) {
        return archive.store(prepared.log(), prepared.before(), prepared.end(), prepared.part())
                .map(answer -> switch (answer) {
                    case STORED -> Outcome.ARCHIVED;
                    case ALREADY -> Outcome.NOTHING_LEFT;
                    case MOVED -> Outcome.MOVED_ON;
                });
    }
}
