package org.holdfast.testing;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.holdfast.live.Leases;

/// Leases in memory, in a store that a test may take away and whose clock may be wrong.
public final class MemoryLeases implements Leases {
    private final InstantSource clock;
    private final Map<String, Instant> ends = new HashMap<>();
    private Duration ahead = Duration.ZERO;
    private boolean away;

    public MemoryLeases(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Future<Renewed> renew(String node, Duration length) {
        if (away) return Future.failedFuture("The store is away");
        var now = clock.instant().plus(ahead);
        var before = ends.put(node, now.plus(length));
        var alive = new HashSet<String>();
        ends.forEach((name, end) -> {
            if (!end.isBefore(now)) alive.add(name);
        });
        return Future.succeededFuture(new Renewed(now, before != null && before.isBefore(now), alive));
    }

    @Override
    public synchronized Future<Void> release(String node) {
        ends.remove(node);
        return Future.succeededFuture();
    }

    public synchronized void goAway(boolean gone) {
        away = gone;
    }

    public synchronized void clockAhead(Duration by) {
        ahead = by;
    }
}
