package org.holdfast.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Opens links as a page does, one after the other on one connection, from an address of this computer that nobody has
/// called from yet: whoever opens too many wrong ones from one address is locked out there.
final class LinkTry implements AutoCloseable {
    /// Wrong ones that an address may open in a minute.
    static final int BEFORE_LOCKED = 20;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final byte[] HEAD_ENDS = Bytes.of("\r\n\r\n");
    private static final int LONGEST_HEAD = 8_192;

    private final int port;
    private final Socket socket;
    private final InputStream in;

    LinkTry(int port) throws IOException {
        this.port = port;
        var n = ADDRESSES.incrementAndGet();
        // All of 127/8 is this computer; the first addresses of it are left to others.
        var from = new byte[] {127, (byte) (1 + n / (250 * 250)), (byte) (n / 250 % 250), (byte) (1 + n % 250)};
        this.socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /// @return the answer to the last byte
    String open(String token) throws IOException {
        var ask = Ask.text("POST", "/api/v1/links/exchange", port, "", "{\"token\":\"" + token + "\"}");
        socket.getOutputStream().write(Bytes.of(ask));
        var head = new byte[LONGEST_HEAD];
        var length = 0;
        while (!ends(head, length)) {
            var next = in.read();
            if (next < 0 || length == head.length) throw new IOException("No answer to a link");
            head[length++] = (byte) next;
        }
        var text = new String(head, 0, length, StandardCharsets.US_ASCII);
        var found = LENGTH.matcher(text);
        if (!found.find()) throw new IOException("An answer of unknown length: " + text);
        return text + new String(in.readNBytes(Integer.parseInt(found.group(1))), StandardCharsets.UTF_8);
    }

    private static boolean ends(byte[] head, int length) {
        if (length < HEAD_ENDS.length) return false;
        for (var i = 0; i < HEAD_ENDS.length; i++) {
            if (head[length - HEAD_ENDS.length + i] != HEAD_ENDS[i]) return false;
        }
        return true;
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
