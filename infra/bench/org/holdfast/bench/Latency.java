package org.holdfast.bench;

import org.HdrHistogram.Histogram;

/// How long things took, and how many there were in how long a time.
record Latency(Histogram nanos, double seconds) {
    static Histogram histogram() {
        return new Histogram(60_000_000_000L, 3);
    }

    double perSecond() {
        return nanos.getTotalCount() / seconds;
    }

    double ms(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    @Override
    public String toString() {
        return "%,.0f a second, p50 %.2f ms, p99 %.2f ms".formatted(perSecond(), ms(50), ms(99));
    }
}
