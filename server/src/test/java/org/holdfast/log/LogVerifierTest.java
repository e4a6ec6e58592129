package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Random;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Confidential.Readable;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.Verdict.Broken;
import org.holdfast.log.Verdict.Harm;
import org.holdfast.log.Verdict.Sound;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally.Event.Explained;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class LogVerifierTest {
    private static final int TAMPERINGS = 100;
    private static final long SEED = System.nanoTime();

    private LogFixture node;
    private LogVerifier verifier;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        node = new LogFixture(vertx, redis);
        verifier = new LogVerifier(node.redis, LogFixture.MASTER, node.heads);
    }

    private LogId filled(String name, int count) {
        var log = LogId.session(name);
        node.fill(log, count);
        get(node.heads.flush());
        return log;
    }

    @Test
    void a_log_that_nobody_touched_is_sound() {
        var log = filled("evening", 12);
        assertEquals(new Sound(log, 12, true), get(verifier.verify(log)));
        assertEquals(List.of(log), get(verifier.logs()));
    }

    @Test
    void each_of_a_hundred_random_tamperings_is_named_at_its_entry() {
        var random = new Random(SEED);
        for (var n = 0; n < TAMPERINGS; n++) {
            var tampering = Tampering.values()[n % Tampering.values().length];
            var count = 4 + random.nextInt(12);
            var log = filled("tampered" + n, count);
            var others = Tampering.read(node, filled("other" + n, count));
            var rows = Tampering.read(node, log);
            var where = tampering.apply(rows, others, random);
            Tampering.write(node, log, rows);
            var expected = new Broken(log, where + 1L, tampering.harm());
            assertEquals(expected, get(verifier.verify(log)), tampering + " of " + count + ", seed " + SEED);
            assertTrue(expected.sentence().contains("entry " + (where + 1)));
        }
    }

    @Test
    void without_an_anchor_a_cut_tail_still_shows_while_the_stream_itself_remembers() {
        var log = filled("evening", 5);
        var unanchored = new LogVerifier(node.redis, LogFixture.MASTER, Heads.NONE);
        get(LogFixture.ask(node.redis, Command.XDEL, Names.stream(log), "4-0", "5-0"));
        assertEquals(new Broken(log, 4, Harm.CUT_OFF), get(unanchored.verify(log)));
        Tampering.write(node, log, Tampering.read(node, log));
        var verdict = get(unanchored.verify(log));
        assertEquals(new Sound(log, 3, false), verdict);
        assertTrue(verdict.sentence().contains("not anchored"));
    }

    @Test
    void a_log_that_is_deleted_altogether_is_missed() {
        var log = filled("evening", 5);
        get(LogFixture.ask(node.redis, Command.DEL, Names.stream(log)));
        assertEquals(new Broken(log, 1, Harm.CUT_OFF), get(verifier.verify(log)));
    }

    @Test
    void an_anchor_never_goes_back_and_cannot_be_made_up() {
        var log = filled("evening", 5);
        node.heads.note(log, get(node.log.read(log, Head.EMPTY)).get(1).head());
        get(node.heads.flush());
        assertEquals(5, get(node.heads.of(log)).seq());
        get(LogFixture.ask(node.redis, Command.HSET, Names.HEADS, log, "3 mac seal"));
        assertEquals(new Verdict.AnchorAltered(log), get(verifier.verify(log)));
    }

    @Test
    void a_chain_verifies_after_the_keys_of_its_words_are_gone() {
        var log = LogId.session("evening");
        var words = new Explained("Sam", new Readable(Lifetime.SESSION_RECORD, "shouted"));
        var appended = get(node.log.append(log, LogFixture.entry(1, words), Head.EMPTY.mac()));
        assertTrue(appended instanceof Appended.Written);
        get(node.heads.flush());
        node.keyring
                .destroy(KeyNames.of(log, Lifetime.SESSION_RECORD, LogFixture.id(1)))
                .toCompletableFuture()
                .join();
        var verdict = get(verifier.verify(log));
        assertEquals(new Sound(log, 1, true), verdict);
        assertFalse(verdict.sentence().contains("shouted"));
    }
}
