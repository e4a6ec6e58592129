package org.holdfast;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.ClinicForm;
import org.holdfast.directory.ClinicLog;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Due;
import org.holdfast.live.LogId;
import org.holdfast.live.Snapshots;
import org.holdfast.log.Heads;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisKeyring;
import org.holdfast.log.RedisSnapshots;
import org.holdfast.log.Snapshotter;
import org.holdfast.log.StateForm;
import org.holdfast.sealing.MasterKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees, about once an hour and on one node, that the clinics' logs have snapshots which are young enough.
public final class ClinicSnapshots {
    /// What it is called among the things that are due.
    static final String KIND = "snapshot";

    /// So that a node which has just started does nothing for later while people come in.
    static final Duration LATER = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ClinicSnapshots.class);

    private static final StateForm<Clinic> FORM =
            StateForm.of(ClinicForm.NUMBER, ClinicForm.class, ClinicForm::of, ClinicForm::clinic);

    private final Snapshotter<Clinic, ClinicEvent> snapshotter;
    private final Supplier<Future<List<LogId>>> logs;
    private final Due due;
    private final InstantSource clock;

    private ClinicSnapshots(
            Snapshotter<Clinic, ClinicEvent> snapshotter,
            Supplier<Future<List<LogId>>> logs,
            Due due,
            InstantSource clock) {
        this.snapshotter = snapshotter;
        this.logs = logs;
        this.due = due;
        this.clock = clock;
    }

    static ClinicSnapshots of(
            Vertx vertx, RedisConnections redis, MasterKey master, Heads heads, Due due, InstantSource clock) {
        return new ClinicSnapshots(
                maker(vertx, redis, master, heads), new LogVerifier(redis, master, heads)::logs, due, clock);
    }

    /// Where a node finds them.
    public static Snapshots<Clinic> found(RedisConnections redis, MasterKey master, Heads heads) {
        return new RedisSnapshots<>(redis, master, new RedisKeyring(redis, master), heads, FORM);
    }

    public static Snapshotter<Clinic, ClinicEvent> maker(
            Vertx vertx, RedisConnections redis, MasterKey master, Heads heads) {
        return new Snapshotter<>(vertx, redis, master, heads, Clinic.DECIDER, SealedJson.of(ClinicEvent.class), FORM);
    }

    /// Sets the next look at each clinic.
    Future<Void> start() {
        return logs.get()
                .compose(all -> Future.join(all.stream()
                        .filter(log -> log.kind().equals(ClinicLog.ID.kind()))
                        .map(log ->
                                due.at(new Due.Item(KIND, log), clock.instant().plus(LATER)))
                        .toList()))
                .mapEmpty();
    }

    /// What fails is tried again in an hour: until then a log is folded from further back, and nothing is amiss.
    Future<?> look(LogId clinic) {
        return snapshotter
                .look(clinic)
                .onSuccess(outcome -> LOG.info("Snapshot of {}: {}", clinic, outcome))
                .onFailure(cause -> LOG.warn("No snapshot of {} was made: {}", clinic, cause.toString()))
                .otherwiseEmpty();
    }
}
