package org.holdfast.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/// Waiting, as something that is handed in: tests let time pass at will.
public interface Timers {
    Subscription after(Duration delay, Runnable action);

    Subscription every(Duration period, Runnable action);

    default Future<Void> pause(Duration length) {
        var promise = Promise.<Void>promise();
        after(length, promise::complete);
        return promise.future();
    }

    /// Actions run on the context that asked for them.
    static Timers of(Vertx vertx) {
        return new Timers() {
            @Override
            public Subscription after(Duration delay, Runnable action) {
                var timer = vertx.setTimer(Math.max(1, delay.toMillis()), id -> action.run());
                return () -> vertx.cancelTimer(timer);
            }

            @Override
            public Subscription every(Duration period, Runnable action) {
                var timer = vertx.setPeriodic(period.toMillis(), id -> action.run());
                return () -> vertx.cancelTimer(timer);
            }
        };
    }
}
