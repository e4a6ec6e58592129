package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.sealing.SignedHead;

/// Signed heads as one stream for all logs, in the order in which they were signed.
public final class RedisSignedHeads {
    static final int PAGE = 500;

    /// Once for each log, entry and reason: two nodes that sign the same leave one head.
    private static final Script ADD = new Script("""
            if redis.call('SADD', KEYS[2], ARGV[1]) == 0 then return 0 end
            redis.call('XADD', KEYS[1], '*', 'head', ARGV[2])
            return 1
            """);

    private final RedisConnections redis;

    public RedisSignedHeads(RedisConnections redis) {
        this.redis = redis;
    }

    /// @param id where it stands in the stream
    record Line(String id, String text) {}

    public Future<Void> add(SignedHead head) {
        return ADD.run(redis, List.of(Names.SIGNED, Names.SIGNED_NAMES), List.of(head.name(), head.line()))
                .mapEmpty();
    }

    /// Whether one of this name stands there.
    Future<Boolean> has(String name) {
        var ask = Request.cmd(Command.SISMEMBER).arg(Names.SIGNED_NAMES).arg(name);
        return redis.send(Names.SIGNED, ask).map(answer -> answer != null && answer.toInteger() == 1);
    }

    /// The next of them, at most [#PAGE].
    ///
    /// @param id of the last one that is known; `0` at first
    Future<List<Line>> after(String id) {
        var page = Request.cmd(Command.XRANGE)
                .arg(Names.SIGNED)
                .arg("(" + id)
                .arg("+")
                .arg("COUNT")
                .arg(PAGE);
        return redis.send(Names.SIGNED, page).map(rows -> {
            var lines = new ArrayList<Line>();
            if (rows == null) return lines;
            for (var row : rows) {
                var fields = row.get(1);
                lines.add(new Line(
                        row.get(0).toString(), fields.get(fields.size() - 1).toString()));
            }
            return lines;
        });
    }

    /// All lines as they stand, not yet believed.
    public Future<List<String>> lines() {
        return lines("0", new ArrayList<>());
    }

    private Future<List<String>> lines(String id, List<String> all) {
        return after(id).compose(page -> {
            page.forEach(line -> all.add(line.text()));
            return page.size() < PAGE
                    ? Future.succeededFuture(all)
                    : lines(page.getLast().id(), all);
        });
    }
}
