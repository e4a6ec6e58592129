package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Mac;

/// Whether one entry stands in the stream of a log as it was written there. It says nothing of those before.
final class Standing {
    private final RedisConnections redis;
    private final Chains chains;

    Standing(RedisConnections redis, Chains chains) {
        this.redis = redis;
        this.chains = chains;
    }

    Future<Boolean> holds(LogId log, Head head) {
        var both = Request.cmd(Command.XRANGE)
                .arg(Names.stream(log))
                .arg(head.seq() - 1 + "-0")
                .arg(head.seq() + "-0");
        return redis.send(Names.stream(log), both).map(response -> {
            var rows = Stored.all(response);
            if (rows.size() != (head.seq() == 1 ? 1 : 2)) return false;
            var row = rows.getLast();
            var before = head.seq() == 1 ? Mac.NONE : rows.getFirst().mac();
            return row.seq() == head.seq()
                    && row.mac().equals(head.mac())
                    && chains.of(log).holds(before, row.link(head.seq()), row.mac());
        });
    }
}
