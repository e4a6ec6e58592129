package org.holdfast.media;

import static io.vertx.redis.client.Command.PUBLISH;
import static io.vertx.redis.client.Command.SUBSCRIBE;
import static io.vertx.redis.client.Request.cmd;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Messages from node to node by pub/sub: what is lost while Redis is away is lost, and the browsers ask again.
public final class NodeChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeChannel.class);
    static final Duration TRY_AGAIN = Duration.ofMillis(100);

    private final Vertx vertx;
    private final String node;
    private final Redis publisher;
    private final Redis subscriber;
    private Consumer<String> receiver = _ -> {};
    private @Nullable RedisConnection connection;
    private boolean closed;

    private NodeChannel(Vertx vertx, String node, Redis publisher, Redis subscriber) {
        this.vertx = vertx;
        this.node = node;
        this.publisher = publisher;
        this.subscriber = subscriber;
    }

    /// @return the channel once it listens
    public static Future<NodeChannel> open(Vertx vertx, String node, Redis publisher, String redisAddress) {
        var options = new RedisOptions().setConnectionString(redisAddress).setMaxPoolSize(1);
        var channel = new NodeChannel(vertx, node, publisher, Redis.createClient(vertx, options));
        return channel.listen().map(channel);
    }

    /// Never fails.
    ///
    /// @return whether the other node listens and has it
    Future<Boolean> send(String toNode, String message) {
        return publisher
                .send(cmd(PUBLISH).arg(name(toNode)).arg(message))
                .onFailure(cause -> LOG.debug("A signal to {} was lost", toNode, cause))
                .map(heard -> heard.toInteger() > 0)
                .otherwise(false);
    }

    void onMessage(Consumer<String> next) {
        receiver = next;
    }

    private Future<Void> listen() {
        return subscriber.connect().compose(fresh -> {
            connection = fresh;
            fresh.handler(this::heard);
            fresh.exceptionHandler(_ -> again(fresh));
            fresh.endHandler(_ -> again(fresh));
            return fresh.send(cmd(SUBSCRIBE).arg(name(node))).mapEmpty();
        });
    }

    private synchronized void again(RedisConnection lost) {
        if (closed || connection != lost) return;
        connection = null;
        retry();
    }

    private void retry() {
        vertx.setTimer(TRY_AGAIN.toMillis(), _ -> {
            if (!closed) listen().onFailure(_ -> retry());
        });
    }

    private void heard(@Nullable Response push) {
        if (push == null || push.size() != 3 || !"message".equals(push.get(0).toString())) return;
        receiver.accept(push.get(2).toString());
    }

    @Override
    public synchronized void close() {
        closed = true;
        subscriber.close();
    }

    private static String name(String node) {
        return "signals:{node:" + node + "}";
    }
}
