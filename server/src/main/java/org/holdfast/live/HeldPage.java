package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A page to which nothing is said while its media are still being taken away: whoever reads that they are out must
/// neither hear nor be heard any more. What is said meanwhile follows in its order.
final class HeldPage implements Page {
    /// The plane is given no longer: a page that is never told would be worse.
    static final Duration LONGEST = Duration.ofSeconds(2);

    private final Page page;
    private @Nullable Queue<Runnable> held;

    HeldPage(Page page) {
        this.page = page;
    }

    /// On the live context, as everything that is said to a page.
    void holdUntil(Future<?> done, Live live) {
        if (done.isComplete() || held != null) return;
        var waiting = new ArrayDeque<Runnable>();
        held = waiting;
        var late = live.timers().after(LONGEST, () -> release(waiting));
        done.onComplete(_ -> live.context().runOnContext(_ -> {
            late.close();
            release(waiting);
        }));
    }

    private void release(Queue<Runnable> waiting) {
        if (held != waiting) return;
        held = null;
        waiting.forEach(Runnable::run);
    }

    @Override
    public void send(String frame) {
        if (held == null) page.send(frame);
        else held.add(() -> page.send(frame));
    }

    @Override
    public void afterwards(Runnable errand) {
        if (held == null) page.afterwards(errand);
        else held.add(() -> page.afterwards(errand));
    }

    @Override
    public void close(Goodbye goodbye) {
        if (held == null) page.close(goodbye);
        else held.add(() -> page.close(goodbye));
    }
}
