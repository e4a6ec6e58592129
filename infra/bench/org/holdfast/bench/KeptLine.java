package org.holdfast.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A connection that is kept for one request after the other, as a browser keeps it. Waits for each answer.
final class KeptLine implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final byte[] HEAD_ENDS = Bytes.of("\r\n\r\n");
    private static final int LONGEST_HEAD = 8_192;

    private final Socket socket;
    private final InputStream in;

    /// @param from an address of this computer
    KeptLine(InetAddress from, int port) throws IOException {
        this.socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /// @param request as [Ask#text]
    /// @return the answer to the last byte
    String ask(String request) throws IOException {
        socket.getOutputStream().write(Bytes.of(request));
        var head = new byte[LONGEST_HEAD];
        var length = 0;
        while (!ends(head, length)) {
            var next = in.read();
            if (next < 0 || length == head.length) throw new IOException("No answer");
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
