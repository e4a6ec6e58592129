package org.holdfast;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.holdfast.live.LogId;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Walks the chains of the logs and says in plain sentences what it finds. May run beside a server.
final class Verification {
    static final int BROKEN = 1;

    /// Where logs stand, and the key that their chains were made with.
    record Store(String address, MasterKey master) {}

    private final PrintStream out;

    Verification(PrintStream out) {
        this.out = out;
    }

    /// The clinic's own, or null when the environment names none.
    static @Nullable Store named(Map<String, String> environment) {
        var settings = new Settings(environment);
        var redis = settings.uri("HOLDFAST_REDIS");
        var key = redis == null ? null : settings.secret("HOLDFAST_MASTER_KEY");
        if (redis != null && key == null) {
            settings.problem("HOLDFAST_MASTER_KEY is missing: without it no chain can be checked.");
        }
        settings.done();
        return redis == null || key == null ? null : new Store(redis.toString(), MasterKey.parse(key.value()));
    }

    /// @param session one session, or any log as `kind:id`; all logs when absent
    int run(Store store, @Nullable String session) throws IOException {
        var only = session == null ? null : log(session);
        var vertx = Vertx.vertx();
        try {
            var verdicts = await(RedisConnections.connect(vertx, store.address(), 1)
                    .compose(redis -> verify(redis, store.master(), only).onComplete(_ -> redis.close())));
            // A log that was emptied has a head that says so; one without either was never there.
            if (only != null
                    && verdicts.getFirst() instanceof Verdict.Sound(var _, var entries, var _)
                    && entries == 0) {
                throw noLog(only.toString());
            }
            return tell(verdicts);
        } finally {
            await(vertx.close());
        }
    }

    private static Future<List<Verdict>> verify(RedisConnections redis, MasterKey master, @Nullable LogId only) {
        var verifier = new LogVerifier(redis, master, new RedisHeads(redis, master));
        var logs = only == null ? verifier.logs() : Future.succeededFuture(List.of(only));
        return logs.compose(all -> oneByOne(verifier, all, new ArrayList<>()));
    }

    private static LogId log(String text) {
        try {
            return text.contains(":") ? LogId.parse(text) : LogId.session(text);
        } catch (IllegalArgumentException _) {
            throw noLog(text);
        }
    }

    private static ConfigErrors noLog(String name) {
        return new ConfigErrors(List.of("There is no log named " + name + "."));
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
