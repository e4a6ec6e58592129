package org.holdfast.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that moves only when told.
public final class ManualClock implements InstantSource {
    private volatile Instant now;

    public ManualClock(Instant now) {
        this.now = now;
    }

    public static ManualClock atNine() {
        return new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
