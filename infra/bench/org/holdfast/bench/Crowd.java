package org.holdfast.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// All rooms of one server, full of people.
record Crowd(Reactor reactor, ChatServer server, List<Room> rooms) {
    private static final long LOOK_EVERY = Duration.ofMillis(20).toNanos();
    /// Rounds in a row that brought less than this.
    private static final int ENOUGH = 2;

    private static final double NOTICED = 0.97;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Everybody comes, a few at a time, and is let in.
    static Crowd seated(Reactor reactor, ChatServer server, int rooms, int people) throws Exception {
        var all = IntStream.range(0, rooms)
                .mapToObj(room -> new Room(IntStream.range(0, people)
                        .mapToObj(n -> server.guest(room, n))
                        .toList()))
                .toList();
        var crowd = new Crowd(reactor, server, all);
        for (var room : all) crowd.seat(room);
        return crowd;
    }

    private void seat(Room room) throws Exception {
        for (var guest : room.guests()) {
            var arrived = new CompletableFuture<Void>();
            reactor.post(() -> guest.arrive(
                    () -> arrived.complete(null), why -> arrived.completeExceptionally(new IOException(why))));
            get(arrived);
        }
        reactor.post(() -> server.letIn(room.guests().getFirst()));
        until(room::seated);
    }

    /// On the reactor's thread; completes when it holds.
    private void until(Supplier<Boolean> holds) throws Exception {
        var done = new CompletableFuture<Void>();
        reactor.post(() -> look(holds, done));
        get(done);
    }

    private void look(Supplier<Boolean> holds, CompletableFuture<Void> done) {
        if (holds.get()) done.complete(null);
        else if (!done.isDone()) reactor.at(System.nanoTime() + LOOK_EVERY, () -> look(holds, done));
    }

    /// Presses until that makes it no quicker: a server runs for weeks, and what its compiler does in the first minute
    /// is not what it costs.
    void warmUp(Bench bench) throws Exception {
        var length = Duration.ofSeconds(bench.sized(10, 1));
        var best = press(length);
        for (var dull = 0; dull < ENOUGH && !bench.quick(); ) {
            var next = press(length);
            dull = next.microseconds() > best.microseconds() * NOTICED ? dull + 1 : 0;
            if (next.microseconds() < best.microseconds()) best = next;
        }
        bench.say("%s is warm: %s", server.name(), best);
    }

    /// Each room goes on as soon as all of it have seen the last thing.
    Load press(Duration length) throws Exception {
        reactor.doze(true);
        var end = System.nanoTime() + length.toNanos();
        try {
            return loaded(
                    nanos -> {
                        for (var room : rooms) press(room, nanos, end);
                    },
                    length);
        } finally {
            reactor.doze(false);
        }
    }

    private void press(Room room, Histogram nanos, long end) {
        var now = System.nanoTime();
        if (now < end) room.say(now, nanos, () -> press(room, nanos, end));
    }

    /// So many things a second over all rooms together, whether or not the server keeps up.
    Load pace(int perSecond, Duration length) throws Exception {
        var start = System.nanoTime() + LOOK_EVERY;
        var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var count = perSecond * length.toSeconds();
        return loaded(
                nanos -> {
                    for (var i = 0; i < count; i++) {
                        var room = rooms.get(i % rooms.size());
                        var due = start + i * gap;
                        reactor.at(due, () -> sayWhenFree(room, due, nanos));
                    }
                },
                length);
    }

    private void sayWhenFree(Room room, long due, Histogram nanos) {
        if (room.busy()) reactor.at(System.nanoTime() + LOOK_EVERY / 20, () -> sayWhenFree(room, due, nanos));
        else room.say(due, nanos, () -> {});
    }

    private Load loaded(Consumer<Histogram> begin, Duration length) throws Exception {
        var nanos = Latency.histogram();
        var deliveries = new long[1];
        var cpu = server.cpu();
        var began = System.nanoTime();
        reactor.post(() -> {
            deliveries[0] = delivered();
            begin.accept(nanos);
        });
        Thread.sleep(length);
        until(() -> rooms.stream().noneMatch(Room::busy));
        var seconds = (System.nanoTime() - began) / 1e9;
        var used = server.cpu();
        return new Load(new Latency(nanos, seconds), delivered() - deliveries[0], seconds(cpu, used));
    }

    private static List<Double> seconds(List<Long> before, List<Long> after) {
        return IntStream.range(0, after.size())
                .mapToObj(i -> (after.get(i) - before.get(i)) / 1e9)
                .toList();
    }

    private long delivered() {
        return rooms.stream().mapToLong(Room::deliveries).sum();
    }

    void leave() throws Exception {
        var left = new CompletableFuture<Void>();
        reactor.post(() -> {
            rooms.forEach(room -> room.guests().forEach(Guest::leave));
            left.complete(null);
        });
        get(left);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            future.cancel(false);
            throw new IOException("Somebody never came in", e);
        }
    }

    /// @param used in seconds: by the server, then by its store if it has one
    record Load(Latency latency, long deliveries, List<Double> used) {
        double perSecond() {
            return deliveries / latency.seconds();
        }

        double perCpuSecond() {
            return deliveries / cpu();
        }

        double microseconds() {
            return cpu() * 1e6 / deliveries;
        }

        private double cpu() {
            return used.stream().mapToDouble(Double::doubleValue).sum();
        }

        @Override
        public String toString() {
            var store =
                    used.size() < 2 ? "" : " (%.1f of them in the store)".formatted(used.getLast() * 1e6 / deliveries);
            return "%,.0f deliveries a second, %.1f µs each%s, seen by all p50 %.1f ms, p99 %.1f ms"
                    .formatted(perSecond(), microseconds(), store, latency.ms(50), latency.ms(99));
        }
    }
}
