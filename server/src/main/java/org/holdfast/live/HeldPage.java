package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/// A page to which nothing is said while its media are still being taken away: whoever reads that they are out must
/// neither hear nor be heard any more. What is said meanwhile follows in its order.
final class HeldPage implements Page {
    /// The plane is given no longer: a page that is never told would be worse.
    static final Duration LONGEST = Duration.ofSeconds(2);

    private final Page page;
    private final Queue<Runnable> said = new ArrayDeque<>();
    /// What it waits for: somebody who is let in and put out again in a moment has two endpoints to lose.
    private int holds;

    HeldPage(Page page) {
        this.page = page;
    }

    /// On the live context, as everything that is said to a page.
    void holdUntil(Future<?> done, Live live) {
        if (done.isComplete()) return;
        holds++;
        var hold = new Hold();
        var late = live.timers().after(LONGEST, hold::end);
        done.onComplete(_ -> live.context().runOnContext(_ -> {
            late.close();
            hold.end();
        }));
    }

    /// Ends once, by the plane or by the time.
    private final class Hold {
        private boolean over;

        void end() {
            if (over) return;
            over = true;
            if (--holds > 0) return;
            said.forEach(Runnable::run);
            said.clear();
        }
    }

    @Override
    public void send(String frame) {
        if (holds == 0) page.send(frame);
        else said.add(() -> page.send(frame));
    }

    @Override
    public void afterwards(Runnable errand) {
        if (holds == 0) page.afterwards(errand);
        else said.add(() -> page.afterwards(errand));
    }

    @Override
    public void close(Goodbye goodbye) {
        if (holds == 0) page.close(goodbye);
        else said.add(() -> page.close(goodbye));
    }
}
