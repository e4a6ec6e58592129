package org.holdfast;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.holdfast.live.LogId;
import org.holdfast.log.KnownHeads;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisSignedHeads;
import org.holdfast.log.Verdict;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// Walks the chains of the logs and says in plain sentences what it finds. May run beside a server.
final class Verification {
    static final int BROKEN = 1;

    /// Where logs stand, the key that their chains were made with, and the file that signed heads leave by.
    record Store(String address, MasterKey master, Path heads) {
        /// With a file of heads that was kept elsewhere.
        Store with(Path kept) {
            return new Store(address, master, kept);
        }
    }

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
        var data = settings.folder("HOLDFAST_DATA", Config.SERVE_DATA);
        var heads = settings.file("HOLDFAST_HEADS_FILE", data.resolve(Config.HEADS));
        settings.done();
        return redis == null || key == null ? null : new Store(redis.toString(), MasterKey.parse(key.value()), heads);
    }

    /// @param session one session, or any log as `kind:id`; all logs when absent
    int run(Store store, @Nullable String session) throws IOException {
        var only = session == null ? null : log(session);
        var vertx = Vertx.vertx();
        try {
            var known = new KnownHeads(store.master());
            known.add(HeadLines.in(store.heads()), store.heads().toString());
            var verdicts = await(RedisConnections.connect(vertx, store.address(), 1)
                    .compose(redis -> verify(redis, store.master(), known, only).onComplete(_ -> redis.close())));
            // A log that was emptied has a head that says so; one without either was never there.
            if (only != null
                    && verdicts.getFirst() instanceof Verdict.Sound(var _, var entries, var _)
                    && entries == 0) {
                throw noLog(only.toString());
            }
            return tell(verdicts, known);
        } finally {
            await(vertx.close());
        }
    }

    private static Future<List<Verdict>> verify(
            RedisConnections redis, MasterKey master, KnownHeads known, @Nullable LogId only) {
        var checking = new Checking(redis, master, known);
        return new RedisSignedHeads(redis).lines().compose(lines -> {
            known.add(lines, "Redis");
            var logs = only == null ? checking.logs() : Future.succeededFuture(List.of(only));
            return logs.compose(all -> oneByOne(checking, all, new ArrayList<>()));
        });
    }

    static LogId log(String text) {
        try {
            return text.contains(":") ? LogId.parse(text) : LogId.session(text);
        } catch (IllegalArgumentException _) {
            throw noLog(text);
        }
    }

    static ConfigErrors noLog(String name) {
        return new ConfigErrors(List.of("There is no log named " + name + "."));
    }

    private int tell(List<Verdict> verdicts, KnownHeads known) {
        verdicts.forEach(verdict -> out.println(verdict.sentence()));
        known.torn().forEach(out::println);
        known.altered().forEach(out::println);
        var sound = verdicts.stream().filter(Verdict.Sound.class::isInstance).toList();
        if (verdicts.size() != 1)
            out.println(sound.size() + " of " + verdicts.size() + " logs are as they were written.");
        var heads = sound.stream()
                .mapToInt(verdict -> known.of(verdict.log()).size())
                .sum();
        if (heads > 0)
            out.println((heads == 1 ? "1 signed head agrees" : heads + " signed heads agree") + " with them.");
        return sound.size() == verdicts.size() && known.altered().isEmpty() ? 0 : BROKEN;
    }

    /// However long it takes: a clinic of many years has many logs.
    static <T> T await(Future<T> future) throws IOException {
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
    private static Future<List<Verdict>> oneByOne(Checking checking, List<LogId> logs, List<Verdict> verdicts) {
        if (verdicts.size() == logs.size()) return Future.succeededFuture(verdicts);
        return checking.verify(logs.get(verdicts.size())).compose(verdict -> {
            verdicts.add(verdict);
            return oneByOne(checking, logs, verdicts);
        });
    }
}
