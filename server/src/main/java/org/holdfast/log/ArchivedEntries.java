package org.holdfast.log;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.LogId;
import org.holdfast.log.Archive.Opened;
import org.holdfast.sealing.MasterKey;

/// The entries of a log's archive and those of its stream as one list. Fails with [DamagedLog] when the archive is not
/// what was stored.
public final class ArchivedEntries implements StoredEntries {
    private final StreamEntries stream;
    private final RedisArchive archive;

    public ArchivedEntries(RedisConnections redis, MasterKey master) {
        this.stream = new StreamEntries(redis);
        this.archive = new RedisArchive(redis, master);
    }

    @Override
    public Future<List<Stored>> of(LogId log) {
        return read(log).map(read -> switch (read) {
            case Opened.Entries(var rows, var _) -> rows;
            case Opened.Harmed harmed -> throw new DamagedLog("In " + log + ", " + harmed.sentence());
        });
    }

    /// With what is harmed as a value.
    Future<Opened> read(LogId log) {
        // The stream first: what is archived in between is then read twice, and never not at all.
        return stream.of(log)
                .compose(tail -> archive.open(log).map(opened -> switch (opened) {
                    case Opened.Entries(var rows, var end) -> new Opened.Entries(join(rows, tail), end);
                    case Opened.Harmed harmed -> harmed;
                }));
    }

    private static List<Stored> join(List<Stored> archived, List<Stored> tail) {
        var all = new ArrayList<>(archived);
        for (var row : tail) {
            var seq = row.seq();
            // Only the very same entry is the same one; any other stands where it must not, and is for others to judge.
            var twice = seq > 0
                    && seq <= archived.size()
                    && archived.get((int) seq - 1).equals(row);
            if (!twice) all.add(row);
        }
        return all;
    }
}
