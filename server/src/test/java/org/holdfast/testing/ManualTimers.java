package org.holdfast.testing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.live.Subscription;
import org.holdfast.live.Timers;

/// Timers that go off when the test says so; pauses are over at once and are kept for the test to see.
public final class ManualTimers implements Timers {
    private final List<Runnable> periodic = new ArrayList<>();
    private final List<Runnable> single = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized Subscription after(Duration delay, Runnable action) {
        single.add(action);
        return () -> remove(single, action);
    }

    @Override
    public synchronized Subscription every(Duration period, Runnable action) {
        periodic.add(action);
        return () -> remove(periodic, action);
    }

    private synchronized void remove(List<Runnable> from, Runnable action) {
        from.remove(action);
    }

    @Override
    public synchronized Future<Void> pause(Duration length) {
        pauses.add(length);
        return Future.succeededFuture();
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /// Everything periodic goes off once, and everything single that is due, whatever its delay.
    public void goOff() {
        List<Runnable> due = new ArrayList<>();
        synchronized (this) {
            due.addAll(periodic);
            due.addAll(single);
            single.clear();
        }
        due.forEach(Runnable::run);
    }
}
