package org.holdfast.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/// A promise whose answer arrives on the context of whoever asked, not on the live one.
final class Reply<T> {
    private final @Nullable Context asker = Vertx.currentContext();
    private final Promise<T> promise = Promise.promise();

    Future<T> future() {
        return promise.future();
    }

    void complete(T value) {
        deliver(() -> promise.tryComplete(value));
    }

    void fail(Throwable cause) {
        deliver(() -> promise.tryFail(cause));
    }

    private void deliver(Runnable answer) {
        if (asker == null) {
            answer.run();
        } else {
            asker.runOnContext(nothing -> answer.run());
        }
    }
}
