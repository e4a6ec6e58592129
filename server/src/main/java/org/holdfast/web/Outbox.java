package org.holdfast.web;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the live side has for the pages of one event loop, carried there together: an errand for each page would cost
/// more than what it brings.
final class Outbox {
    private final Context eventLoop;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final List<Runnable> afterwards = new ArrayList<>();

    Outbox(Context eventLoop) {
        this.eventLoop = eventLoop;
    }

    Context eventLoop() {
        return eventLoop;
    }

    /// From any thread; what one thread adds is done in its order.
    void add(Runnable delivery) {
        waiting.add(delivery);
        if (underWay.compareAndSet(false, true)) eventLoop.runOnContext(_ -> deliver());
    }

    /// From a delivery: to be done when all that waits is delivered.
    void afterwards(Runnable last) {
        afterwards.add(last);
    }

    private void deliver() {
        // Before the first is taken: whoever adds from now on sends another errand.
        underWay.set(false);
        for (var next = waiting.poll(); next != null; next = waiting.poll()) next.run();
        for (var last : afterwards) last.run();
        afterwards.clear();
    }
}
