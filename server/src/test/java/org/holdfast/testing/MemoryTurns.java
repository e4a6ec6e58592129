package org.holdfast.testing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.live.LogId;
import org.holdfast.live.Turns;

/// Turns in memory. They never run out by themselves: a test passes them on.
public final class MemoryTurns implements Turns {
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, Long> cursors = new HashMap<>();

    @Override
    public synchronized Future<Boolean> take(LogId log, String kind, String holder, Duration length) {
        return Future.succeededFuture(
                holders.computeIfAbsent(log + kind, key -> holder).equals(holder));
    }

    @Override
    public synchronized Future<Void> release(LogId log, String kind, String holder) {
        holders.remove(log + kind, holder);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Long> cursor(LogId log, String kind) {
        return Future.succeededFuture(cursors.getOrDefault(log + kind, 0L));
    }

    @Override
    public synchronized Future<Boolean> done(LogId log, String kind, String holder, long seq) {
        if (!holder.equals(holders.get(log + kind))) return Future.succeededFuture(false);
        cursors.merge(log + kind, seq, Math::max);
        return Future.succeededFuture(true);
    }

    public synchronized void passTo(LogId log, String kind, String holder) {
        holders.put(log + kind, holder);
    }
}
