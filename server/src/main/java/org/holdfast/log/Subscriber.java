package org.holdfast.log;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.holdfast.live.Subscription;
import org.jspecify.annotations.Nullable;

/// The connection that listens. After each reconnection it subscribes to everything again and tells each listener so:
/// what was published meanwhile is lost.
final class Subscriber {
    /// A listening connection is silent by nature, so it is asked now and then whether it still stands.
    static final Duration PING_EVERY = Duration.ofSeconds(2);

    private record Listener(Consumer<String> heard, Runnable started) {}

    private final Vertx vertx;
    private final Lane lane;
    private final Map<String, List<Listener>> channels = new HashMap<>();
    private @Nullable RedisConnection connection;
    private final long pinging;

    Subscriber(Vertx vertx, RedisOptions options) {
        this.vertx = vertx;
        this.lane = new Lane(vertx, options, this::attached);
        this.pinging = vertx.setPeriodic(PING_EVERY.toMillis(), timer -> {
            if (lane.connected()) lane.send(Request.cmd(Command.PING));
        });
    }

    Lane lane() {
        return lane;
    }

    Subscription subscribe(String channel, Consumer<String> heard, Runnable started) {
        var listener = new Listener(heard, started);
        synchronized (this) {
            channels.computeIfAbsent(channel, name -> new ArrayList<>()).add(listener);
            // Also when others listen already: the acknowledgement is what starts the new one.
            if (connection != null)
                connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel));
        }
        return () -> unsubscribe(channel, listener);
    }

    private synchronized void unsubscribe(String channel, Listener listener) {
        var listeners = channels.get(channel);
        if (listeners == null || !listeners.remove(listener) || !listeners.isEmpty()) return;
        channels.remove(channel);
        if (connection != null) connection.send(Request.cmd(Command.UNSUBSCRIBE).arg(channel));
    }

    private synchronized void attached(RedisConnection made) {
        made.handler(this::received);
        connection = made;
        if (channels.isEmpty()) return;
        var all = Request.cmd(Command.SUBSCRIBE);
        channels.keySet().forEach(all::arg);
        made.send(all);
    }

    private void received(@Nullable Response push) {
        // The answer to a ping comes this way too, and is no array.
        if (push == null || push.type() != ResponseType.PUSH && push.type() != ResponseType.MULTI) return;
        if (push.size() < 3) return;
        var channel = push.get(1).toString();
        List<Listener> listeners;
        synchronized (this) {
            listeners = List.copyOf(channels.getOrDefault(channel, List.of()));
        }
        switch (push.get(0).toString()) {
            case "message" ->
                listeners.forEach(each -> each.heard().accept(push.get(2).toString()));
            case "subscribe" -> listeners.forEach(each -> each.started().run());
            default -> {}
        }
    }

    void close() {
        vertx.cancelTimer(pinging);
        lane.close();
    }
}
