package org.holdfast.directory;

import io.vertx.core.Future;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.Untrusted;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;

/// The clinic as its own log tells of it. A server is one clinic's.
public final class ClinicLog {
    public static final LogId ID = new LogId("clinic", "clinic");

    private final LogHosts<Clinic, ClinicCommand, ClinicEvent> logs;

    public ClinicLog(LogHosts<Clinic, ClinicCommand, ClinicEvent> logs) {
        this.logs = logs;
    }

    public Future<Clinic> clinic() {
        return logs.open(ID).map(Untrusted::trusted).map(LogHost::state);
    }

    /// For a session that opens now: it keeps them.
    public Future<AttendanceRules> rules() {
        return clinic().map(clinic -> clinic.rules().completed());
    }

    /// Nothing for who has none.
    public Future<@Nullable String> credential(String person) {
        return clinic().map(clinic -> clinic.credential(person));
    }

    public Future<Outcome> submit(ClinicCommand command, Actor by, CommandId commandId) {
        return logs.submit(ID, command, by, commandId);
    }

    public void close() {
        logs.close();
    }
}
