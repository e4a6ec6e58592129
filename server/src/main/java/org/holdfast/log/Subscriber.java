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
    /// A listening connection is silent by nature, so it is asked now and then whether it still stands. Not by a ping:
    /// Vert.x takes a message that comes just before the pong for the answer. Subscribing to this once more is
    /// acknowledged like any message.
    private static final String PULSE = "pulse";

    static final Duration PULSE_EVERY = Duration.ofSeconds(2);
    static final int MOST_UNANSWERED = 2;

    private record Listener(Consumer<String> heard, Runnable started) {}

    private final Vertx vertx;
    private final Lane lane;
    private final Map<String, List<Listener>> channels = new HashMap<>();
    private @Nullable RedisConnection connection;
    private final long pulsing;
    private int unanswered;

    Subscriber(Vertx vertx, RedisOptions options) {
        this.vertx = vertx;
        this.lane = new Lane(vertx, options, this::attached);
        this.pulsing = vertx.setPeriodic(PULSE_EVERY.toMillis(), timer -> pulse());
    }

    private void pulse() {
        if (!lane.connected()) return;
        synchronized (this) {
            if (connection != null && unanswered++ < MOST_UNANSWERED) {
                connection.send(Request.cmd(Command.SUBSCRIBE).arg(PULSE));
                return;
            }
        }
        lane.giveUp();
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
        unanswered = 0;
        if (channels.isEmpty()) return;
        var all = Request.cmd(Command.SUBSCRIBE);
        channels.keySet().forEach(all::arg);
        made.send(all);
    }

    private void received(@Nullable Response push) {
        if (push == null || push.type() != ResponseType.PUSH || push.size() < 3) return;
        var channel = push.get(1).toString();
        List<Listener> listeners;
        synchronized (this) {
            if (channel.equals(PULSE)) unanswered = 0;
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
        vertx.cancelTimer(pulsing);
        lane.close();
    }
}
