package org.holdfast.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real Redis for one test, as safe as in production, that a test may kill, stop and start again.
public final class TestRedis implements AutoCloseable {
    private static final long PATIENCE_S = 20;

    private final Path folder;
    private final int port;
    private final List<String> wrapper;
    private @Nullable Process process;

    private TestRedis(List<String> wrapper) {
        try {
            this.folder = Files.createTempDirectory("holdfast-redis");
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                this.port = free.getLocalPort();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.wrapper = wrapper;
    }

    public static TestRedis start() {
        return startUnder(List.of());
    }

    /// Started by another program, such as a tracer, that must write nothing to standard output.
    public static TestRedis startUnder(List<String> wrapper) {
        var redis = new TestRedis(wrapper);
        redis.restart();
        return redis;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public Path folder() {
        return folder;
    }

    /// Of Redis itself, or of the program it runs under.
    public long pid() {
        return running().pid();
    }

    /// On the same port and with the same data.
    public void restart() {
        var command = new ArrayList<>(wrapper);
        command.addAll(List.of("redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.toString(), "--save", "", "--appendonly", "yes"));
        command.addAll(List.of("--appendfsync", "always", "--maxmemory-policy", "noeviction"));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            awaitReady(running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ready to accept connections")) {
                // Read on, or Redis would block once the pipe is full.
                Thread.ofVirtual().start(() -> readToEnd(output));
                return;
            }
        }
        throw new IllegalStateException("Redis did not start:\n" + said);
    }

    private static void readToEnd(BufferedReader output) {
        try (output) {
            while (output.readLine() != null) {}
        } catch (IOException killed) {
            // Then there is no more to read.
        }
    }

    public void kill9() {
        // Under a wrapper Redis is its child, and the wrapper ends with it.
        if (wrapper.isEmpty()) running().destroyForcibly();
        running().descendants().forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /// Stops without an end: connections stay open, nothing answers.
    public void sigstop() {
        signal("STOP");
    }

    public void sigcont() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
            if (kill.waitFor() != 0) throw new IllegalStateException("No signal " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) throw new IllegalStateException("Redis is not running");
        return process;
    }

    private void awaitEnd() {
        try {
            if (!running().waitFor(PATIENCE_S, TimeUnit.SECONDS)) throw new IllegalStateException("Redis does not end");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        var last = process;
        if (last != null && last.isAlive()) kill9();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
