package org.holdfast.log;

import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.log.LogFixture.chairs;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.log.Verdict.ArchiveBroken;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody with the run of Redis has been at an archive of five entries, behind which a sixth was appended.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ArchiveVerdictTest {
    private static final String ARCHIVE = Names.archive(EVENING);

    private LogFixture node;
    private Head archived;

    @BeforeEach
    void archive(Vertx vertx, TestRedis redis) {
        node = new LogFixture(vertx, redis);
        archived = node.fill(EVENING, 5);
        get(new Archiver(node.redis, LogFixture.MASTER, node.heads).archive(EVENING));
        get(node.log.append(EVENING, chairs(6), archived.mac()));
        get(node.heads.flush());
    }

    private void ask(Command command, Object... arguments) {
        get(LogFixture.ask(node.redis, command, arguments));
    }

    /// Whoever runs the clinic is told, and no node believes any of it.
    private void isTold(long first, long last, ArchiveHarm harm) {
        var verdict = get(new LogVerifier(node.redis, LogFixture.MASTER, node.heads).verify(EVENING));
        assertEquals(new ArchiveBroken(EVENING, first, last, harm), verdict);
        assertThrows(DamagedLog.class, () -> get(node.log.read(EVENING, Head.EMPTY)));
        assertThrows(DamagedLog.class, () -> get(new ArchivedEntries(node.redis, LogFixture.MASTER).of(EVENING)));
    }

    @Test
    void a_part_that_was_written_over_is_named() {
        ask(Command.HSET, ARCHIVE, "1-5", "\u0001nothing");
        isTold(1, 5, ArchiveHarm.ALTERED);
    }

    @Test
    void a_part_that_was_emptied_is_named() {
        ask(Command.HSET, ARCHIVE, "1-5", "");
        isTold(1, 5, ArchiveHarm.ALTERED);
    }

    @Test
    void a_part_that_was_taken_away_is_named() {
        ask(Command.HDEL, ARCHIVE, "1-5");
        isTold(1, 5, ArchiveHarm.CUT_OUT);
    }

    @Test
    void a_field_that_is_none_of_ours_is_named() {
        ask(Command.HSET, ARCHIVE, "1-99999999999999999999", "x");
        isTold(0, 1, ArchiveHarm.INSERTED);
    }

    @Test
    void a_note_of_the_end_that_was_altered_is_named_and_nothing_is_chained_onto_it() {
        ask(Command.XTRIM, Names.stream(EVENING), "MAXLEN", 0);
        for (var noted : new String[] {"5 other", "four", "-5 x", "", "99999999999999999999 x"}) {
            ask(Command.HSET, ARCHIVE, RedisArchive.END, noted);
            isTold(1, 5, ArchiveHarm.END_ALTERED);
            assertFalse(get(node.log.append(EVENING, chairs(6), archived.mac())) instanceof Appended.Written, noted);
        }
    }

    @Test
    void something_else_under_its_name_is_told_like_any_harm() {
        ask(Command.DEL, ARCHIVE);
        ask(Command.SET, ARCHIVE, "x");
        var verdict = get(new LogVerifier(node.redis, LogFixture.MASTER, node.heads).verify(EVENING));
        assertEquals(new ArchiveBroken(EVENING, 1, 1, ArchiveHarm.INSERTED), verdict);
    }
}
