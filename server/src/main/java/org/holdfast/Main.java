package org.holdfast;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.holdfast.Config.Arguments;
import org.holdfast.Config.Mode;
import org.holdfast.decision.DamagedLog;
import org.holdfast.demo.Announcement;
import org.holdfast.demo.DemoClinic;
import org.holdfast.demo.EmbeddedRedis;
import org.holdfast.demo.PastEvening;
import org.holdfast.demo.PrivateFiles;
import org.holdfast.json.BadJson;
import org.holdfast.live.Untrusted;
import org.holdfast.sealing.MasterKey;
import org.holdfast.web.Origins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line: `demo`, `serve`, `verify`.
@Command(name = "holdfast", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /// What was asked for cannot be done as asked; the sentence before it says why.
    static final int WRONG_USE = 2;

    private static final Duration LOOK_FOR_NEXT = Duration.ofSeconds(15);
    private static final int FAILED = 1;
    private static final long STARTS_WITHIN_S = 30;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var main = new Main(System.out, System.err);
        var code = new CommandLine(main)
                .setExecutionExceptionHandler((failure, _, _) -> main.failed(failure))
                .execute(arguments);
        // A server goes on after its command has returned.
        if (code != CommandLine.ExitCode.OK) System.exit(code);
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    @Command(name = "demo", description = "A clinic with one group that you can join now, on this computer only.")
    int demo(
            @Option(names = "--port", description = "The port of the pages; 0 takes a free one.") @Nullable
                    Integer port,
            @Option(names = "--fresh", description = "Forget what earlier runs left.") boolean fresh,
            @Option(names = "--json", description = "Print one line of JSON when ready.") boolean json)
            throws IOException {
        var config = Config.read(Mode.DEMO, System.getenv(), new Arguments(port));
        Files.createDirectories(config.data());
        var lock = lock(config.data());
        if (lock == null) {
            return wrongUse("Another demo is already running from " + config.data() + ". Stop it first.");
        }
        var open = freePort(config);
        if (open < 0) {
            return wrongUse("Port " + config.port() + " is taken. Stop what uses it, or choose another: demo --port "
                    + (config.port() + 1));
        }
        var redisFolder = config.data().resolve("redis");
        if (fresh) {
            EmbeddedRedis.clear(redisFolder);
            Files.deleteIfExists(config.data().resolve("links.json"));
            Files.deleteIfExists(config.data().resolve("master-key"));
            Files.deleteIfExists(config.heads());
        }
        var redis = EmbeddedRedis.start(redisFolder);
        var ending = new Ending(lock, redis::close);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end));
        if (redis.adopted()) err.println("The Redis of an earlier demo was still running and is used on.");
        var node = await(Node.start(setup(config, open, redis.address())));
        ending.node(node);
        var clinic = DemoClinic.in(
                config.data(),
                new DemoClinic.Into(
                        node.links(),
                        node.signInCodes(),
                        node.people(),
                        node.clinic(),
                        node.index(),
                        node.sessions(),
                        node.sessionLogs(),
                        Clock.systemUTC()));
        var opened = await(clinic.open());
        await(new PastEvening(node.sessionLog(), node.index())
                .putIn(Clock.systemUTC().instant(), await(node.clinic().rules())));
        node.every(LOOK_FOR_NEXT, clinic::goOn);
        var announcement = new Announcement(address(config.host(), open), opened);
        out.println(json ? announcement.json() : announcement.text());
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "serve", description = "A clinic's server.")
    int serve(@Option(names = "--port", description = "The port of the pages.") @Nullable Integer port) {
        Config.read(Mode.SERVE, System.getenv(), new Arguments(port));
        return wrongUse("This version carries media from browser to browser only and has no sign-in for staff yet, and "
                + "a clinic's server must have both. Use the demo.");
    }

    @Command(
            name = "verify",
            description = "Walk the logs and name the first entry that was altered, cut out, moved or inserted.")
    int verify(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "SESSION",
                            description = "One session only, or any log as kind:id.")
                    @Nullable
                    String session)
            throws IOException {
        var clinic = Verification.named(System.getenv());
        if (clinic != null) return new Verification(out).run(clinic, session);
        var data = Config.read(Mode.DEMO, System.getenv(), new Arguments(null)).data();
        var key = data.resolve("master-key");
        if (!Files.exists(key)) {
            return wrongUse("There is nothing to verify in " + data + " yet: start a demo first, or name a clinic's "
                    + "HOLDFAST_REDIS and HOLDFAST_MASTER_KEY.");
        }
        var redis = EmbeddedRedis.start(data.resolve("redis"));
        try {
            var store = new Verification.Store(redis.address(), MasterKey.parse(Files.readString(key)));
            return new Verification(out).run(store, session);
        } finally {
            // One that was found running belongs to a demo that goes on.
            if (!redis.adopted()) redis.close();
        }
    }

    private static Node.Setup setup(Config config, int port, String redis) throws IOException {
        return new Node.Setup(
                config.nodeName(),
                config.host(),
                port,
                config.managementPort(),
                redis,
                masterKey(config.data().resolve("master-key")),
                config.heads(),
                Origins.loopback(port, config.origins()),
                config.web(),
                Clock.systemUTC(),
                null);
    }

    private static String address(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static MasterKey masterKey(Path file) throws IOException {
        if (!Files.exists(file))
            PrivateFiles.write(file, MasterKey.random(new SecureRandom()).export());
        return MasterKey.parse(Files.readString(file));
    }

    /// Held until the process ends; absent when another process holds it.
    private static @Nullable FileLock lock(Path folder) throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
    }

    /// @return -1 when it is taken
    private static int freePort(Config config) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()));
            return socket.getLocalPort();
        } catch (IOException _) {
            return -1;
        }
    }

    private int wrongUse(String sentence) {
        err.println(sentence);
        return WRONG_USE;
    }

    private int failed(Exception failure) {
        if (failure instanceof ConfigErrors errors) {
            errors.sentences().forEach(err::println);
            return WRONG_USE;
        }
        if (failure instanceof DamagedLog || failure instanceof Untrusted || failure instanceof BadJson) {
            err.println("What stands in the logs cannot be trusted: " + failure.getMessage());
            err.println("A demo can start anew with: demo --fresh");
            return FAILED;
        }
        var cause = failure.getMessage();
        err.println(cause == null ? failure.toString() : cause);
        return FAILED;
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(STARTS_WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IOException("Holdfast did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting", e);
        } catch (TimeoutException e) {
            throw new IOException("Holdfast did not start within " + STARTS_WITHIN_S + " s", e);
        }
    }
}
