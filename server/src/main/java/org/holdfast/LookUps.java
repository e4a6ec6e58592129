package org.holdfast;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.util.List;
import org.holdfast.log.NotConnected;
import org.holdfast.log.RedisConnections;
import org.jspecify.annotations.Nullable;

/// Look-ups on the connections that the logs have. A pool of their own lends each connection for one question at a
/// time: when everybody comes at the full hour, all others wait, and the store is asked a few things at a time.
final class LookUps implements Redis {
    private volatile @Nullable RedisConnections connections;

    void over(RedisConnections made) {
        connections = made;
    }

    @Override
    public Future<Response> send(Request request) {
        var now = connections;
        return now == null ? away(null) : now.send(request).recover(LookUps::away);
    }

    /// One after the other, as they stand.
    @Override
    public Future<List<Response>> batch(List<Request> requests) {
        var now = connections;
        if (now == null) return away(null);
        var answers = requests.stream().map(each -> now.send("batch", each)).toList();
        return Future.all(answers)
                .map(_ -> answers.stream().map(Future::result).toList())
                .recover(LookUps::away);
    }

    /// As of any network that is not there.
    private static <T> Future<T> away(@Nullable Throwable cause) {
        return Future.failedFuture(
                cause == null || cause instanceof NotConnected ? new IOException("Redis is not connected") : cause);
    }

    @Override
    public Future<RedisConnection> connect() {
        return Future.failedFuture(new UnsupportedOperationException("Nobody has a connection for themself"));
    }

    /// Whoever made the connections closes them.
    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
