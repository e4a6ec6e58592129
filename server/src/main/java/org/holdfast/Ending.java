package org.holdfast;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Ends everything that was started, in time, whoever asks for it.
final class Ending {
    private static final long NODE_WITHIN_S = 2;

    private final Object held;
    private final Runnable store;
    private volatile @Nullable Node node;

    /// @param held kept until the process ends, however it ends, such as a lock
    /// @param store ends what the node stands on
    Ending(Object held, Runnable store) {
        this.held = held;
        this.store = store;
    }

    Object held() {
        return held;
    }

    void node(Node started) {
        node = started;
    }

    void end() {
        var running = node;
        if (running != null) {
            try {
                running.close().toCompletionStage().toCompletableFuture().get(NODE_WITHIN_S, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException _) {
                // The process ends in any case; what counts is that the store still gets its turn.
            }
        }
        store.run();
    }
}
