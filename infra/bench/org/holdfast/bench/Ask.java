package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// One HTTP request on a connection of its own, as the pages ask.
final class Ask extends Line {
    /// @param head in lower case, all but the cookie
    record Answer(int status, String head, String cookie, String body) {}

    private static final byte[] HEAD_ENDS = Bytes.of("\r\n\r\n");
    private static final Pattern LENGTH = Pattern.compile("content-length: *(\\d+)");
    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: *([^;\r]+)");
    private static final int LONGEST_HEAD = 8_192;

    private final String request;
    private final Consumer<Answer> answered;
    private final Consumer<String> failed;
    private boolean done;

    Ask(String request, Consumer<Answer> answered, Consumer<String> failed) {
        this.request = request;
        this.answered = answered;
        this.failed = failed;
    }

    static String text(String method, String path, int port, String cookie, String body) {
        var host = "127.0.0.1:" + port;
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                + "\r\nContent-Type: application/json\r\nContent-Length: " + Bytes.of(body).length
                + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie) + "\r\n\r\n" + body;
    }

    @Override
    void connected() {
        write(ByteBuffer.wrap(Bytes.of(request)));
    }

    @Override
    void received(ByteBuffer in) {
        var ends = Bytes.find(in, HEAD_ENDS, LONGEST_HEAD);
        if (done || ends < 0) return;
        var start = in.position();
        var head = Bytes.take(in, ends + HEAD_ENDS.length - start);
        var small = head.toLowerCase(Locale.ROOT);
        var length = LENGTH.matcher(small);
        var body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (in.remaining() < body) {
            in.position(start);
            return;
        }
        done = true;
        var cookie = COOKIE.matcher(head);
        var status = Integer.parseInt(head.substring(9, 12));
        var answer = new Answer(status, small, cookie.find() ? cookie.group(1) : "", Bytes.take(in, body));
        end();
        answered.accept(answer);
    }

    @Override
    void broken(String why) {
        if (!done) failed.accept(why);
    }
}
