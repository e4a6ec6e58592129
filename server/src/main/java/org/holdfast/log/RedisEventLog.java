package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.EventLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Subscription;
import org.holdfast.live.Written;
import org.holdfast.log.Archive.Opened;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Keyring;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Logs as Redis Streams: one stream a log, the entry at place 7 has the id `7-0`.
public final class RedisEventLog<E> implements EventLog<E> {
    static final int PAGE = 500;

    /// XADD alone is half a lock: it accepts gaps, and a transaction would keep later commands when it is refused. So
    /// one script looks at the last entry, or at where the archive ends when the stream is empty, and appends and
    /// publishes only onto the very one that was chained to.
    private static final Script APPEND = new Script("""
            local last, mac = 0, ''
            local top = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
            if top then
              last = tonumber(string.match(top[1], '^(%d+)%-0$'))
              if not last then return {'forked', 0} end
              for i = 1, #top[2], 2 do
                if top[2][i] == 'mac' then mac = top[2][i + 1] end
              end
            else
              local archived = redis.call('HGET', KEYS[2], 'end')
              if archived then
                last, mac = string.match(archived, '^(%d+) (.*)$')
                last = tonumber(last)
                if not last then return {'forked', 0} end
              end
            end
            local seq = tonumber(ARGV[2])
            if last >= seq then return {'behind', last} end
            if last < seq - 1 then return {'ahead', last} end
            if mac ~= ARGV[3] then return {'forked', last} end
            local added = redis.pcall('XADD', KEYS[1], ARGV[2] .. '-0',
              'at', ARGV[4], 'by', ARGV[5], 'cmd', ARGV[6], 'ev', ARGV[7], 'mac', ARGV[8])
            if type(added) == 'table' and added.err then
              -- The stream remembers a later entry than the last one it holds: its end was deleted.
              if string.find(added.err, 'equal or smaller', 1, true) then return {'ahead', last} end
              return added
            end
            redis.call('PUBLISH', ARGV[1], ARGV[2])
            return {'written', seq}
            """);

    private final RedisConnections redis;
    private final Chains chains;
    private final EntryCodec<E> codec;
    private final Heads heads;
    private final RedisArchive archive;

    public RedisEventLog(RedisConnections redis, SealedJson<E> json, MasterKey master, Keyring keyring) {
        this(redis, json, master, keyring, Heads.NONE);
    }

    /// @param heads where the head is anchored after each append
    public RedisEventLog(RedisConnections redis, SealedJson<E> json, MasterKey master, Keyring keyring, Heads heads) {
        this.redis = redis;
        this.chains = new Chains(master);
        this.codec = new EntryCodec<>(json, keyring);
        this.heads = heads;
        this.archive = new RedisArchive(redis, master);
    }

    @Override
    public Future<Appended> append(LogId log, Entry<E> entry, Mac previous) {
        return codec.write(log, entry)
                .compose(link -> append(log, link, previous))
                .onSuccess(answer -> {
                    if (answer instanceof Appended.Written(var mac)) heads.note(log, new Head(entry.seq(), mac));
                })
                .recover(cause -> Future.succeededFuture(new Appended.Unknown(cause)));
    }

    private Future<Appended> append(LogId log, Link link, Mac previous) {
        var mac = chains.of(log).next(previous, link);
        var arguments = List.of(
                Names.hints(log),
                Long.toString(link.seq()),
                previous.value(),
                link.at(),
                link.by(),
                link.command(),
                link.events(),
                mac.value());
        return APPEND.ask(redis, List.of(Names.stream(log), Names.archive(log)), arguments)
                .map(answer -> appended(answer, mac));
    }

    private static Appended appended(@Nullable Response answer, Mac mac) {
        var word = answer == null ? "" : answer.get(0).toString();
        return switch (word) {
            case "written" -> new Appended.Written(mac);
            case "behind" -> new Appended.Behind();
            case "ahead" ->
                new Appended.Ahead(answer == null ? 0 : answer.get(1).toLong());
            case "forked" -> new Appended.Forked();
            default -> new Appended.Unknown(new IllegalStateException("The append script answered " + word));
        };
    }

