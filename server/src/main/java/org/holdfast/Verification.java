package org.holdfast;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.holdfast.Config.Arguments;
import org.holdfast.Config.Mode;
import org.holdfast.demo.EmbeddedRedis;
import org.holdfast.live.LogId;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Walks the chains of the logs and says in plain sentences what it finds: of the clinic whose Redis and master key the
/// environment names, else of the demo. May run beside a server.
final class Verification {
    static final int BROKEN = 1;

    private final Map<String, String> environment;
    private final PrintStream out;

    Verification(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /// @param session one session, or any log as `kind:id`; all logs when absent
    int run(@Nullable String session) throws IOException {
        var only = session == null ? null : log(session);
        var settings = new Settings(environment);
        var redis = settings.uri("HOLDFAST_REDIS");
        var key = redis == null ? null : settings.secret("HOLDFAST_MASTER_KEY");
        if (redis != null && key == null) {
            settings.problem("HOLDFAST_MASTER_KEY is missing: without it no chain can be checked.");
        }
        settings.done();
        return redis == null || key == null ? demo(only) : verify(redis.toString(), MasterKey.parse(key.value()), only);
    }

    private static LogId log(String text) {
        try {
            return text.contains(":") ? LogId.parse(text) : LogId.session(text);
        } catch (IllegalArgumentException _) {
            throw new ConfigErrors(List.of("There is no log named " + text + "."));
        }
    }

    private int demo(@Nullable LogId only) throws IOException {
        var data = Config.read(Mode.DEMO, environment, new Arguments(null)).data();
        var key = data.resolve("master-key");
        if (!Files.exists(key) || !Files.exists(data.resolve("redis"))) {
            throw new ConfigErrors(List.of("There is nothing to verify in " + data
                    + " yet: start a demo first, or name " + "a clinic's HOLDFAST_REDIS and HOLDFAST_MASTER_KEY."));
        }
        return demo(data, MasterKey.parse(Files.readString(key)), only);
    }

    private int demo(Path data, MasterKey master, @Nullable LogId only) throws IOException {
        var redis = EmbeddedRedis.start(data.resolve("redis"));
        try {
            return verify(redis.address(), master, only);
        } finally {
            // One that was found running belongs to a demo that goes on.
            if (!redis.adopted()) redis.close();
        }
    }

    private int verify(String address, MasterKey master, @Nullable LogId only) throws IOException {
        var vertx = Vertx.vertx();
        try {
            return tell(await(RedisConnections.connect(vertx, address, 1).compose(redis -> {
                var verifier = new LogVerifier(redis, master, new RedisHeads(redis, master));
                var logs = only == null ? verifier.logs() : Future.succeededFuture(List.of(only));
                return logs.compose(all -> oneByOne(verifier, all, new ArrayList<>()))
                        .onComplete(_ -> redis.close());
            })));
        } finally {
            await(vertx.close());
        }
    }

    private int tell(List<Verdict> verdicts) {
        verdicts.forEach(verdict -> out.println(verdict.sentence()));
        var sound = verdicts.stream().filter(Verdict.Sound.class::isInstance).count();
        if (verdicts.size() != 1) out.println(sound + " of " + verdicts.size() + " logs are as they were written.");
        return sound == verdicts.size() ? 0 : BROKEN;
    }

    /// However long it takes: a clinic of many years has many logs.
    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "The logs could not be verified: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while verifying", e);
        }
    }

    /// So that a running server is not pressed for answers.
    private static Future<List<Verdict>> oneByOne(LogVerifier verifier, List<LogId> logs, List<Verdict> verdicts) {
        if (verdicts.size() == logs.size()) return Future.succeededFuture(verdicts);
        return verifier.verify(logs.get(verdicts.size())).compose(verdict -> {
            verdicts.add(verdict);
            return oneByOne(verifier, logs, verdicts);
        });
    }
}
