package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what is due. What fails comes up again, here or on another node: actions must bear repeating.
public final class DueRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);

    static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    static final Duration HOLD = Duration.ofSeconds(10);
    static final int MOST_AT_ONCE = 32;

    private final Due due;
    private final Map<String, Function<LogId, Future<?>>> actions;
    private final Live live;
    private boolean underWay;

    /// @param actions by kind of item, called on the live context
    public DueRunner(Due due, Map<String, Function<LogId, Future<?>>> actions, Live live) {
        this.due = due;
        this.actions = Map.copyOf(actions);
        this.live = live;
    }

    public void start() {
        live.context().runOnContext(nothing -> live.timers().every(LOOK_EVERY, this::look));
    }

    Future<Void> look() {
        if (underWay) return Future.succeededFuture();
        underWay = true;
        return due.claim(live.clock().instant(), HOLD, MOST_AT_ONCE)
                .compose(claimed -> Future.join(claimed.stream().map(this::run).toList()))
                .onComplete(answer -> underWay = false)
                .onFailure(cause -> LOG.debug("Not all that is due was done", cause))
                .mapEmpty();
    }

    private Future<?> run(Due.Claimed claimed) {
        var item = claimed.item();
        var action = actions.get(item.kind());
        if (action == null) {
            // Written by a newer version: left for a node that knows it.
            return Future.failedFuture("Nobody here knows what is due as " + item.kind());
        }
        try {
            return action.apply(item.log()).compose(done -> due.done(claimed));
        } catch (RuntimeException fault) {
            LOG.error("{} of {} failed", item.kind(), item.log(), fault);
            return Future.failedFuture(fault);
        }
    }
}
