package org.holdfast.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.demo.Cast;
import org.holdfast.testing.FreePort;
import org.holdfast.testing.Signals;

/// A real server in a process of its own, so that it can be killed as servers are.
final class NodeProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long GRACE_SECONDS = 10;

    private final Process process;
    private final JsonNode ready;

    private NodeProcess(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /// Starts a node and returns when it answers.
    static NodeProcess start(Path data, String name, int port, String redisUrl) {
        return start(data, name, port, redisUrl, Cast.GROUP.size());
    }

    /// @param people how many participants its group has
    static NodeProcess start(Path data, String name, int port, String redisUrl, int people) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NodeMain.class.getName(),
                name,
                Integer.toString(port == 0 ? FreePort.find() : port),
                redisUrl,
                data.toString(),
                Integer.toString(people)));
        var builder = new ProcessBuilder(command);
        builder.redirectError(new File(data.toFile(), name + ".log"));
        try {
            var process = builder.start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var line = out.readLine();
            while (line != null && !line.startsWith("{")) line = out.readLine();
            if (line == null) throw new IllegalStateException("The node " + name + " ended before it was ready");
            // A full pipe would stop the node in the middle of a log line.
            Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
            return new NodeProcess(process, JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return ready.get("url").asText();
    }

    int port() {
        return java.net.URI.create(url()).getPort();
    }

    String session() {
        return ready.get("sessions").get(0).get("id").asText();
    }

    /// The secret part of the link of the nth facilitator.
    String staffToken(int n) {
        return token(ready.get("sessions").get(0).get("staff").get(n));
    }

    String participantToken(int n) {
        return token(ready.get("sessions").get(0).get("participants").get(n));
    }

    private static String token(JsonNode person) {
        var url = person.get("url").asText();
        return url.substring(url.indexOf('#') + 1);
    }

    void kill9() {
        process.destroyForcibly();
        waitForEnd();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        Signals.send(name, process.pid());
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The node did not end within " + GRACE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
