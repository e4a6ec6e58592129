package org.holdfast.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The writing end of one page's socket. Frames go to the channel as the bytes they are, past the layers in which
/// Vert.x would wrap each of them again, and leave when told: all that is there for a page by then costs one call to
/// the kernel.
final class Wire {
    /// RFC 6455, 5.2: the last part of a message, and it is text.
    private static final int WHOLE_TEXT = 0x81;

    private static final int LONGEST_SHORT = 125;
    private static final int LONGEST_MIDDLE = 0xFFFF;
    private static final int MIDDLE_FOLLOWS = 126;
    private static final int LONG_FOLLOWS = 127;
    private static final int LONGEST_HEAD = 10;

    /// Where frames are bytes already; what encrypts, if anything does, still follows.
    private final ChannelHandlerContext encoded;
    /// Since the last time that all left.
    private @Nullable ByteBuf gathered;

    private Wire(ChannelHandlerContext encoded) {
        this.encoded = encoded;
    }

    /// Asked for before the upgrade, since the socket does not tell.
    static Channel channel(HttpServerRequest request) {
        return ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .channel();
    }

    /// @param channel of a socket that is open
    static Wire of(Channel channel) {
        return new Wire(channel.pipeline().context(WebSocketFrameEncoder.class));
    }

    /// Bytes that the kernel has not taken yet.
    long unsent() {
        var buffer = encoded.channel().unsafe().outboundBuffer();
        var waiting = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        return gathered == null ? waiting : waiting + gathered.readableBytes();
    }

    /// On the event loop, as all here.
    void write(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frames = gathered == null ? encoded.alloc().directBuffer(LONGEST_HEAD + bytes.length) : gathered;
        gathered = frames;
        frames.writeByte(WHOLE_TEXT);
        // A server's frames are not masked.
        if (bytes.length <= LONGEST_SHORT) {
            frames.writeByte(bytes.length);
        } else if (bytes.length <= LONGEST_MIDDLE) {
            frames.writeByte(MIDDLE_FOLLOWS).writeShort(bytes.length);
        } else {
            frames.writeByte(LONG_FOLLOWS).writeLong(bytes.length);
        }
        frames.writeBytes(bytes);
    }

    void flush() {
        var frames = gathered;
        gathered = null;
        // What fails closes the channel, which is heard of there.
        if (frames != null) encoded.writeAndFlush(frames);
    }
}
