package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/// A WebSocket as a browser opens it: RFC 6455, as far as servers use it here.
abstract class Socket extends Line {
    private static final byte[] HEAD_ENDS = Bytes.of("\r\n\r\n");
    private static final byte[] SWITCHED = Bytes.of("HTTP/1.1 101");
    private static final int LONGEST_HEAD = 8_192;
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int MASKED = 0x80;

    private final String upgrade;
    private boolean open;

    /// @param headers besides those that make it a WebSocket, each ended by a line break
    Socket(String path, String host, String headers) {
        this.upgrade = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n";
    }

    abstract void opened();

    /// A whole text; the buffer is the reactor's and is valid only now.
    abstract void text(ByteBuffer payload);

    void send(String text) {
        frame(TEXT, Bytes.of(text));
    }

    private void frame(int first, byte[] payload) {
        var mask = ThreadLocalRandom.current().nextInt();
        var out = ByteBuffer.allocate(payload.length + 14);
        out.put((byte) first);
        if (payload.length < 126) {
            out.put((byte) (MASKED | payload.length));
        } else {
            out.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        out.putInt(mask);
        for (var i = 0; i < payload.length; i++) {
            out.put((byte) (payload[i] ^ mask >>> 8 * (3 - i % 4)));
        }
        write(out.flip());
    }

    @Override
    void connected() {
        write(ByteBuffer.wrap(Bytes.of(upgrade)));
    }

    @Override
    void received(ByteBuffer in) {
        if (!open && !switched(in)) return;
        while (!ended() && in.remaining() >= 2) {
            var start = in.position();
            var first = in.get() & 0xFF;
            var length = length(in);
            if (length < 0 || in.remaining() < length) {
                in.position(start);
                return;
            }
            var next = in.position() + length;
            take(first, in.slice(in.position(), length));
            in.position(next);
        }
        if (ended()) in.position(in.limit());
    }

    private boolean switched(ByteBuffer in) {
        var ends = Bytes.find(in, HEAD_ENDS, LONGEST_HEAD);
        if (ends < 0) return false;
        if (!Bytes.starts(in, SWITCHED)) {
            var said = Bytes.take(in, ends - in.position());
            in.position(in.limit());
            end();
            broken(said.lines().findFirst().orElse("no answer"));
            return false;
        }
        in.position(ends + HEAD_ENDS.length);
        open = true;
        opened();
        return true;
    }

    /// -1 while it has not all come.
    private static int length(ByteBuffer in) {
        var length = in.get() & 0x7F;
        if (length == 126) return in.remaining() < 2 ? -1 : in.getShort() & 0xFFFF;
        if (length == 127) return in.remaining() < 8 ? -1 : Math.toIntExact(in.getLong());
        return length;
    }

    private void take(int first, ByteBuffer payload) {
        switch (first) {
            case TEXT -> text(payload);
            case PING -> frame(PONG, Bytes.of(Bytes.take(payload, payload.remaining())));
            case PONG -> {}
            case CLOSE -> {
                var code = payload.remaining() < 2 ? 0 : payload.getShort();
                end();
                broken("closed with " + code);
            }
            default -> throw new IllegalStateException("Not a frame that is used here: " + first);
        }
    }
}
