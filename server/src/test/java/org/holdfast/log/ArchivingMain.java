package org.holdfast.log;

import static org.holdfast.testing.Await.get;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.live.LogId;
import org.holdfast.sealing.MasterKey;

/// A node in a process of its own that archives one log as far as a step and then waits to be killed: `url key log
/// step`.
public final class ArchivingMain {
    enum Step {
        PREPARED,
        SENT,
        ANSWERED
    }

    private static final long PATIENCE_S = 30;

    private ArchivingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var master = MasterKey.parse(arguments[1]);
        var step = Step.valueOf(arguments[3]);
        var redis = get(RedisConnections.connect(Vertx.vertx(), arguments[0], 1));
        var archiver = new Archiver(redis, master, new RedisHeads(redis, master));
        var prepared = get(archiver.prepare(LogId.parse(arguments[2])));
        if (prepared == null) throw new IllegalStateException("There is nothing to archive");
        if (step != Step.PREPARED) {
            var stored = archiver.store(prepared);
            if (step == Step.ANSWERED) get(stored);
        }
        System.out.println(step);
        Thread.currentThread().join();
    }

    static void killedAt(Step step, String url, MasterKey master, LogId log) {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ArchivingMain.class.getName(),
                url,
                master.export(),
                log.toString(),
                step.name());
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                var line = out.readLine();
                while (line != null && !line.equals(step.name())) line = out.readLine();
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
