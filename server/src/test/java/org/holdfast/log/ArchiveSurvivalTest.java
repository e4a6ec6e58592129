package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Written;
import org.holdfast.log.Verdict.Sound;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nodes and stores that die while a log is archived: before, between and during the steps, and after them.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ArchiveSurvivalTest {
    private static final int ENTRIES = 30;
    private static final int KILLS = 12;
    private static final int CUTS = 24;

    private LogFixture node;
    private Archiver archiver;
    private TestRedis server;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        server = redis;
        node = new LogFixture(vertx, redis);
        archiver = new Archiver(node.redis, LogFixture.MASTER, node.heads);
    }

    private List<Written<Tally.Event>> filled(LogId log) {
        node.fill(log, ENTRIES);
        get(node.heads.flush());
        return get(node.log.read(log, Head.EMPTY));
    }

    private void killAndRestartRedis() {
        server.kill9();
        server.restart();
        node.untilRedisAnswers();
    }

    private long length(Command command, String key) {
        var answer = get(node.redis.send(Request.cmd(command).arg(key)));
        return answer == null ? -1 : answer.toLong();
    }

    /// Either it all stands in the stream or it all lies in the archive, and it reads and verifies the same.
    ///
    /// @return whether it is archived
    private boolean isWhole(LogId log, List<Written<Tally.Event>> all, String when) {
        var inStream = length(Command.XLEN, Names.stream(log));
        var inArchive = length(Command.HLEN, Names.archive(log));
        var archived = inStream == 0;
        assertEquals(archived ? 0 : ENTRIES, inStream, when);
        assertEquals(archived ? 2 : 0, inArchive, when);
        assertEquals(all, get(node.log.read(log, Head.EMPTY)), when);
        assertEquals(all.getLast().head(), get(node.log.head(log)), when);
        var verdict = get(new LogVerifier(node.redis, LogFixture.MASTER, node.heads).verify(log));
        assertEquals(new Sound(log, ENTRIES, true), verdict, when);
        return archived;
    }

    @Test
    void redis_that_is_killed_between_the_steps_keeps_all_of_it_once() {
        var log = LogFixture.EVENING;
        var all = filled(log);
        var prepared = get(archiver.prepare(log));
        assertNotNull(prepared);
        killAndRestartRedis();
        assertTrue(!isWhole(log, all, "prepared"));
        assertEquals(Archiver.Outcome.ARCHIVED, get(archiver.store(prepared)));
        killAndRestartRedis();
        assertTrue(isWhole(log, all, "stored"));
        // The answer was lost with the connection: asked again it tells.
        assertEquals(Archiver.Outcome.NOTHING_LEFT, get(archiver.store(prepared)));
        assertEquals(Archiver.Outcome.NOTHING_LEFT, get(archiver.archive(log)));
        var next = get(node.log.append(
                log, LogFixture.chairs(ENTRIES + 1), all.getLast().mac()));
        assertTrue(next instanceof Appended.Written);
    }

    @Test
    void redis_that_is_killed_while_it_stores_has_stored_all_or_nothing() {
        var random = new Random(1);
        for (var n = 0; n < KILLS; n++) {
            var log = LogId.session("killed" + n);
            var all = filled(log);
            var prepared = get(archiver.prepare(log));
            assertNotNull(prepared);
            var storing = archiver.store(prepared);
            var until = System.nanoTime() + random.nextInt(2_000_000);
            while (System.nanoTime() < until) Thread.onSpinWait();
            killAndRestartRedis();
            until(storing::isComplete);
            var archived = isWhole(log, all, "kill " + n);
            if (storing.succeeded()) assertTrue(archived, "what was acknowledged is kept");
            get(archiver.archive(log));
            assertTrue(isWhole(log, all, "kill " + n + ", once more"));
        }
    }

    @Test
    void a_file_of_redis_that_is_cut_at_any_byte_of_the_archiving_holds_all_or_nothing_of_it() {
        var log = LogFixture.EVENING;
        var all = filled(log);
        var file = server.folder().resolve("appendonlydir/appendonly.aof.1.incr.aof");
        var before = size(file);
        get(archiver.archive(log));
        var after = size(file);
        assertTrue(after > before);
        var archived = 0;
        for (var cut = 0; cut <= CUTS; cut++) {
            server.kill9();
            truncate(file, after - (after - before) * cut / CUTS);
            server.restart();
            node.untilRedisAnswers();
            if (isWhole(log, all, "cut " + cut)) archived++;
        }
        // Only the whole of it counts.
        assertEquals(1, archived);
        get(archiver.archive(log));
        assertTrue(isWhole(log, all, "once more"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void truncate(Path file, long length) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_node_that_is_killed_after_any_step_leaves_the_rest_to_another() {
        for (var step : ArchivingMain.Step.values()) {
            var log = LogId.session("node" + step.ordinal());
            var all = filled(log);
            ArchivingMain.killedAt(step, server.url(), LogFixture.MASTER, log);
            var archived = isWhole(log, all, step.toString());
            assertTrue(archived || step != ArchivingMain.Step.ANSWERED);
            assertTrue(!archived || step != ArchivingMain.Step.PREPARED);
            get(archiver.archive(log));
            assertTrue(isWhole(log, all, step + ", then another"));
        }
    }
}
