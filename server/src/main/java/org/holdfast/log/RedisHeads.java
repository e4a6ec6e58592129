package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Anchoring;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;

/// Anchored heads as a hash, best in the Redis of the keyring: whoever can cut a log then cannot cut its anchor with
/// it.
public final class RedisHeads implements Heads {
    /// Only forward: a slow node must not pull an anchor back. One that was altered stays as it is, to be found.
    private static final Script ANCHOR = new Script("""
            for i = 1, #ARGV, 4 do
              local known = redis.call('HGET', KEYS[1], ARGV[i])
              local seq = known and tonumber(string.match(known, '^(%d+) '))
              if not known or (seq and seq < tonumber(ARGV[i + 1])) then
                redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1] .. ' ' .. ARGV[i + 2] .. ' ' .. ARGV[i + 3])
              end
            end
            return 1
            """);

    /// Logs whose heads are anchored in one go: so few that what is appended meanwhile does not feel it.
    private static final int AT_ONCE = 10;

    private final RedisConnections redis;
    private final Anchoring anchoring;
    private final Map<LogId, Head> noted = new HashMap<>();

    public RedisHeads(RedisConnections redis, MasterKey master) {
        this.redis = redis;
        this.anchoring = new Anchoring(master);
    }

    @Override
    public synchronized void note(LogId log, Head head) {
        noted.merge(log, head, (known, fresh) -> fresh.seq() > known.seq() ? fresh : known);
    }

    @Override
    public Future<Void> flush() {
        Map<LogId, Head> now;
        synchronized (this) {
            now = Map.copyOf(noted);
            noted.clear();
        }
        var logs = List.copyOf(now.keySet());
        Future<?> anchored = Future.succeededFuture();
        for (var from = 0; from < logs.size(); from += AT_ONCE) {
            var next = logs.subList(from, Math.min(from + AT_ONCE, logs.size()));
            var before = anchored;
            // Each part is tried, whatever became of those before.
            anchored = before.transform(_ -> anchor(next, now).compose(_ -> before));
        }
        return anchored.mapEmpty();
    }

    private Future<?> anchor(List<LogId> logs, Map<LogId, Head> heads) {
        var arguments = new ArrayList<String>();
        for (var log : logs) {
            var head = heads.getOrDefault(log, Head.EMPTY);
            var seal = anchoring.seal(log.toString(), head.seq(), head.mac());
            arguments.addAll(List.of(
                    log.toString(), Long.toString(head.seq()), head.mac().value(), seal));
        }
        // What could not be stored is noted again for the next time.
        return ANCHOR.run(redis, Names.HEADS, arguments)
                .onFailure(cause -> logs.forEach(log -> note(log, heads.getOrDefault(log, Head.EMPTY))));
    }

    @Override
    public Future<Head> of(LogId log) {
        var get = Request.cmd(Command.HGET).arg(Names.HEADS).arg(log.toString());
        return redis.send(Names.HEADS, get)
                .map(stored -> stored == null ? Head.EMPTY : believe(log, stored.toString()));
    }

    private Head believe(LogId log, String stored) {
        var parts = stored.split(" ", -1);
        if (parts.length == 3 && parts[0].matches("\\d{1,18}")) {
            var head = new Head(Long.parseLong(parts[0]), new Mac(parts[1]));
            if (anchoring.holds(log.toString(), head.seq(), head.mac(), parts[2])) return head;
        }
        throw new DamagedLog("The anchored head of " + log + " was altered.");
    }
}
