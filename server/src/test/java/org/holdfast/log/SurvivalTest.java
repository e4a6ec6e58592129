package org.holdfast.log;

import static org.holdfast.log.LogFixture.DANA;
import static org.holdfast.log.LogFixture.EVENING;
import static org.holdfast.log.LogFixture.SAM;
import static org.holdfast.log.LogFixture.id;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.RefusalCode;
import org.holdfast.live.Halt;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally.Wish.Add;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nodes on one Redis, and accidents.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class SurvivalTest {
    private static final int EACH = 100;

    @Test
    void two_nodes_that_write_at_once_make_one_log_with_every_wish_once(Vertx vertx, TestRedis redis) {
        var here = new LogFixture(vertx, redis);
        var there = new LogFixture(vertx, redis);
        var hereHosts = here.hosts(vertx);
        var thereHosts = there.hosts(vertx);
        var asked = new ArrayList<Future<Outcome>>();
        for (var n = 0; n < EACH; n++) {
            asked.add(hereHosts.submit(EVENING, new Add("chairs", 1), DANA, id(n)));
            asked.add(thereHosts.submit(EVENING, new Add("chairs", 1), SAM, id(n)));
            // Some ask twice, on the other node.
            if (n % 10 == 0) asked.add(thereHosts.submit(EVENING, new Add("chairs", 1), DANA, id(n)));
        }
        get(Future.all(asked));
        assertTrue(asked.stream().allMatch(answer -> answer.result() instanceof Outcome.Done));
        assertEachOnce(here, 2 * EACH);
        var one = get(hereHosts.open(EVENING));
        var other = get(thereHosts.open(EVENING));
        get(Future.all(one.catchUp(), other.catchUp()));
        assertEquals(one.state(), other.state());
        get(one.refold());
        assertEquals(one.state(), other.state());
    }

    @Test
    void eighty_sessions_at_once_are_all_answered(Vertx vertx, TestRedis redis) {
        var node = new LogFixture(vertx, redis);
        var hosts = node.hosts(vertx);
        var asked = new ArrayList<Future<Outcome>>();
        for (var n = 0; n < 80 * 25; n++) {
            asked.add(hosts.submit(LogId.session("room" + n % 80), new Add("chairs", 1), DANA, id(n)));
        }
        get(Future.all(asked));
        assertTrue(asked.stream().allMatch(answer -> answer.result() instanceof Outcome.Done));
        assertEquals(25, get(node.log.head(LogId.session("room79"))).seq());
    }

    @Test
    void redis_killed_and_back_loses_nothing_acknowledged_and_doubles_nothing(Vertx vertx, TestRedis redis) {
        var here = new LogFixture(vertx, redis);
        var there = new LogFixture(vertx, redis);
        var hereHosts = here.hosts(vertx);
        var thereHosts = there.hosts(vertx);
        get(hereHosts.open(EVENING));
        get(thereHosts.open(EVENING));
        var asked = new ArrayList<Future<Outcome>>();
        for (var round = 0; round < 3; round++) {
            for (var n = 0; n < EACH / 2; n++) {
                var id = id(round * EACH + n);
                asked.add(hereHosts.submit(EVENING, new Add("chairs", 1), DANA, id));
                asked.add(thereHosts.submit(EVENING, new Add("chairs", 1), SAM, id));
            }
            // In the middle of it: some are answered, some are not.
            var some = asked.get(asked.size() - EACH / 2);
            Await.until(some::isComplete);
            redis.kill9();
            redis.restart();
        }
        get(Future.all(asked));
        assertTrue(asked.stream().allMatch(answer -> answer.result() instanceof Outcome.Done), "all were done");
        here.untilRedisAnswers();
        assertEachOnce(here, 3 * EACH);
    }

    private static void assertEachOnce(LogFixture node, int count) {
        var entries = get(node.log.read(EVENING, Head.EMPTY));
        assertEquals(count, entries.size());
        var distinct = new HashSet<List<Object>>();
        for (var written : entries) {
            distinct.add(List.of(written.entry().by(), written.entry().command()));
        }
        assertEquals(count, distinct.size());
    }

    @Test
    void redis_stopped_for_longer_than_we_wait_loses_and_doubles_nothing(Vertx vertx, TestRedis redis) {
        var node = new LogFixture(vertx, redis);
        var host = get(node.hosts(vertx).open(EVENING));
        get(host.submit(new Add("chairs", 1), DANA, id(1)));
        redis.sigstop();
        var asked = host.submit(new Add("chairs", 1), DANA, id(2));
        // By itself this connection would wait for ever: it is given up, with everything that is in flight on it.
        Await.until(() -> !node.redis.connected());
        redis.sigcont();
        assertEquals(new Outcome.Done(2), get(asked));
        node.untilRedisAnswers();
        assertEachOnce(node, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void a_new_node_does_not_write_on_a_log_that_lost_its_end(int left, Vertx vertx, TestRedis redis) {
        var node = new LogFixture(vertx, redis);
        node.fill(EVENING, 3);
        get(node.heads.flush());
        Tampering.write(node, EVENING, Tampering.read(node, EVENING).subList(0, left));
        var alarms = new ArrayList<Halt>();
        var hosts = node.hosts(vertx, alarms::add);
        var outcome = get(hosts.submit(EVENING, new Add("chairs", 1), DANA, id(9)));
        assertEquals(new Outcome.Refused(RefusalCode.UNAVAILABLE), outcome);
        assertInstanceOf(Halt.StoreDamaged.class, alarms.getFirst());
        assertTrue(alarms.getFirst().sentence().contains("ends at entry " + left + ", but entry 3 was acknowledged"));
    }

    @Test
    void answers_name_the_entry_in_which_the_wish_stands(Vertx vertx, TestRedis redis) {
        var node = new LogFixture(vertx, redis);
        var hosts = node.hosts(vertx);
        var asked = new ArrayList<Future<Outcome>>();
        for (var n = 0; n < 20; n++) asked.add(hosts.submit(EVENING, new Add("chairs", 1), DANA, id(n)));
        get(Future.all(asked));
        var standing = get(node.log.read(EVENING, Head.EMPTY)).stream()
                .collect(Collectors.toMap(
                        w -> w.entry().command(), w -> w.entry().seq()));
        for (var n = 0; n < 20; n++) {
            CommandId id = id(n);
            assertEquals(new Outcome.Done(standing.get(id)), asked.get(n).result());
        }
    }
}
