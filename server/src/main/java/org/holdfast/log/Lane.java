package org.holdfast.log;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One long-lived connection that comes back by itself. Many commands are in flight on it; when it breaks they all
/// fail, and whether they were carried out is unknown.
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /// A command without an answer for so long takes the connection down with it: half-open ones never recover.
    static final Duration DEADLINE = Duration.ofSeconds(5);

    static final Duration CONNECT_DEADLINE = Duration.ofSeconds(3);
    static final long SHORTEST_BACKOFF_MS = 20;
    static final long LONGEST_BACKOFF_MS = 500;

    static final long LOOK_EVERY_MS = 250;

    private record Question(RedisConnection on, Promise<@Nullable Response> answer, long until) {}

    private final Vertx vertx;
    /// Where the connection lives, so that a question is written and its answer read without another errand.
    private final Context loop;
    private final RedisOptions options;
    private final Consumer<RedisConnection> attached;
    /// In the order they were asked, which is the order they are answered in.
    private final Queue<Question> unanswered = new ConcurrentLinkedQueue<>();
    private final long looking;
    private @Nullable Redis client;
    private volatile @Nullable RedisConnection connection;
    private int failures;
    private boolean closed;

    Lane(Vertx vertx, RedisOptions options, Consumer<RedisConnection> attached) {
        this.vertx = vertx;
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        // A client for each connection, since only closing the client closes the socket for certain.
        this.options = new RedisOptions(options).setMaxPoolSize(1).setMaxPoolWaiting(1);
        this.attached = attached;
        this.looking = vertx.setPeriodic(LOOK_EVERY_MS, _ -> look());
    }

    /// Completes with the first attempt; later ones are made whatever became of it.
    synchronized Future<Void> connect() {
        if (closed) return Future.failedFuture(new NotConnected());
        var attempt = Redis.createClient(vertx, options);
        client = attempt;
        var connecting = Promise.<RedisConnection>promise();
        loop.runOnContext(_ -> attempt.connect().onComplete(connecting));
        return connecting
                .future()
                .timeout(CONNECT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(made -> attach(attempt, made))
                .onFailure(cause -> {
                    LOG.debug("Redis cannot be reached", cause);
                    again(attempt);
                })
                .mapEmpty();
    }

    private void attach(Redis attempt, RedisConnection made) {
        synchronized (this) {
            if (client != attempt) return;
            failures = 0;
            connection = made;
        }
        made.endHandler(ended -> broken(made));
        made.exceptionHandler(cause -> broken(made));
        attached.accept(made);
    }

    /// Whatever becomes of the connection, there will be an answer. It arrives on the lane's event loop.
    Future<@Nullable Response> send(Request request) {
        var current = connection;
        if (current == null) return Future.failedFuture(new NotConnected());
        var until = System.nanoTime() + DEADLINE.toNanos();
        var question = new Question(current, Promise.promise(), until);
        unanswered.add(question);
        loop.runOnContext(_ -> current.send(request).onComplete(answer -> answered(question, answer)));
        return question.answer().future();
    }

    private void answered(Question question, AsyncResult<@Nullable Response> answer) {
        unanswered.remove(question);
        if (answer.succeeded()) {
            question.answer().tryComplete(answer.result());
        } else {
            question.answer().tryFail(answer.cause());
            if (!answered(answer.cause())) broken(question.on());
        }
    }

    /// One look at the oldest instead of a timer for each question.
    private void look() {
        var current = connection;
        if (current != null) {
            var oldest = unanswered.peek();
            if (oldest != null && oldest.on() == current && oldest.until() - System.nanoTime() < 0) broken(current);
        }
        // Also those that were asked on a connection just as it was given up.
        leaveUnanswered();
    }

    /// What was asked on a connection that is not this lane's any more: nobody knows what became of it.
    private void leaveUnanswered() {
        for (var question : unanswered) {
            if (question.on() == connection) continue;
            unanswered.remove(question);
            question.answer().tryFail(new NotAnswered());
        }
    }

    /// For whoever notices in another way that nothing answers any more.
    void giveUp() {
        var current = connection;
        if (current != null) broken(current);
    }

    boolean connected() {
        return connection != null;
    }

    /// An error that Redis itself replied, as opposed to no reply.
    static boolean answered(Throwable cause) {
        return cause instanceof ErrorType error && !error.is("CONNECTION_CLOSED");
    }

    private void broken(RedisConnection which) {
        Redis old;
        synchronized (this) {
            if (connection != which) return;
            connection = null;
            old = client;
        }
        leaveUnanswered();
        if (old != null) again(old);
    }

    private void again(Redis attempt) {
        long backoff;
        synchronized (this) {
            if (client != attempt) return;
            client = null;
            var longest = Math.min(LONGEST_BACKOFF_MS, SHORTEST_BACKOFF_MS << Math.min(failures++, 10));
            // Half of it at random, so that nodes and lanes do not come back all at once.
            backoff = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        }
        attempt.close();
        vertx.setTimer(Math.max(1, backoff), timer -> connect());
    }

    void close() {
        vertx.cancelTimer(looking);
        Redis old;
        synchronized (this) {
            closed = true;
            connection = null;
            old = client;
            client = null;
        }
        leaveUnanswered();
        if (old != null) old.close();
    }
}
