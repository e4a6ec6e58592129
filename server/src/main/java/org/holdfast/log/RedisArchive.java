package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.Archive.Found;
import org.holdfast.log.Archive.Opened;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Archives as hashes beside the streams: a field for each part, named by its places, and one that notes where all of
/// it ends, so that the next entry is chained on without opening anything.
final class RedisArchive {
    static final String END = "end";

    private static final Pattern NOTED = Pattern.compile("([1-9]\\d{0,17}) ([\\w-]*)");
    private static final Pattern PLACES = Pattern.compile("([1-9]\\d{0,17})-([1-9]\\d{0,17})");

    /// All in one step: the stream is emptied only if it ends where the stored part ends and the part follows what was
    /// archived before. The stream is never deleted, since only so it remembers its last id.
    private static final Script STORE = new Script("""
            local ended = redis.call('HGET', KEYS[2], 'end') or ''
            local top = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
            if ended == ARGV[2] and not top then return 'already' end
            if ended ~= ARGV[1] or not top then return 'moved' end
            if redis.call('XLEN', KEYS[1]) ~= tonumber(ARGV[4]) then return 'moved' end
            local mac = ''
            for i = 1, #top[2], 2 do
              if top[2][i] == 'mac' then mac = top[2][i + 1] end
            end
            if top[1] .. ' ' .. mac ~= string.gsub(ARGV[2], ' ', '-0 ', 1) then return 'moved' end
            redis.call('HSET', KEYS[2], ARGV[3], ARGV[5], 'end', ARGV[2])
            redis.call('XTRIM', KEYS[1], 'MAXLEN', '=', 0)
            return 'stored'
            """);

    private final RedisConnections redis;
    private final MasterKey master;

    RedisArchive(RedisConnections redis, MasterKey master) {
        this.redis = redis;
        this.master = master;
    }

    /// Where the archive ends, as noted; [Head#EMPTY] when there is none.
    Future<Head> end(LogId log) {
        var key = Names.archive(log);
        return redis.send(key, Request.cmd(Command.HGET).arg(key).arg(END)).map(noted -> {
            if (noted == null) return Head.EMPTY;
            var end = end(noted);
            if (end == null) throw new DamagedLog("The note of where the archive of " + log + " ends was altered.");
            return end;
        });
    }

    Future<Opened> open(LogId log) {
        var key = Names.archive(log);
        return redis.send(key, Request.cmd(Command.HGETALL).arg(key))
                .map(fields -> new Archive(master, log).open(found(fields)))
                // Something else under this name is no archive of ours, and no reason to check nothing else either.
                .recover(cause -> cause instanceof ErrorType error && error.is("WRONGTYPE")
                        ? Future.succeededFuture(new Opened.Harmed(1, 1, ArchiveHarm.INSERTED))
                        : Future.failedFuture(cause));
    }

    private static Found found(@Nullable Response fields) {
        if (fields == null || fields.size() == 0) return Found.NOTHING;
        var noted = fields.get(END);
        var parts = new ArrayList<ArchivePart>();
        for (var name : fields.getKeys()) {
            if (name.equals(END)) continue;
            var places = PLACES.matcher(name);
            parts.add(
                    places.matches()
                            ? new ArchivePart(
                                    Long.parseLong(places.group(1)),
                                    Long.parseLong(places.group(2)),
                                    fields.get(name).toBytes())
                            // Nothing of ours: it follows nothing and is named as what it is.
                            : new ArchivePart(0, 0, new byte[0]));
        }
        return new Found(noted == null ? null : end(noted), parts);
    }

    private static @Nullable Head end(Response noted) {
        var matcher = NOTED.matcher(noted.toString());
        return matcher.matches() ? new Head(Long.parseLong(matcher.group(1)), new Mac(matcher.group(2))) : null;
    }

    enum Answer {
        STORED,
        /// By this node before, when the answer was lost, or by another.
        ALREADY,
        /// Something was appended or archived since the part was made.
        MOVED
    }

    Future<Answer> store(LogId log, Head before, Head end, ArchivePart part) {
        var arguments = List.of(
                before.seq() == 0 ? "" : noted(before),
                noted(end),
                part.first() + "-" + part.last(),
                Long.toString(part.last() - part.first() + 1));
        return STORE.run(redis, List.of(Names.stream(log), Names.archive(log)), arguments, part.sealed())
                .map(answer -> switch (answer == null ? "" : answer.toString()) {
                    case "stored" -> Answer.STORED;
                    case "already" -> Answer.ALREADY;
                    case "moved" -> Answer.MOVED;
                    default -> throw new IllegalStateException("The archive script answered " + answer);
                });
    }

    private static String noted(Head head) {
        return head.seq() + " " + head.mac().value();
    }
}
