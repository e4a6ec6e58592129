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
    /// Only forward: a slow node must not pull an anchor back.
    private static final Script ANCHOR = new Script("""
            local known = redis.call('HGET', KEYS[1], ARGV[1])
            if known and tonumber(string.match(known, '^(%d+) ')) >= tonumber(ARGV[2]) then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. ARGV[4])
            return 1
            """);

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
        var all = new ArrayList<Future<?>>();
        now.forEach((log, head) -> {
            var seal = anchoring.seal(log.toString(), head.seq(), head.mac());
            var arguments = List.of(
                    log.toString(), Long.toString(head.seq()), head.mac().value(), seal);
            // What could not be stored is noted again for the next time.
            all.add(ANCHOR.run(redis, Names.HEADS, arguments).onFailure(cause -> note(log, head)));
        });
        return Future.join(all).mapEmpty();
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
