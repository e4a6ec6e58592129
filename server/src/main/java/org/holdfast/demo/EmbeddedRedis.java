package org.holdfast.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The demo's own Redis: in a folder that survives restarts, on the loopback only, with a password, every write on
/// disk before it is answered.
///
/// It detaches itself, so that a killed demo leaves it running. Its pid and port stand in the folder: the next start
/// adopts it instead of fighting it for the files.
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MS = 10;

    private static final String PID_FILE = "pid";

    private final Path folder;
    private final ProcessHandle process;
    private final RunningRedis running;
    private final boolean adopted;

    private EmbeddedRedis(Path folder, ProcessHandle process, RunningRedis running, boolean adopted) {
        this.folder = folder;
        this.process = process;
        this.running = running;
        this.adopted = adopted;
    }

    public static EmbeddedRedis start(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        var orphan = RunningRedis.read(folder);
        if (orphan != null) {
            var process = orphan.process();
            if (process != null && orphan.answers()) return new EmbeddedRedis(folder, process, orphan, true);
        }
        return startNew(folder);
    }

    /// Deletes what an earlier run left, its Redis included.
    public static void clear(Path folder) throws IOException {
        var orphan = RunningRedis.read(folder);
        var process = orphan == null || !orphan.answers() ? null : orphan.process();
        if (process != null) end(process, folder);
        PrivateFiles.deleteTree(folder);
    }

    private static EmbeddedRedis startNew(Path folder) throws IOException {
        var program = RedisProgram.find(folder);
        var password = PrivateFiles.secretIn(folder.resolve("password"));
        var port = freePort();
        var pidFile = folder.resolve(PID_FILE);
        Files.deleteIfExists(pidFile);
        var settings = folder.resolve("redis.conf");
        PrivateFiles.write(settings, settings(folder, pidFile, port, password));
        launch(program, settings);
        var running = await(folder, pidFile, port, password);
        running.write(folder);
        var process = running.process();
        if (process == null)
            throw new IOException("The demo's Redis ended at once; see " + folder.resolve("redis.log"));
        return new EmbeddedRedis(folder, process, running, false);
    }

    private static String settings(Path folder, Path pidFile, int port, String password) {
        return """
                bind 127.0.0.1
                port %d
                protected-mode yes
                requirepass %s
                daemonize yes
                pidfile "%s"
                logfile "%s"
                dir "%s"
                appendonly yes
                appendfsync always
                maxmemory-policy noeviction
                save ""
                """.formatted(port, password, pidFile, folder.resolve("redis.log"), folder);
    }

    private static void launch(Path program, Path settings) throws IOException {
        var starter = new ProcessBuilder(program.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!starter.waitFor(STARTS_WITHIN.toMillis(), TimeUnit.MILLISECONDS) || starter.exitValue() != 0) {
                throw new IOException("The demo's Redis did not start: " + program);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the demo's Redis started", e);
        }
    }

    private static RunningRedis await(Path folder, Path pidFile, int port, String password) throws IOException {
        var until = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            var pid = pid(pidFile);
            if (pid != null) {
                var running = new RunningRedis(pid, port, password);
                if (running.answers()) return running;
            }
            pause();
        }
        throw new IOException("The demo's Redis does not answer; see " + folder.resolve("redis.log"));
    }

    private static @Nullable Long pid(Path file) throws IOException {
        if (!Files.exists(file)) return null;
        var text = Files.readString(file).strip();
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the demo's Redis started", e);
        }
    }

    public String address() {
        return running.address();
    }

    /// Whether it was found running, left by a demo that was killed.
    public boolean adopted() {
        return adopted;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        end(process, folder);
    }

    /// A plain TERM lets Redis write its last bytes; only one that will not go is killed. It takes its pid file away as
    /// the last thing it does, which is seen sooner than the end of a process that is no child of ours.
    private static void end(ProcessHandle process, Path folder) {
        process.destroy();
        var until = System.nanoTime() + ENDS_WITHIN.toNanos();
        try {
            while (process.isAlive() && Files.exists(folder.resolve(PID_FILE))) {
                if (System.nanoTime() > until) {
                    process.destroyForcibly();
                    return;
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
