package org.holdfast.directory;

import io.vertx.core.Future;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.Untrusted;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;

/// A clinic as its own log tells of it.
public final class ClinicLog {
    public static final LogId ID = LogId.clinic(ClinicId.ONLY.value());

    private final LogHosts<Clinic, ClinicCommand, ClinicEvent> logs;
    private final ClinicId id;

    /// Of the clinic that a server has when it has only one.
    public ClinicLog(LogHosts<Clinic, ClinicCommand, ClinicEvent> logs) {
        this(logs, ClinicId.ONLY);
    }

    private ClinicLog(LogHosts<Clinic, ClinicCommand, ClinicEvent> logs, ClinicId id) {
        this.logs = logs;
        this.id = id;
    }

    /// That of another clinic on this server.
    public ClinicLog of(ClinicId other) {
        return other.equals(id) ? this : new ClinicLog(logs, other);
    }

    public ClinicId id() {
        return id;
    }

    public Future<Clinic> clinic() {
        return logs.open(log()).map(Untrusted::trusted).map(LogHost::state);
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
        return logs.submit(log(), command, by, commandId);
    }

    private LogId log() {
        return LogId.clinic(id.value());
    }

    public void close() {
        logs.close();
    }
}
