package org.holdfast.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A Redis by its process, port and password, as it stands in the folder for the next start to find.
record RunningRedis(long pid, int port, String password) {
    private static final String FILE = "running";
    private static final int PATIENCE_MS = 500;

    static @Nullable RunningRedis read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        var password = folder.resolve("password");
        if (!Files.exists(file) || !Files.exists(password)) return null;
        var words = Files.readString(file).strip().split(" ");
        if (words.length != 2) return null;
        try {
            return new RunningRedis(
                    Long.parseLong(words[0]),
                    Integer.parseInt(words[1]),
                    Files.readString(password).strip());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    void write(Path folder) throws IOException {
        PrivateFiles.write(folder.resolve(FILE), pid + " " + port + "\n");
    }

    /// Absent when the process is gone, or when its number now belongs to another program.
    @Nullable
    ProcessHandle process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("redis"))
                .orElse(null);
    }

    /// Only the Redis of this folder knows its password, so a stranger on the same port is never adopted.
    boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            var expected = "+OK\r\n+PONG\r\n";
            var answer = socket.getInputStream().readNBytes(expected.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(expected);
        } catch (IOException _) {
            return false;
        }
    }

    String address() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }
}
