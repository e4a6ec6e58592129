package org.holdfast.infra;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that one of the start scripts has become, until the test is over.
record Started(Process process) implements AutoCloseable {
    private static final long PATIENCE_S = 30;

    /// @param ready what stands in the line after which it can be used
    static Started of(Path script, Map<String, String> environment, String ready) {
        var started = new Started(begin(script, environment));
        started.await(ready);
        return started;
    }

    /// Of a program that keeps to itself what it says until it has said much; whether it can be used shows by asking
    /// it.
    static Started silently(Path script, Map<String, String> environment) {
        var started = new Started(begin(script, environment));
        Thread.ofVirtual().start(() -> readToEnd(started.process.inputReader()));
        return started;
    }

    /// @return its exit code and all that it said
    static Refusal refusal(Path script, Map<String, String> environment) {
        var process = begin(script, environment);
        try (var out = process.inputReader()) {
            var said = String.join("\n", out.lines().toList());
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) throw new IllegalStateException("It goes on: " + said);
            return new Refusal(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Refusal(int code, String said) {}

    private static Process begin(Path script, Map<String, String> environment) {
        var builder = new ProcessBuilder(List.of(script.toString())).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOLDFAST_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String ready) {
        var said = new StringBuilder();
        var out = process.inputReader();
        try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.contains(ready)) {
                    // Read on, or the program would block once the pipe is full.
                    Thread.ofVirtual().start(() -> readToEnd(out));
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("It did not start:\n" + said);
    }

    private static void readToEnd(BufferedReader out) {
        try (out) {
            while (out.readLine() != null) {}
        } catch (IOException ended) {
            // Then there is no more to read.
        }
    }

    /// What stands on its command line, which everybody on the machine may read.
    String commandLine() {
        return process.info().commandLine().orElse("");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
