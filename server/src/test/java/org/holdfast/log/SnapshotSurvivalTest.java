package org.holdfast.log;

import static org.holdfast.log.SnapshotFixture.CLINIC;
import static org.holdfast.log.SnapshotFixture.holidays;
import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Random;
import org.holdfast.live.LogId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nodes and stores that die while a snapshot is made: there is the one from before, the new one, or none, and the
/// clinic is the same.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class SnapshotSurvivalTest {
    private static final int ENTRIES = 120;
    private static final int EARLIER = 60;
    private static final int KILLS = 8;

    private SnapshotFixture node;
    private TestRedis server;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        server = redis;
        node = new SnapshotFixture(vertx, redis);
    }

    /// @return up to where the snapshot goes; 0 when there is none
    private long isWhole(LogId clinic, String when) {
        var host = get(node.hosts().open(clinic));
        assertEquals(ENTRIES, host.seq(), when);
        assertEquals(node.folded(clinic), host.state(), when);
        var found = node.found(clinic);
        // What lies there can be believed: nothing is half written.
        assertEquals(found != null, get(node.store.of(clinic)) != null, when);
        return found == null ? 0 : found.head().seq();
    }

    private void killAndRestartRedis() {
        server.kill9();
        server.restart();
        node.node.untilRedisAnswers();
    }

    @Test
    void redis_that_is_killed_between_the_steps_keeps_the_earlier_one_until_there_is_another() {
        node.append(CLINIC, holidays(1, EARLIER));
        node.snapshot(CLINIC);
        node.append(CLINIC, holidays(EARLIER + 1, ENTRIES));
        var prepared = get(node.snapshotter.prepare(CLINIC));
        assertNotNull(prepared);
        killAndRestartRedis();
        assertEquals(EARLIER, isWhole(CLINIC, "prepared"));
        get(node.snapshotter.store(prepared));
        killAndRestartRedis();
        assertEquals(ENTRIES, isWhole(CLINIC, "stored"));
        get(node.snapshotter.store(prepared));
        assertEquals(ENTRIES, isWhole(CLINIC, "stored twice"));
    }

    @Test
    void redis_that_is_killed_while_it_stores_has_stored_all_or_nothing() {
        var random = new Random(1);
        for (var n = 0; n < KILLS; n++) {
            var clinic = LogId.clinic("killed" + n);
            node.append(clinic, holidays(1, ENTRIES));
            var prepared = get(node.snapshotter.prepare(clinic));
            assertNotNull(prepared);
            var storing = node.snapshotter.store(prepared);
            var until = System.nanoTime() + random.nextInt(2_000_000);
            while (System.nanoTime() < until) Thread.onSpinWait();
            killAndRestartRedis();
            until(storing::isComplete);
            var stands = isWhole(clinic, "kill " + n);
            assertTrue(stands == ENTRIES || stands == 0 && storing.failed(), "kill " + n);
        }
    }

    @Test
    void a_node_that_is_killed_after_any_step_leaves_the_rest_to_another() {
        for (var step : SnapshottingMain.Step.values()) {
            var clinic = LogId.clinic("node" + step.ordinal());
            node.append(clinic, holidays(1, ENTRIES));
            SnapshottingMain.killedAt(step, server.url(), LogFixture.MASTER, clinic);
            var stands = isWhole(clinic, step.toString());
            assertTrue(stands == ENTRIES || step != SnapshottingMain.Step.ANSWERED);
            assertTrue(stands == 0 || step != SnapshottingMain.Step.PREPARED);
            get(node.snapshotter.look(clinic));
            assertEquals(ENTRIES, isWhole(clinic, step + ", then another"));
        }
    }
}
