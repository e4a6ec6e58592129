package org.holdfast.log;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.ClinicForm;
import org.holdfast.clinic.Schedule;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.Head;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Snapshot;
import org.holdfast.live.Timers;
import org.holdfast.sealing.MasterKey;
import org.holdfast.testing.TestRedis;
import org.jspecify.annotations.Nullable;

/// Clinics' logs and their snapshots, of one node on a test's Redis.
final class SnapshotFixture {
    static final LogId CLINIC = LogId.clinic("clinic");
    static final StateForm<Clinic> FORM =
            StateForm.of(ClinicForm.NUMBER, ClinicForm.class, ClinicForm::of, ClinicForm::clinic);

    final LogFixture node;
    final RedisEventLog<ClinicEvent> log;
    final RedisSnapshots<Clinic> snapshots;
    final Snapshotter<Clinic, ClinicEvent> snapshotter;
    final SnapshotStore store;
    private final Vertx vertx;

    SnapshotFixture(Vertx vertx, TestRedis server) {
        this(vertx, new LogFixture(vertx, server), FORM);
    }

    SnapshotFixture(Vertx vertx, LogFixture node, StateForm<Clinic> form) {
        this.vertx = vertx;
        this.node = node;
        log = new RedisEventLog<>(
                node.redis, SealedJson.of(ClinicEvent.class), LogFixture.MASTER, node.keyring, node.heads);
        snapshots = new RedisSnapshots<>(node.redis, LogFixture.MASTER, node.keyring, node.heads, form);
        snapshotter = maker(vertx, node.redis, LogFixture.MASTER, node.heads, form);
        store = new SnapshotStore(node.redis);
    }

    static Snapshotter<Clinic, ClinicEvent> maker(
            Vertx vertx, RedisConnections redis, MasterKey master, Heads heads, StateForm<Clinic> form) {
        return new Snapshotter<>(vertx, redis, master, heads, Clinic.DECIDER, SealedJson.of(ClinicEvent.class), form);
    }

    /// After what stands there.
    void append(LogId clinic, List<Entry<ClinicEvent>> entries) {
        var head = get(log.head(clinic));
        for (var entry : entries) {
            var appended = (Appended.Written) get(log.append(clinic, entry, head.mac()));
            head = new Head(entry.seq(), appended.mac());
        }
        get(node.heads.flush());
    }

    /// Of a clinic that keeps one holiday after the other.
    static List<Entry<ClinicEvent>> holidays(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> new Entry<ClinicEvent>(
                        seq,
                        LogFixture.NINE.plusSeconds(seq),
                        LogFixture.DANA,
                        LogFixture.id(seq),
                        List.of(new Schedule.HolidayKept(LocalDate.EPOCH.plusDays(seq), "Day " + seq))))
                .toList();
    }

    void snapshot(LogId clinic) {
        var prepared = get(snapshotter.prepare(clinic));
        assertNotNull(prepared);
        get(snapshotter.store(prepared));
    }

    @Nullable
    Snapshot<Clinic> found(LogId clinic) {
        return get(snapshots.of(clinic)).orElse(null);
    }

    /// From the log alone.
    Clinic folded(LogId clinic) {
        var state = Clinic.DECIDER.initial();
        for (var written : get(log.read(clinic, Head.EMPTY))) {
            state = Clinic.DECIDER.applyAll(state, written.entry());
        }
        return state;
    }

    /// As on a node that has just started, on a Monday at nine.
    LogHosts<Clinic, ClinicCommand, ClinicEvent> hosts() {
        var context = get(LiveContext.start(vertx));
        return new LogHosts<>(
                Clinic.DECIDER,
                log,
                snapshots,
                new Live(context, () -> LogFixture.NINE, Timers.of(vertx), Alarm.LOGGED));
    }
}
