package org.holdfast.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.holdfast.live.Subscription;
import org.jspecify.annotations.Nullable;

/// The few connections of a node to one Redis. A pool would refuse or queue under load; on these, thousands of commands
/// are in flight at once and Redis commits them together.
public final class RedisConnections {
    public static final int MOST = 4;
    /// Commands in flight on one connection; beyond it they fail at once.
    public static final int IN_FLIGHT = 16_384;

    private final List<Lane> lanes = new ArrayList<>();
    private final Subscriber subscriber;
    private final AtomicInteger turn = new AtomicInteger();

    private RedisConnections(Vertx vertx, String url, int count) {
        if (count < 1 || count > MOST) throw new IllegalArgumentException("1 to " + MOST + " connections");
        var options = new RedisOptions()
                .setConnectionString(url)
                .setMaxWaitingHandlers(IN_FLIGHT)
                // Pushed messages must never be taken for answers.
                .setPreferredProtocolVersion(ProtocolVersion.RESP3);
        options.getNetClientOptions().setTcpKeepAlive(true).setTcpNoDelay(true);
        IntStream.range(0, count).forEach(n -> lanes.add(new Lane(vertx, options, made -> {})));
        subscriber = new Subscriber(vertx, options);
    }

    /// Fails when Redis cannot be reached now; once connected, it comes back by itself for ever.
    public static Future<RedisConnections> connect(Vertx vertx, String url, int count) {
        var connections = new RedisConnections(vertx, url, count);
        var all = new ArrayList<Future<Void>>();
        connections.lanes.forEach(lane -> all.add(lane.connect()));
        all.add(connections.subscriber.lane().connect());
        return Future.all(all).map(connections).onFailure(cause -> connections.close());
    }

    /// Fails with [NotConnected] when it was not sent; with an error of Redis when that was the answer; with anything
    /// else when it is unknown what became of it.
    public Future<@Nullable Response> send(Request request) {
        return onContextOfAsker(
                lanes.get(Math.floorMod(turn.getAndIncrement(), lanes.size())).send(request));
    }

    /// Commands about the same subject arrive in the order they were sent.
    public Future<@Nullable Response> send(String subject, Request request) {
        return onContextOfAsker(ask(subject, request));
    }

    /// As [#send], for whoever waits for it and nothing else: the answer arrives on an event loop, without an errand to
    /// where it was asked.
    Future<@Nullable Response> ask(String subject, Request request) {
        return lanes.get(Math.floorMod(subject.hashCode(), lanes.size())).send(request);
    }

    /// One errand to where it was asked, however many answers are in it.
    static <T extends @Nullable Object> Future<T> onContextOfAsker(Future<T> answer) {
        if (!(Vertx.currentContext() instanceof ContextInternal asker)) return answer;
        var there = asker.<T>promise();
        answer.onComplete(there);
        return there.future();
    }

    /// `started` is called at first and after every reconnection; on any thread.
    public Subscription subscribe(String channel, Consumer<String> heard, Runnable started) {
        return subscriber.subscribe(channel, heard, started);
    }

    public boolean connected() {
        return lanes.stream().allMatch(Lane::connected);
    }

    public void close() {
        lanes.forEach(Lane::close);
        subscriber.close();
    }
}
