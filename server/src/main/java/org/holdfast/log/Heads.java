package org.holdfast.log;

import io.vertx.core.Future;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;

/// Heads kept apart from the logs: a chain alone cannot tell that its end was cut off.
public interface Heads {
    /// At once and without waiting; stored a little later. A crash may leave the anchor behind the log, never before
    /// it.
    void note(LogId log, Head head);

    /// [Head#EMPTY] when none is anchored.
    Future<Head> of(LogId log);

    /// Completes when all that was noted before is stored.
    Future<Void> flush();

    Heads NONE = new Heads() {
        @Override
        public void note(LogId log, Head head) {}

        @Override
        public Future<Head> of(LogId log) {
            return Future.succeededFuture(Head.EMPTY);
        }

        @Override
        public Future<Void> flush() {
            return Future.succeededFuture();
        }
    };
}