    @Override
    public Future<List<Written<E>>> read(LogId log, Head known) {
        var chain = chains.of(log);
        if (known.seq() > 0) return read(log, chain, known, new ArrayList<>());
        // Read from its start, as by a node that knows nothing yet: only an anchor tells it that the end is missing.
        var anchoring = heads.of(log);
        return read(log, chain, known, new ArrayList<>())
                .compose(all -> anchoring.compose(anchored -> {
                    if (end(all).seq() >= anchored.seq()) return Future.succeededFuture(all);
                    // Asked for together, the anchor may be of an entry that came after the reading.
                    return read(log, chain, end(all), all).compose(_ -> reaches(anchored, all));
                }));
    }

    private static <E> Future<List<Written<E>>> reaches(Head anchored, List<Written<E>> all) {
        var end = end(all).seq();
        return end >= anchored.seq()
                ? Future.succeededFuture(all)
                : Future.failedFuture(new DamagedLog(
                        "The store ends at entry " + end + ", but entry " + anchored.seq() + " was acknowledged."));
    }

    private static <E> Head end(List<Written<E>> all) {
        return all.isEmpty() ? Head.EMPTY : all.getLast().head();
    }

    private Future<List<Written<E>>> read(LogId log, Chain chain, Head known, List<Written<E>> all) {
        var page = Request.cmd(Command.XRANGE)
                .arg(Names.stream(log))
                .arg("(" + known.seq() + "-0")
                .arg("+")
                .arg("COUNT")
                .arg(PAGE);
        return redis.send(Names.stream(log), page).compose(response -> {
            var rows = Stored.all(response);
            if (rows.isEmpty() || rows.getFirst().seq() != known.seq() + 1) {
                return archived(log, chain, known, all, rows);
            }
            return decode(log, chain, known, rows).compose(written -> {
                all.addAll(written);
                return rows.size() < PAGE
                        ? Future.succeededFuture(all)
                        : read(log, chain, written.getLast().head(), all);
            });
        });
    }

    /// What does not follow in the stream may have moved into the archive, even since the page before.
    private Future<List<Written<E>>> archived(
            LogId log, Chain chain, Head known, List<Written<E>> all, List<Stored> rows) {
        return archive.end(log).compose(end -> {
            if (end.seq() <= known.seq()) {
                return decode(log, chain, known, rows).map(written -> all);
            }
            return archive.open(log).compose(opened -> switch (opened) {
                case Opened.Harmed harmed -> Future.failedFuture(new DamagedLog(harmed.sentence()));
                case Opened.Entries(var entries, var last) ->
                    decode(log, chain, known, entries.subList((int) known.seq(), entries.size()))
                            .compose(written -> {
                                all.addAll(written);
                                return read(log, chain, last, all);
                            });
            });
        });
    }

    private Future<List<Written<E>>> decode(LogId log, Chain chain, Head known, List<Stored> rows) {
        var links = new ArrayList<Link>();
        var before = known;
        for (var row : rows) {
            var seq = before.seq() + 1;
            if (row.seq() != seq) {
                return Future.failedFuture(new DamagedLog("Entry " + seq + " is missing, " + row.id() + " follows."));
            }
            var link = row.link(seq);
            if (!chain.holds(before.mac(), link, row.mac())) {
                return Future.failedFuture(new DamagedLog("Entry " + seq + " is not what was written there."));
            }
            links.add(link);
            before = new Head(seq, row.mac());
        }
        return codec.read(log, links).map(entries -> {
            var written = new ArrayList<Written<E>>();
            for (var i = 0; i < entries.size(); i++) {
                written.add(new Written<>(entries.get(i), rows.get(i).mac()));
            }
            return written;
        });
    }

    @Override
    public Future<Head> head(LogId log) {
        var last = Request.cmd(Command.XREVRANGE)
                .arg(Names.stream(log))
                .arg("+")
                .arg("-")
                .arg("COUNT")
                .arg(1);
        return redis.send(Names.stream(log), last).compose(response -> {
            var rows = Stored.all(response);
            return rows.isEmpty()
                    ? archive.end(log)
                    : Future.succeededFuture(
                            new Head(rows.getFirst().seq(), rows.getFirst().mac()));
        });
    }

    @Override
    public Future<Map<LogId, Head>> ends(List<LogId> logs) {
        return StreamEnds.of(redis, logs);
    }

    @Override
    public Subscription hints(LogId log, LongConsumer heard) {
        return redis.subscribe(Names.hints(log), seq -> heard.accept(Long.parseLong(seq)), () -> heard.accept(0));
    }
}
