package org.holdfast.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The load generator's one thread: thousands of connections, read as they come. It must cost less than the server that
/// it presses, so it copies little and looks at bytes, not at documents.
final class Reactor implements AutoCloseable {
    /// Longer than any frame that is sent here.
    private static final int READ_BYTES = 1 << 20;

    private static final long DOZE_NANOS = 250_000;

    private record Timer(long at, Runnable action) {}

    private final Selector selector;
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>((a, b) -> Long.signum(a.at() - b.at()));
    private final ByteBuffer reading = ByteBuffer.allocateDirect(READ_BYTES);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean dozing;

    Reactor() throws IOException {
        this.selector = Selector.open();
        this.thread = Thread.ofPlatform().daemon().name("generator").start(this::run);
    }

    /// Everything about a connection happens on the reactor's thread; this brings a task there.
    void post(Runnable task) {
        posted.add(task);
        selector.wakeup();
    }

    /// Looks now and then instead of being woken by each frame: here the server that sends it would pay for the waking,
    /// as on no network. For when many come at any moment and nobody asks how long one took.
    void doze(boolean doze) {
        dozing = doze;
        selector.wakeup();
    }

    /// On the reactor's thread.
    void at(long nanoTime, Runnable action) {
        timers.add(new Timer(nanoTime, action));
    }

    /// On the reactor's thread.
    void connect(int port, Line line) {
        try {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var key = channel.register(selector, SelectionKey.OP_CONNECT, line);
            line.key = key;
            if (channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) connected(key, line);
        } catch (IOException e) {
            line.broken(e.toString());
        }
    }

    private void run() {
        var again = new ArrayDeque<Runnable>();
        while (!closed) {
            try {
                if (dozing) {
                    selector.selectNow(this::ready);
                    LockSupport.parkNanos(DOZE_NANOS);
                } else {
                    selector.select(this::ready, waitMs());
                }
            } catch (IOException e) {
                throw new IllegalStateException("The selector broke", e);
            }
            for (var task = posted.poll(); task != null; task = posted.poll()) again.add(task);
            while (!again.isEmpty()) again.poll().run();
            var now = System.nanoTime();
            while (!timers.isEmpty() && timers.peek().at() - now <= 0)
                timers.poll().action().run();
        }
    }

    private long waitMs() {
        if (timers.isEmpty()) return 0;
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(timers.peek().at() - System.nanoTime()));
    }

    private void ready(SelectionKey key) {
        var line = (Line) key.attachment();
        try {
            if (key.isConnectable()) {
                ((SocketChannel) key.channel()).finishConnect();
                connected(key, line);
            }
            if (key.isValid() && key.isReadable()) read(key, line);
            if (key.isValid() && key.isWritable()) line.flush();
        } catch (IOException e) {
            line.end();
            line.broken(e.toString());
        }
    }

    private static void connected(SelectionKey key, Line line) {
        key.interestOps(SelectionKey.OP_READ);
        line.connected();
    }

    private void read(SelectionKey key, Line line) throws IOException {
        reading.clear();
        line.unread(reading);
        if (((SocketChannel) key.channel()).read(reading) < 0) {
            line.end();
            line.broken("closed by the server");
            return;
        }
        reading.flip();
        line.received(reading);
        line.keep(reading);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (var key : selector.keys()) key.channel().close();
        selector.close();
    }
}
