package org.holdfast.web;

import io.vertx.core.http.ServerWebSocket;
import org.holdfast.live.Goodbye;
import org.holdfast.live.Page;

/// What goes out to one page, in order and bounded: a page that does not read is let go, not waited for.
final class Outgoing implements Page {
    /// In bytes: some seconds of a lively room. More would be stale before it was read.
    static final int MOST_QUEUED = 256 * 1024;
    /// The answer to the wish that ends a page is still on its way when the end is told.
    static final long LAST_WORDS_MS = 50;

    private final ServerWebSocket socket;
    private final Wire wire;
    private final Outbox outbox;
    private boolean written;
    private boolean parting;
    private boolean closing;

    Outgoing(ServerWebSocket socket, Wire wire, Outbox outbox) {
        this.socket = socket;
        this.wire = wire;
        this.outbox = outbox;
    }

    @Override
    public void send(String frame) {
        outbox.add(() -> write(frame));
    }

    @Override
    public void afterwards(Runnable errand) {
        outbox.add(errand);
    }

    @Override
    public void close(Goodbye goodbye) {
        outbox.add(() -> {
            if (parting) return;
            parting = true;
            outbox.eventLoop().owner().setTimer(LAST_WORDS_MS, _ -> end(goodbye));
        });
    }

    /// Whether nothing that comes in counts any more.
    boolean parting() {
        return parting;
    }

    private void write(String frame) {
        if (closing || socket.isClosed()) return;
        if (wire.unsent() + frame.length() > MOST_QUEUED) {
            end(Goodbye.TRY_AGAIN);
            return;
        }
        wire.write(frame);
        if (written) return;
        written = true;
        outbox.afterwards(this::flush);
    }

    private void flush() {
        written = false;
        wire.flush();
    }

    private void end(Goodbye goodbye) {
        if (closing || socket.isClosed()) return;
        closing = true;
        wire.flush();
        socket.close((short) goodbye.code(), null);
    }
}
