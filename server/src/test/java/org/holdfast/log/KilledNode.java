package org.holdfast.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;

/// A node in a process of its own, which is killed once it has said that it came to a step.
final class KilledNode {
    private static final long PATIENCE_S = 30;

    private KilledNode() {}

    /// @param main takes `url key log step`, prints the step when it has come so far, and waits
    static void at(Class<?> main, String step, String url, MasterKey master, LogId log) {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                url,
                master.export(),
                log.toString(),
                step);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                var line = out.readLine();
                while (line != null && !line.equals(step)) line = out.readLine();
                if (line == null) throw new IllegalStateException("The node ended before it was " + step);
            } finally {
                process.destroyForcibly();
                if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) throw new IllegalStateException("It does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
