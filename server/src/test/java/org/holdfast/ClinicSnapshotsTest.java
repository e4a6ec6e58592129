package org.holdfast;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.Schedule;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Due;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisDue;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.log.Snapshotter;
import org.holdfast.sealing.MasterKey;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// When the clinics' logs are looked at, and by whom.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ClinicSnapshotsTest {
    private static final MasterKey MASTER = MasterKey.random(new SecureRandom());
    private static final Actor DANA = new Actor.Person("dana");
    private static final Duration HOLD = Duration.ofSeconds(10);

    private final ManualClock clock = ManualClock.atNine();
    private RedisConnections redis;
    private RedisHeads heads;
    private RedisDue due;
    private ClinicSnapshots snapshots;

    @BeforeEach
    void aClinicThatHasSaidMuch(Vertx vertx, TestRedis server) {
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        heads = new RedisHeads(redis, MASTER);
        due = new RedisDue(redis);
        snapshots = ClinicSnapshots.of(vertx, redis, MASTER, heads, due, clock);
        var log = new RedisEventLog<>(
                redis, SealedJson.of(ClinicEvent.class), MASTER, new RedisKeyring(redis, MASTER), heads);
        var head = Head.EMPTY;
        for (var seq = 1L; seq <= Snapshotter.ENTRIES; seq++) {
            ClinicEvent event = new Schedule.HolidayKept(LocalDate.EPOCH.plusDays(seq), "Day " + seq);
            var entry = new Entry<>(seq, clock.instant(), DANA, new CommandId("c" + seq), List.of(event));
            head = new Head(seq, ((Appended.Written) get(log.append(ClinicLog.ID, entry, head.mac()))).mac());
        }
        get(heads.flush());
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }

    private boolean isThere() {
        return get(ClinicSnapshots.found(redis, MASTER, heads).of(ClinicLog.ID)).isPresent();
    }

    @Test
    void each_clinic_is_looked_at_when_a_node_has_started_long_enough_ago_by_one_node_only() {
        get(snapshots.start());
        assertEquals(List.of(), get(due.claim(clock.instant(), HOLD, 1)));
        clock.pass(ClinicSnapshots.LATER);
        var claimed = get(due.claim(clock.instant(), HOLD, 1));
        assertEquals(
                List.of(new Due.Item(ClinicSnapshots.KIND, ClinicLog.ID)),
                claimed.stream().map(Due.Claimed::item).toList());
        assertEquals(List.of(), get(due.claim(clock.instant(), HOLD, 1)));
        get(snapshots.look(ClinicLog.ID));
        assertTrue(isThere());
    }

    @Test
    void a_log_that_is_damaged_is_not_asked_again_every_few_seconds() {
        get(redis.send(Request.cmd(Command.XTRIM)
                .arg("log:{" + ClinicLog.ID + "}")
                .arg("MAXLEN")
                .arg("=")
                .arg(Snapshotter.ENTRIES - 1)));
        get(snapshots.look(ClinicLog.ID));
        assertTrue(!isThere());
    }
}
