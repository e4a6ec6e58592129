package org.holdfast.log;

import static org.holdfast.log.LogFixture.DANA;
import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.log.LogFixture.SAM;
import static org.holdfast.log.LogFixture.chairs;
import static org.holdfast.log.LogFixture.entry;
import static org.holdfast.log.LogFixture.id;
import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Set;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Confidential.Readable;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.Outcome;
import org.holdfast.log.Verdict.Broken;
import org.holdfast.log.Verdict.Harm;
import org.holdfast.log.Verdict.Sound;
import org.holdfast.sealing.Mac;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally.Event.Noted;
import org.holdfast.testing.Tally.Wish.Add;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class ArchiveTest {
    private LogFixture node;
    private Archiver archiver;
    private LogVerifier verifier;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        node = new LogFixture(vertx, redis);
        archiver = new Archiver(node.redis, LogFixture.MASTER, node.heads);
        verifier = new LogVerifier(node.redis, LogFixture.MASTER, node.heads);
    }

    private String streamLength() {
        return get(LogFixture.ask(node.redis, Command.XLEN, Names.stream(EVENING)));
    }

    private Head add(Head head, long seq) {
        var appended = get(node.log.append(EVENING, chairs(seq), head.mac()));
        return new Head(seq, ((Appended.Written) appended).mac());
    }

    @Test
    void a_log_reads_after_archiving_as_it_did_before_from_whichever_entry() {
        var count = RedisEventLog.PAGE + 30;
        var head = node.fill(EVENING, count);
        get(node.heads.flush());
        var all = get(node.log.read(EVENING, Head.EMPTY));
        var stored = get(new ArchivedEntries(node.redis, LogFixture.MASTER).of(EVENING));
        assertEquals(Archiver.Outcome.ARCHIVED, get(archiver.archive(EVENING)));
        assertEquals("0", streamLength());
        assertEquals(head, get(node.log.head(EVENING)));
        assertEquals(all, get(node.log.read(EVENING, Head.EMPTY)));
        assertEquals(stored, get(new ArchivedEntries(node.redis, LogFixture.MASTER).of(EVENING)));
        for (var known : List.of(1, 499, 500, 501, count - 1, count)) {
            var rest = get(node.log.read(EVENING, all.get(known - 1).head()));
            assertEquals(all.subList(known, count), rest, "from " + known);
        }
        assertEquals(new Sound(EVENING, count, true), get(verifier.verify(EVENING)));
        assertEquals(List.of(EVENING), get(verifier.logs()));
    }

    @Test
    void the_next_entry_chains_onto_the_archived_end_and_onto_nothing_else() {
        var head = node.fill(EVENING, 3);
        get(archiver.archive(EVENING));
        assertInstanceOf(Appended.Behind.class, get(node.log.append(EVENING, chairs(3), head.mac())));
        assertEquals(new Appended.Ahead(3), get(node.log.append(EVENING, chairs(5), head.mac())));
        assertInstanceOf(Appended.Forked.class, get(node.log.append(EVENING, chairs(4), new Mac("other"))));
        assertInstanceOf(Appended.Written.class, get(node.log.append(EVENING, chairs(4), head.mac())));
        assertEquals(4, get(node.log.read(EVENING, Head.EMPTY)).size());
        assertEquals(
                List.of(chairs(4)),
                get(node.log.read(EVENING, head)).stream().map(it -> it.entry()).toList());
    }

    @Test
    void a_correction_after_archiving_is_appended_and_later_archived_beside_the_first_part() {
        add(node.fill(EVENING, 3), 4);
        get(archiver.archive(EVENING));
        var first = fields();
        var end = add(add(get(node.log.head(EVENING)), 5), 6);
        get(node.heads.flush());
        assertEquals(new Sound(EVENING, 6, true), get(verifier.verify(EVENING)));
        var all = get(node.log.read(EVENING, Head.EMPTY));
        assertEquals(Archiver.Outcome.ARCHIVED, get(archiver.archive(EVENING)));
        assertEquals(Archiver.Outcome.NOTHING_LEFT, get(archiver.archive(EVENING)));
        assertEquals(all, get(node.log.read(EVENING, Head.EMPTY)));
        assertEquals(end, get(node.log.head(EVENING)));
        assertEquals(Set.of("1-4", "5-6", "end"), fields());
        assertEquals(Set.of("1-4", "end"), first);
        assertEquals(new Sound(EVENING, 6, true), get(verifier.verify(EVENING)));
        add(end, 7);
        assertEquals(all.size() + 1, get(node.log.read(EVENING, Head.EMPTY)).size());
    }

    private Set<String> fields() {
        var keys = get(LogFixture.ask(node.redis, Command.HKEYS, Names.archive(EVENING)));
        return Set.of(keys.replaceAll("[\\[\\] ]", "").split(","));
    }

    @Test
    void of_two_nodes_that_archive_at_once_one_does_and_the_other_finds_it_done(Vertx vertx, TestRedis redis) {
        node.fill(EVENING, 5);
        var all = get(node.log.read(EVENING, Head.EMPTY));
        var other = new Archiver(new LogFixture(vertx, redis).redis, LogFixture.MASTER, node.heads);
        var here = get(archiver.prepare(EVENING));
        var there = get(other.prepare(EVENING));
        assertTrue(here != null && there != null);
        var outcomes = get(Future.all(archiver.store(here), other.store(there))).<Archiver.Outcome>list();
        assertEquals(Set.of(Archiver.Outcome.ARCHIVED, Archiver.Outcome.NOTHING_LEFT), Set.copyOf(outcomes));
        assertEquals(all, get(node.log.read(EVENING, Head.EMPTY)));
    }

    @Test
    void what_is_appended_between_reading_and_storing_stops_the_archiving() {
        var head = node.fill(EVENING, 5);
        var prepared = get(archiver.prepare(EVENING));
        assertTrue(prepared != null);
        add(head, 6);
        assertEquals(Archiver.Outcome.MOVED_ON, get(archiver.store(prepared)));
        assertEquals("6", streamLength());
        assertEquals(6, get(node.log.read(EVENING, Head.EMPTY)).size());
        // And a part of long ago, from a node that slept, is stored over nothing.
        get(archiver.archive(EVENING));
        assertEquals(Archiver.Outcome.MOVED_ON, get(archiver.store(prepared)));
        assertEquals(6, get(node.log.read(EVENING, Head.EMPTY)).size());
    }

    @Test
    void nodes_that_have_the_session_open_go_on(Vertx vertx, TestRedis redis) {
        var there = new LogFixture(vertx, redis);
        var here = get(node.hosts(vertx).open(EVENING));
        var other = get(there.hosts(vertx).open(EVENING));
        for (var n = 0; n < 10; n++) get(here.submit(new Add("chairs", 1), DANA, id(n)));
        get(archiver.archive(EVENING));
        assertEquals(new Outcome.Done(11), get(here.submit(new Add("chairs", 1), DANA, id(10))));
        assertEquals(new Outcome.Done(12), get(other.submit(new Add("chairs", 1), SAM, id(10))));
        // Asked again it does nothing twice, also where the answer lies in the archive by now.
        assertEquals(new Outcome.Done(3), get(other.submit(new Add("chairs", 1), DANA, id(2))));
        get(here.catchUp());
        assertEquals(here.state(), other.state());
        get(here.refold());
        assertEquals(here.state(), other.state());
    }

    @Test
    void appending_races_with_archiving_and_every_wish_stands_once(Vertx vertx) {
        var hosts = node.hosts(vertx);
        var host = get(hosts.open(EVENING));
        for (var n = 0; n < 200; n++) {
            var asked = host.submit(new Add("chairs", 1), DANA, id(n));
            get(Future.all(asked, archiver.archive(EVENING)));
            assertEquals(new Outcome.Done(n + 1L), asked.result());
        }
        get(node.heads.flush());
        assertEquals(200, get(node.log.read(EVENING, Head.EMPTY)).size());
        assertEquals(new Sound(EVENING, 200, true), get(verifier.verify(EVENING)));
    }

    @Test
    void a_log_that_is_not_what_was_written_stays_as_it_stands() {
        node.fill(EVENING, 5);
        var rows = Tampering.read(node, EVENING);
        rows.remove(2);
        Tampering.write(node, EVENING, rows);
        assertThrows(DamagedLog.class, () -> get(archiver.archive(EVENING)));
        assertEquals("4", streamLength());
    }

    @Test
    void a_log_that_lost_its_end_is_not_archived_as_if_it_were_whole() {
        node.fill(EVENING, 5);
        get(node.heads.flush());
        Tampering.write(node, EVENING, Tampering.read(node, EVENING).subList(0, 3));
        var damaged = assertThrows(DamagedLog.class, () -> get(archiver.archive(EVENING)));
        assertTrue(String.valueOf(damaged.getMessage()).contains("entry 5 was acknowledged"));
        assertEquals("3", streamLength());
    }

    @Test
    void words_whose_key_is_destroyed_later_are_gone_in_the_archive_too_and_the_rest_still_verifies() {
        var why = new Readable(Lifetime.SESSION_RECORD, "shouted at Sam");
        var where = new Readable(Lifetime.ARRIVAL, "12 Oak Street");
        get(node.log.append(EVENING, entry(1, new Noted("Sam", why, where)), Mac.NONE));
        get(node.heads.flush());
        get(archiver.archive(EVENING));
        node.keyring
                .destroy(KeyNames.of(EVENING, Lifetime.ARRIVAL, id(1)))
                .toCompletableFuture()
                .join();
        var read = get(node.log.read(EVENING, Head.EMPTY)).getFirst().entry();
        assertEquals(List.of(new Noted("Sam", why, new Gone(Lifetime.ARRIVAL))), read.events());
        assertEquals(new Sound(EVENING, 1, true), get(verifier.verify(EVENING)));
    }

    @Test
    void an_archive_that_is_deleted_or_a_tail_that_is_cut_off_is_missed() {
        add(add(node.fill(EVENING, 3), 4), 5);
        get(archiver.archive(EVENING));
        var end = add(get(node.log.head(EVENING)), 6);
        add(end, 7);
        get(LogFixture.ask(node.redis, Command.XDEL, Names.stream(EVENING), "7-0"));
        assertEquals(new Broken(EVENING, 7, Harm.CUT_OFF), get(verifier.verify(EVENING)));
        get(LogFixture.ask(node.redis, Command.DEL, Names.archive(EVENING)));
        assertEquals(new Broken(EVENING, 1, Harm.CUT_OUT), get(verifier.verify(EVENING)));
        assertThrows(DamagedLog.class, () -> get(node.log.read(EVENING, Head.EMPTY)));
    }

    @Test
    void the_first_bad_entry_of_the_tail_is_named_behind_an_archive() {
        add(node.fill(EVENING, 3), 4);
        get(archiver.archive(EVENING));
        var head = get(node.log.head(EVENING));
        add(add(add(head, 5), 6), 7);
        var rows = Tampering.read(node, EVENING);
        rows.remove(1);
        Tampering.write(node, EVENING, rows);
        assertEquals(new Broken(EVENING, 6, Harm.CUT_OUT), get(verifier.verify(EVENING)));
    }

    @Test
    void an_emptied_stream_knows_its_last_entry_after_the_file_was_rewritten_and_redis_restarted(TestRedis redis) {
        var head = node.fill(EVENING, 4);
        get(archiver.archive(EVENING));
        get(LogFixture.ask(node.redis, Command.BGREWRITEAOF));
        until(() -> get(LogFixture.ask(node.redis, Command.INFO, "persistence")).contains("aof_rewrite_in_progress:0"));
        redis.kill9();
        redis.restart();
        node.untilRedisAnswers();
        var info = get(LogFixture.ask(node.redis, Command.XINFO, "STREAM", Names.stream(EVENING)));
        assertTrue(info.contains("4-0"), info);
        assertEquals(head, get(node.log.head(EVENING)));
        add(head, 5);
    }
}
