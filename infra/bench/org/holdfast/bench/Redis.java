package org.holdfast.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.holdfast.demo.EmbeddedRedis;

/// A Redis of its own for one measurement, as safe as in production.
record Redis(EmbeddedRedis redis) implements AutoCloseable {
    static Redis start(Bench bench, String name) throws IOException {
        var redis = EmbeddedRedis.start(Path.of(bench.folder().toString(), name));
        bench.ownProcess(redis.pid());
        return bench.own(new Redis(redis));
    }

    /// Changes a setting while it runs, as nobody should in production.
    void set(String name, String value) throws IOException {
        var at = URI.create(address());
        var password = at.getUserInfo().substring(1);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            var words = "AUTH %s\r\nCONFIG SET %s %s\r\n".formatted(password, name, value);
            socket.getOutputStream().write(Bytes.of(words));
            var answer = new String(socket.getInputStream().readNBytes("+OK\r\n+OK\r\n".length()), US_ASCII);
            if (!answer.endsWith("+OK\r\n")) throw new IOException("Redis answered " + answer);
        }
    }

    String address() {
        return redis.address();
    }

    long pid() {
        return redis.pid();
    }

    @Override
    public void close() {
        redis.close();
    }
}
