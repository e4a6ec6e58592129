package org.holdfast.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One connection of the [Reactor]. What is read is handed over together with what was left the time before.
abstract class Line {
    @Nullable
    SelectionKey key;

    private byte @Nullable [] left;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private boolean ended;

    abstract void connected();

    /// Takes what is whole and leaves the rest.
    abstract void received(ByteBuffer in);

    /// It will never be heard of again.
    abstract void broken(String why);

    void write(ByteBuffer bytes) {
        unsent.add(bytes);
        flush();
    }

    void flush() {
        if (ended || key == null) return;
        try {
            var channel = (SocketChannel) key.channel();
            while (!unsent.isEmpty()) {
                channel.write(unsent.peek());
                if (unsent.peek().hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                unsent.poll();
            }
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException e) {
            end();
            broken(e.toString());
        }
    }

    void end() {
        if (ended || key == null) return;
        ended = true;
        try {
            key.channel().close();
        } catch (IOException _) {
            // Gone is gone.
        }
    }

    boolean ended() {
        return ended;
    }

    void unread(ByteBuffer into) {
        if (left != null) into.put(left);
        left = null;
    }

    void keep(ByteBuffer rest) {
        if (!rest.hasRemaining()) return;
        left = new byte[rest.remaining()];
        rest.get(left);
    }
}
