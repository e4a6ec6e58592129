package org.holdfast.live;

import io.vertx.core.Future;

/// What a port answers, waited for on the live context.
public final class Answer {
    public static final class NotGiven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotGiven(Throwable cause) {
            super("No answer", cause);
        }
    }

    private Answer() {}

    /// `await` throws whatever the future failed with, checked or not; here it is always unchecked.
    public static <T> T of(Future<T> future) {
        try {
            return future.await();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Throwable other) {
            throw new NotGiven(other);
        }
    }
}
