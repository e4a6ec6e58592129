package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.live.LogId;

/// The entries that stand in a log's stream, page by page.
public final class StreamEntries implements StoredEntries {
    private final RedisConnections redis;

    public StreamEntries(RedisConnections redis) {
        this.redis = redis;
    }

    @Override
    public Future<List<Stored>> of(LogId log) {
        return read(log, "-", new ArrayList<>());
    }

    private Future<List<Stored>> read(LogId log, String from, List<Stored> all) {
        var page = Request.cmd(Command.XRANGE)
                .arg(Names.stream(log))
                .arg(from)
                .arg("+")
                .arg("COUNT")
                .arg(RedisEventLog.PAGE);
        return redis.send(page).compose(response -> {
            var rows = Stored.all(response);
            all.addAll(rows);
            return rows.size() < RedisEventLog.PAGE
                    ? Future.succeededFuture(all)
                    : read(log, "(" + rows.getLast().id(), all);
        });
    }
}
