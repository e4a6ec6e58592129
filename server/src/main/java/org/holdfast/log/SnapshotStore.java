package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.regex.Pattern;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.SnapshotCodec.Kept;
import org.holdfast.sealing.Mac;
import org.jspecify.annotations.Nullable;

/// The last snapshot of each log, as a hash beside its stream. It is written whole by one command, so no crash leaves
/// half of one; of two that are written at once either is right.
final class SnapshotStore {
    private static final String FORM = "form";
    private static final String SEQ = "seq";
    private static final String MAC = "mac";
    private static final String SEALED = "sealed";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final RedisConnections redis;

    SnapshotStore(RedisConnections redis) {
        this.redis = redis;
    }

    Future<Void> keep(LogId log, Kept kept) {
        var key = Names.snapshot(log);
        var set = Request.cmd(Command.HSET)
                .arg(key)
                .arg(FORM)
                .arg(kept.form())
                .arg(SEQ)
                .arg(kept.head().seq())
                .arg(MAC)
                .arg(kept.head().mac().value())
                .arg(SEALED)
                .arg(kept.sealed());
        return redis.send(key, set).mapEmpty();
    }

    /// Null when there is none, or nothing that looks like one.
    Future<@Nullable Kept> of(LogId log) {
        var key = Names.snapshot(log);
        var get =
                Request.cmd(Command.HMGET).arg(key).arg(FORM).arg(SEQ).arg(MAC).arg(SEALED);
        return redis.send(key, get).map(SnapshotStore::kept).recover(SnapshotStore::otherwise);
    }

    private static @Nullable Kept kept(@Nullable Response fields) {
        if (fields == null || fields.size() != 4) return null;
        var form = number(fields.get(0));
        var seq = number(fields.get(1));
        if (form == 0 || form > Integer.MAX_VALUE || seq == 0 || fields.get(2) == null || fields.get(3) == null) {
            return null;
        }
        var head = new Head(seq, new Mac(fields.get(2).toString()));
        return new Kept((int) form, head, fields.get(3).toBytes());
    }

    private static long number(@Nullable Response field) {
        return field != null && NUMBER.matcher(field.toString()).matches() ? field.toLong() : 0;
    }

    /// Something else under this name is no snapshot of ours.
    private static Future<@Nullable Kept> otherwise(Throwable cause) {
        return Lane.answered(cause) ? Future.succeededFuture(null) : Future.failedFuture(cause);
    }

    Future<Void> drop(LogId log) {
        var key = Names.snapshot(log);
        return redis.send(key, Request.cmd(Command.DEL).arg(key)).mapEmpty();
    }
}
