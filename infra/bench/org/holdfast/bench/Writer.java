package org.holdfast.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.holdfast.identity.Secrets;

/// Somebody who fills in a worksheet by their link: each word that is written is saved before the next one.
final class Writer implements AutoCloseable {
    /// As many rows as they go over again and again.
    private static final int ROWS = 5;

    private static final Pattern SEAT = Pattern.compile("\"seat\":\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: *([^;\r]+)");
    private static final int OK = 200;

    private final int port;
    private final KeptLine line;
    private final String path;
    private final String cookie;

    /// Comes by the link.
    Writer(int port, String token, String sheet) throws IOException {
        this.port = port;
        this.line = new KeptLine(InetAddress.getLoopbackAddress(), port);
        var answer = line.ask(Ask.text("POST", "/api/v1/links/exchange", port, "", "{\"token\":\"" + token + "\"}"));
        var seat = SEAT.matcher(answer);
        var given = COOKIE.matcher(answer);
        if (KeptLine.status(answer) != OK || !seat.find() || !given.find()) {
            throw new IOException("The link was answered " + answer);
        }
        path = "/api/v1/me/worksheets/" + sheet + "/answers?seat=" + seat.group(1);
        cookie = given.group(1);
    }

    /// @param nanos takes how long each was on its way
    void write(int words, Histogram nanos) throws IOException {
        for (var n = 0; n < words; n++) {
            var body = "{\"command\":\"" + Secrets.fresh() + "\",\"item\":\"people-what\",\"row\":\"rowrowro" + n % ROWS
                    + "\",\"value\":\"The crew from the shop, on Fridays: " + n + "\"}";
            var began = System.nanoTime();
            var answer = line.ask(Ask.text("PUT", path, port, cookie, body));
            nanos.recordValue(System.nanoTime() - began);
            if (KeptLine.status(answer) != OK) throw new IOException("Not saved: " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
