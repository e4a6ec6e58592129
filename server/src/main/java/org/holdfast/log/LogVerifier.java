package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.Archive.Opened;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Says of a log whether it is what was written. Reads only; needs the master key, but no data key.
public final class LogVerifier {
    private static final int SCAN_COUNT = 1000;

    private final RedisConnections redis;
    private final MasterKey master;
    private final Heads heads;
    private final ArchivedEntries stored;

    public LogVerifier(RedisConnections redis, MasterKey master, Heads heads) {
        this.redis = redis;
        this.master = master;
        this.heads = heads;
        this.stored = new ArchivedEntries(redis, master);
    }

    public Future<Verdict> verify(LogId log) {
        // The anchor first: entries that come while we read are then no concern.
        return heads.of(log)
                .map(Optional::of)
                .recover(cause -> cause instanceof DamagedLog
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(cause))
                .compose(anchored -> anchored.isPresent()
                        ? verify(log, anchored.get())
                        : Future.succeededFuture(new Verdict.AnchorAltered(log)));
    }

    private Future<Verdict> verify(LogId log, Head anchored) {
        return lastEver(log)
                .compose(lastEver -> stored.read(log).map(read -> switch (read) {
                    case Opened.Entries(var rows, var _) ->
                        new ChainWalk(log, new Chain(master, log.toString()), rows).verdict(anchored, lastEver);
                    case Opened.Harmed(var first, var last, var harm) ->
                        new Verdict.ArchiveBroken(log, first, last, harm);
                }));
    }

    /// Every log that stands in this Redis, in order of name; also one of which only an archive is left.
    public Future<List<LogId>> logs() {
        return scan("log:", "0", new TreeSet<>())
                .compose(names -> scan("archive:", "0", names))
                .map(names -> {
                    var logs = new ArrayList<LogId>();
                    for (var name : names) {
                        try {
                            logs.add(LogId.parse(name));
                        } catch (IllegalArgumentException stranger) {
                            // Nothing of ours bears such a name.
                        }
                    }
                    return logs;
                });
    }

    private Future<TreeSet<String>> scan(String kind, String cursor, TreeSet<String> names) {
        var scan = Request.cmd(Command.SCAN).arg(cursor).arg("MATCH").arg(kind + "{*}");
        return redis.send(scan.arg("COUNT").arg(SCAN_COUNT)).compose(page -> {
            if (page == null) return Future.succeededFuture(names);
            page.get(1).forEach(key -> {
                var name = key.toString();
                names.add(name.substring(kind.length() + 1, name.length() - 1));
            });
            var next = page.get(0).toString();
            return next.equals("0") ? Future.succeededFuture(names) : scan(kind, next, names);
        });
    }

    /// A stream remembers its last id even when that entry was deleted or archived; only deleting the whole stream
    /// forgets it.
    private Future<Long> lastEver(LogId log) {
        return redis.send(Request.cmd(Command.XINFO).arg("STREAM").arg(Names.stream(log)))
                .map(LogVerifier::lastId)
                .recover(cause -> Lane.answered(cause) ? Future.succeededFuture(0L) : Future.failedFuture(cause));
    }

    private static long lastId(@Nullable Response info) {
        var id = info == null ? null : info.get("last-generated-id");
        if (id == null) return 0;
        var text = id.toString();
        return Long.parseLong(text.substring(0, text.indexOf('-')));
    }
}
