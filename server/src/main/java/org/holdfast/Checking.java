package org.holdfast;

import io.vertx.core.Future;
import java.util.List;
import java.util.TreeMap;
import org.holdfast.live.LogId;
import org.holdfast.log.ArchivedEntries;
import org.holdfast.log.KnownHeads;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.StoredEntries;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.MasterKey;

/// One log after the other against all that is known of it: its chain, its anchor, and what was signed.
final class Checking {
    private final LogVerifier chains;
    private final StoredEntries stored;
    private final KnownHeads known;

    Checking(RedisConnections redis, MasterKey master, KnownHeads known) {
        this.chains = new LogVerifier(redis, master, new RedisHeads(redis, master));
        this.stored = new ArchivedEntries(redis, master);
        this.known = known;
    }

    /// Those that stand there and those that were signed once: a log may have been deleted with its anchor.
    Future<List<LogId>> logs() {
        return chains.logs().map(standing -> {
            var all = new TreeMap<String, LogId>();
            standing.forEach(log -> all.put(log.toString(), log));
            known.logs().forEach(log -> all.put(log.toString(), log));
            return List.copyOf(all.values());
        });
    }

    Future<Verdict> verify(LogId log) {
        return chains.verify(log).compose(verdict -> {
            if (!(verdict instanceof Verdict.Sound) || !known.logs().contains(log))
                return Future.succeededFuture(verdict);
            return stored.of(log).map(rows -> {
                var difference = known.difference(log, rows);
                return difference == null ? verdict : difference;
            });
        });
    }

    StoredEntries stored() {
        return stored;
    }
}
