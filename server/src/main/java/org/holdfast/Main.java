package org.holdfast;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
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
import org.holdfast.Config.Secret;
import org.holdfast.decision.DamagedLog;
import org.holdfast.demo.Announcement;
import org.holdfast.demo.Cast;
import org.holdfast.demo.DemoClinic;
import org.holdfast.demo.EmbeddedRedis;
import org.holdfast.demo.LocalKeycloak;
import org.holdfast.demo.PastEvening;
import org.holdfast.demo.PrivateFiles;
import org.holdfast.json.BadJson;
import org.holdfast.live.Untrusted;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.SigningKey;
import org.holdfast.web.Origins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line: `demo`, `serve`, `verify`, `bundle`, `public-key`, `doctor`.
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
            @Option(
                            names = "--people",
                            paramLabel = "N",
                            description = "How many are in the group, from 1 to 11; five if you do not say.")
                    @Nullable
                    Integer people,
            @Option(
                            names = "--keycloak",
                            description = "Staff sign in with accounts, in a Keycloak that is started beside it.")
                    boolean keycloak,
            @Option(names = "--fresh", description = "Forget what earlier runs left.") boolean fresh,
            @Option(names = "--json", description = "Print one line of JSON when ready.") boolean json)
            throws IOException {
        if (people != null && (people < 1 || people > Cast.MOST)) {
            return wrongUse("The demo's group has 1 to " + Cast.MOST + " people.");
        }
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
        var accounts = keycloak ? LocalKeycloak.start(address(config.host(), open)) : null;
        var ending = new Ending(lock, () -> {
            redis.close();
            if (accounts != null) accounts.close();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end));
        if (redis.adopted()) err.println("The Redis of an earlier demo was still running and is used on.");
        var node = await(Node.start(setup(config, open, redis.address(), accounts)));
        ending.node(node);
        ClinicWorksheets.load(config, node.shelf());
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
                        Clock.systemUTC()),
                people == null ? Cast.GROUP.size() : people);
        var opened = await(clinic.open());
        await(new PastEvening(node.sessionLog(), node.index())
                .putIn(Clock.systemUTC().instant(), await(node.clinic().rules())));
        node.every(LOOK_FOR_NEXT, clinic::goOn);
        var announcement = new Announcement(address(config.host(), open), opened, accounts);
        out.println(json ? announcement.json() : announcement.text());
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "serve", description = "A clinic's server.")
    int serve(@Option(names = "--port", description = "The port of the pages.") @Nullable Integer port)
            throws IOException {
        var config = Config.read(Mode.SERVE, System.getenv(), new Arguments(port));
        Files.createDirectories(config.data());
        var lock = lock(config.data());
        if (lock == null) return wrongUse("Another server is already running from " + config.data() + ".");
        var ending = new Ending(lock, () -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end));
        var node = await(Node.start(Serving.setup(config)));
        ending.node(node);
        ClinicWorksheets.load(config, node.shelf());
        out.println("Holdfast serves " + String.join(", ", config.origins()) + " on port " + config.port() + ".");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "verify",
            description = "Walk the logs and name the first entry that was altered, cut out, moved or inserted. With "
                    + "--public, check a bundle on any computer.")
    int verify(
            @Option(
                            names = "--public",
                            paramLabel = "KEY",
                            description = "The clinic's public key, or a file with its keys, one a line.")
                    @Nullable
                    String key,
            @Option(names = "--heads", paramLabel = "FILE", description = "Signed heads that were kept elsewhere.")
                    @Nullable
                    Path heads,
            @Option(
                            names = "--sheet",
                            paramLabel = "N",
                            description = "Print this version of the sheet once it is proved.")
                    @Nullable
                    Integer sheet,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "SESSION|BUNDLE",
                            description = "One session only, or any log as kind:id; with --public, the bundle.")
                    @Nullable
                    String what)
            throws IOException {
        var kept = heads == null ? null : CalledFrom.file(heads);
        if (kept != null && !Files.isRegularFile(kept)) return wrongUse("There is no file " + kept + ".");
        if (key != null) {
            if (what == null) return wrongUse("Name the bundle: verify --public KEY BUNDLE.");
            return new PublicVerification(out).run(key, CalledFrom.file(Path.of(what)), kept, sheet);
        }
        if (sheet != null) return wrongUse("--sheet goes with --public KEY BUNDLE.");
        return inStore(store -> new Verification(out).run(kept == null ? store : store.with(kept), what));
    }

    @Command(
            name = "bundle",
            description = "Write a session's log with its signed heads to a file that others can check.")
    int bundle(
            @Parameters(paramLabel = "SESSION", description = "A session, or any log as kind:id.") String log,
            @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.") Path file)
            throws IOException {
        return inStore(store -> new Bundling(out, Clock.systemUTC()).run(store, log, CalledFrom.file(file)));
    }

    @Command(name = "public-key", description = "Print the key that signed heads and bundles are checked with.")
    int publicKey() throws IOException {
        var settings = new Settings(System.getenv());
        var secret = settings.secret("HOLDFAST_MASTER_KEY");
        var file = demoKey();
        if (secret == null && !Files.exists(file)) return wrongUse(nothingIn(file));
        var master = MasterKey.parse(secret == null ? Files.readString(file) : secret.value());
        out.println(new SigningKey(master).verifying().hex());
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "doctor", description = "Try what stands around a server, and say what to set.")
    int doctor(
            @Option(names = "--bridge", required = true, description = "Each videobridge of HOLDFAST_BRIDGES.")
                    boolean bridge) {
        return new Doctoring(out).run(System.getenv());
    }

    private interface InStore {
        int with(Verification.Store store) throws IOException;
    }

    /// The clinic's store that the settings name, or the demo's, which is started for it if need be.
    private int inStore(InStore work) throws IOException {
        var clinic = Verification.named(System.getenv());
        if (clinic != null) return work.with(clinic);
        var config = Config.read(Mode.DEMO, System.getenv(), new Arguments(null));
        var key = demoKey();
        if (!Files.exists(key)) return wrongUse(nothingIn(key));
        var redis = EmbeddedRedis.start(config.data().resolve("redis"));
        try {
            var master = MasterKey.parse(Files.readString(key));
            return work.with(new Verification.Store(redis.address(), master, config.heads()));
        } finally {
            // One that was found running belongs to a demo that goes on.
            if (!redis.adopted()) redis.close();
        }
    }

    private static Path demoKey() {
        return Config.read(Mode.DEMO, System.getenv(), new Arguments(null))
                .data()
                .resolve("master-key");
    }

    private static String nothingIn(Path key) {
        return "There is nothing to verify in " + key.getParent() + " yet: start a demo first, or name a clinic's "
                + "HOLDFAST_REDIS and HOLDFAST_MASTER_KEY.";
    }

    private static Node.Setup setup(Config config, int port, String redis, @Nullable LocalKeycloak keycloak)
            throws IOException {
        var named = keycloak == null
                ? config.accounts()
                : new AccountSettings(
                        URI.create(keycloak.issuer()),
                        keycloak.client(),
                        new Secret(keycloak.secret()),
                        keycloak.directory(),
                        new Secret(keycloak.directorySecret()));
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
                config.media(),
                Clock.systemUTC(),
                null,
                named == null ? null : named.client(address(config.host(), port)));
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
