package org.holdfast.live;

import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/// Tasks of one log, one after the other: while a task waits for the store, those of other logs run, those of this one
/// queue.
final class Mailbox {
    /// Wishes that may queue for one log; more than a roomful of people produces in a second.
    static final int BOUND = 256;

    private final Context context;
    private final AtomicInteger bounded = new AtomicInteger();
    private ArrayDeque<Runnable> queued = new ArrayDeque<>();
    private boolean draining;

    Mailbox(Context context) {
        this.context = context;
    }

    /// From any thread. False when too many queue already.
    boolean offer(Runnable task) {
        if (bounded.incrementAndGet() > BOUND) {
            bounded.decrementAndGet();
            return false;
        }
        post(() -> {
            bounded.decrementAndGet();
            task.run();
        });
        return true;
    }

    /// From any thread; for the host's own tasks, which do not pile up.
    void post(Runnable task) {
        context.runOnContext(nothing -> {
            queued.add(task);
            if (!draining) drain();
        });
    }

    private void drain() {
        draining = true;
        try {
            while (!queued.isEmpty()) {
                var batch = queued;
                queued = new ArrayDeque<>();
                for (var task : batch) task.run();
            }
        } finally {
            draining = false;
        }
    }
}
