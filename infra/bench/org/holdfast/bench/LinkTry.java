package org.holdfast.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;

/// Opens links as a page does, one after the other on one connection, from an address of this computer that nobody has
/// called from yet: whoever opens too many wrong ones from one address is locked out there.
final class LinkTry implements AutoCloseable {
    /// Wrong ones that an address may open in a minute.
    static final int BEFORE_LOCKED = 20;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final int port;
    private final KeptLine line;

    LinkTry(int port) throws IOException {
        this.port = port;
        var n = ADDRESSES.incrementAndGet();
        // All of 127/8 is this computer; the first addresses of it are left to others.
        var from = new byte[] {127, (byte) (1 + n / (250 * 250)), (byte) (n / 250 % 250), (byte) (1 + n % 250)};
        this.line = new KeptLine(InetAddress.getByAddress(from), port);
    }

    /// @return the answer to the last byte
    String open(String token) throws IOException {
        return line.ask(Ask.text("POST", "/api/v1/links/exchange", port, "", "{\"token\":\"" + token + "\"}"));
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
