package org.holdfast.log;

import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.log.LogFixture.chairs;
import static org.holdfast.log.LogFixture.entry;
import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Confidential.Readable;
import org.holdfast.decision.DamagedLog;
import org.holdfast.json.JsonText;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally.Event.Noted;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class RedisEventLogTest {
    private static final Confidential WHY = new Readable(Lifetime.SESSION_RECORD, "shouted at Sam");
    private static final Confidential WHERE = new Readable(Lifetime.ARRIVAL, "12 Oak Street");

    private LogFixture node;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        node = new LogFixture(vertx, redis);
    }

    @Test
    void an_entry_is_appended_only_onto_the_one_it_chains_to() {
        var head = node.fill(EVENING, 3);
        var log = node.log;
        assertInstanceOf(Appended.Behind.class, get(log.append(EVENING, chairs(3), head.mac())));
        assertEquals(new Appended.Ahead(3), get(log.append(EVENING, chairs(5), head.mac())));
        assertInstanceOf(Appended.Forked.class, get(log.append(EVENING, chairs(4), new Mac("other"))));
        assertInstanceOf(Appended.Written.class, get(log.append(EVENING, chairs(4), head.mac())));
    }

    @Test
    void a_log_whose_end_was_deleted_is_not_written_on() {
        var head = node.fill(EVENING, 3);
        var second = get(node.log.read(EVENING, Head.EMPTY)).get(1);
        get(LogFixture.ask(node.redis, Command.XDEL, Names.stream(EVENING), "3-0"));
        assertEquals(new Appended.Ahead(2), get(node.log.append(EVENING, chairs(3), second.mac())));
        assertEquals(new Appended.Ahead(2), get(node.log.append(EVENING, chairs(4), head.mac())));
    }

    @Test
    void where_many_logs_end_is_asked_in_one_go_and_a_doubtful_one_is_left_out() {
        var evening = node.fill(EVENING, 3);
        var morning = LogId.session("morning");
        var empty = LogId.session("empty");
        var strange = LogId.session("strange");
        var one = node.fill(morning, 1);
        get(LogFixture.ask(node.redis, Command.SET, Names.stream(strange), "no stream"));
        var ends = get(node.log.ends(List.of(EVENING, empty, strange, morning)));
        assertEquals(Map.of(EVENING, evening, morning, one), ends);
    }

    @Test
    void what_was_appended_reads_back_over_many_pages() {
        var head = node.fill(EVENING, RedisEventLog.PAGE * 2 + 1);
        var all = get(node.log.read(EVENING, Head.EMPTY));
        assertEquals(head, all.getLast().head());
        assertEquals(head, get(node.log.head(EVENING)));
        assertEquals(chairs(700), all.get(699).entry());
        assertEquals(
                all.subList(600, all.size()),
                get(node.log.read(EVENING, all.get(599).head())));
    }

    @Test
    void an_unknown_log_is_empty() {
        assertEquals(List.of(), get(node.log.read(LogId.session("never"), Head.EMPTY)));
        assertEquals(Head.EMPTY, get(node.log.head(LogId.session("never"))));
    }

    @Test
    void listeners_hear_that_they_may_have_missed_something_and_then_of_each_entry(Vertx vertx, TestRedis redis) {
        var heard = new CopyOnWriteArrayList<Long>();
        var hints = new LogFixture(vertx, redis).log.hints(EVENING, heard::add);
        until(() -> heard.contains(0L));
        node.fill(EVENING, 2);
        until(() -> heard.contains(2L));
        assertEquals(List.of(0L, 1L, 2L), heard);
        redis.kill9();
        redis.restart();
        until(() -> heard.size() == 4);
        assertEquals(0L, heard.getLast());
        hints.close();
    }

    @Test
    void confidential_words_are_stored_sealed_and_read_back() {
        var entry = entry(1, new Noted("Sam", WHY, WHERE));
        assertInstanceOf(Appended.Written.class, get(node.log.append(EVENING, entry, Mac.NONE)));
        var stored = get(node.redis.send(Request.cmd(Command.XRANGE)
                        .arg(Names.stream(EVENING))
                        .arg("-")
                        .arg("+")))
                .toString();
        assertFalse(stored.contains("shouted") || stored.contains("Oak"));
        assertEquals(entry, get(node.log.read(EVENING, Head.EMPTY)).getFirst().entry());
    }

    @Test
    void once_their_key_is_destroyed_words_are_gone_and_the_rest_still_verifies() {
        var entry = entry(1, new Noted("Sam", WHY, WHERE));
        get(node.log.append(EVENING, entry, Mac.NONE));
        destroy(Lifetime.ARRIVAL);
        var read = get(node.log.read(EVENING, Head.EMPTY)).getFirst().entry();
        assertEquals(List.of(new Noted("Sam", WHY, new Gone(Lifetime.ARRIVAL))), read.events());
    }

    @Test
    void words_that_come_after_their_key_was_destroyed_are_not_kept() {
        destroy(Lifetime.ARRIVAL);
        get(node.log.append(EVENING, entry(1, new Noted("Sam", WHY, WHERE)), Mac.NONE));
        var read = get(node.log.read(EVENING, Head.EMPTY)).getFirst().entry();
        assertEquals(List.of(new Noted("Sam", WHY, new Gone(Lifetime.ARRIVAL))), read.events());
    }

    private void destroy(Lifetime lifetime) {
        var name = KeyNames.of(EVENING, lifetime, LogFixture.id(1));
        node.keyring.destroy(name).toCompletableFuture().join();
    }

    @Test
    void sealed_words_swapped_between_fields_do_not_open_even_under_a_right_mac() {
        var other = new Readable(Lifetime.SESSION_RECORD, "came late");
        get(node.log.append(EVENING, entry(1, new Noted("Sam", WHY, other)), Mac.NONE));
        var row = Tampering.read(node, EVENING).getFirst();
        var event = (ObjectNode) JsonText.parse(row.events()).get(0);
        var first = event.get("first");
        event.set("first", event.get("second"));
        event.set("second", first);
        var events = "[" + event + "]";
        var link = new Link(1, row.at(), row.by(), row.command(), events);
        var mac = new Chain(LogFixture.MASTER, EVENING.toString()).next(Mac.NONE, link);
        Tampering.write(node, EVENING, List.of(new Stored("1-0", row.at(), row.by(), row.command(), events, mac)));
        var damaged = assertThrows(DamagedLog.class, () -> get(node.log.read(EVENING, Head.EMPTY)));
        assertTrue(String.valueOf(damaged.getMessage()).contains("/first: was not sealed for this place"));
    }

    @Test
    void another_master_key_reads_nothing(Vertx vertx, TestRedis redis) {
        node.fill(EVENING, 1);
        var stranger = new LogFixture(vertx, redis, MasterKey.random(new SecureRandom()));
        assertThrows(DamagedLog.class, () -> get(stranger.log.read(EVENING, Head.EMPTY)));
    }

    @Test
    void a_field_that_no_mac_covers_is_not_overlooked() {
        get(LogFixture.ask(
                node.redis, Command.XADD, Names.stream(EVENING), "1-0", "at", "", "by", "", "cmd", "c", "ev", "[]"));
        var damaged = assertThrows(DamagedLog.class, () -> get(node.log.read(EVENING, Head.EMPTY)));
        assertTrue(String.valueOf(damaged.getMessage()).contains("Entry 1"));
    }
}
