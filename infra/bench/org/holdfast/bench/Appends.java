package org.holdfast.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Bare XADDs to a Redis that has each on disk before it answers: the least that any durable entry can take. Sent as
/// plainly as can be, without a client.
final class Appends extends Line {
    private static final byte[] LINE_ENDS = Bytes.of("\r\n");
    private static final int LONGEST_LINE = 256;
    /// As many as there are rooms.
    private static final int STREAMS = 80;

    private final Reactor reactor;
    private final String password;
    private final Deque<Long> asked = new ArrayDeque<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private long count;
    private Histogram nanos = Latency.histogram();

    private Appends(Reactor reactor, String password) {
        this.reactor = reactor;
        this.password = password;
    }

    static Appends connect(Reactor reactor, Redis redis) throws Exception {
        var address = URI.create(redis.address());
        var appends = new Appends(reactor, address.getUserInfo().substring(1));
        reactor.post(() -> reactor.connect(address.getPort(), appends));
        appends.ready.get(10, TimeUnit.SECONDS);
        return appends;
    }

    Latency pace(int perSecond, Duration length) throws Exception {
        nanos = Latency.histogram();
        var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var count = perSecond * length.toSeconds();
        var began = System.nanoTime();
        var done = new CompletableFuture<Void>();
        reactor.post(() -> {
            for (var i = 0; i < count; i++) {
                var due = began + i * gap;
                reactor.at(due, () -> append(due));
            }
            reactor.at(began + length.toNanos() + TimeUnit.SECONDS.toNanos(1), () -> done.complete(null));
        });
        done.get(length.toSeconds() + 10, TimeUnit.SECONDS);
        return new Latency(nanos, length.toSeconds());
    }

    private void append(long due) {
        asked.add(due);
        send(
                "XADD",
                "bare:" + count++ % STREAMS,
                "*",
                "at",
                Instant.now().toString(),
                "by",
                "p:p-40-5",
                "cmd",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "ev",
                "[{\"type\":\"microphone.was-set\",\"member\":\"p-40-5\",\"on\":true}]",
                "mac",
                "Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBsaWtlIGEgTUFD");
    }

    private void send(String... words) {
        var text = new StringBuilder("*" + words.length + "\r\n");
        for (var word : words) {
            text.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
        }
        write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    void connected() {
        send("AUTH", password);
    }

    /// `+OK` to the password, then for each entry its length and its id, each on a line.
    @Override
    void received(ByteBuffer in) {
        for (var end = Bytes.find(in, LINE_ENDS, LONGEST_LINE);
                end >= 0;
                end = Bytes.find(in, LINE_ENDS, LONGEST_LINE)) {
            var first = in.get(in.position());
            in.position(end + LINE_ENDS.length);
            if (first == '+') ready.complete(null);
            else if (first == '-') broken("Redis refused");
            else if (first != '$') nanos.recordValue(System.nanoTime() - asked.remove());
        }
    }

    @Override
    void broken(String why) {
        ready.completeExceptionally(new IllegalStateException(why));
    }
}
