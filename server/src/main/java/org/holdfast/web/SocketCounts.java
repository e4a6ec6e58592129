package org.holdfast.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// How many pages are open, and how often one broke the protocol: numbers only, of nobody.
final class SocketCounts {
    private final AtomicInteger open = new AtomicInteger();
    private final Counter protocolErrors;

    SocketCounts(MeterRegistry registry) {
        registry.gauge("holdfast.pages.open", open);
        protocolErrors = Counter.builder("holdfast.protocol.errors").register(registry);
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void protocolError() {
        protocolErrors.increment();
    }
}
