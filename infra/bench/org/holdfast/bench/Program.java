package org.holdfast.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Another program, kept on one core and ended with the measurement.
final class Program implements AutoCloseable {
    private static final long PATIENCE_S = 60;
    private static final long ENDS_WITHIN_S = 10;
    private static final int LOOK_EVERY_MS = 20;

    private final Process process;
    private final BufferedReader out;

    private Program(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// @param log takes what it says on its error output
    static Program start(Bench bench, Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        var pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(Cores.SERVER)));
        pinned.addAll(command);
        var builder = new ProcessBuilder(pinned).redirectError(log.toFile());
        builder.environment().putAll(environment);
        var program = new Program(builder.start());
        bench.ownProcess(program.pid());
        return bench.own(program);
    }

    long pid() {
        return process.pid();
    }

    /// The first line that starts like this.
    String said(String start) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(start)) {
                // Read on, or it would stop once the pipe is full.
                Thread.ofVirtual().start(this::readToEnd);
                return line;
            }
        }
        throw new IOException("It ended before it was ready");
    }

    private void readToEnd() {
        try (out) {
            while (out.readLine() != null) {}
        } catch (IOException _) {
            // It has ended, and there is no more to read.
        }
    }

    void awaitPort(int port) throws IOException, InterruptedException {
        Thread.ofVirtual().start(this::readToEnd);
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (process.isAlive() && System.nanoTime() < until) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
        throw new IOException("It does not answer on its port");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN_S, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
