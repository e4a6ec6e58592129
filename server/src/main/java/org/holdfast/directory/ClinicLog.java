package org.holdfast.directory;

import io.vertx.core.Future;
import java.time.Instant;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicCommand;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.Groups;
import org.holdfast.clinic.Guests;
import org.holdfast.clinic.People;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.Standards;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.live.Due;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.Untrusted;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clinic as its own log tells of it.
public final class ClinicLog {
    public static final LogId ID = LogId.clinic(ClinicId.ONLY.value());

    /// What is due of a clinic's calendar: that somebody looks into it.
    public static final String CALENDAR = "calendar";

    private static final Logger LOG = LoggerFactory.getLogger(ClinicLog.class);

    private final LogHosts<Clinic, ClinicCommand, ClinicEvent> logs;
    private final Due due;
    private final ClinicId id;

    /// Of the clinic that a server has when it has only one.
    public ClinicLog(LogHosts<Clinic, ClinicCommand, ClinicEvent> logs, Due due) {
        this(logs, due, ClinicId.ONLY);
    }

    private ClinicLog(LogHosts<Clinic, ClinicCommand, ClinicEvent> logs, Due due, ClinicId id) {
        this.logs = logs;
        this.due = due;
        this.id = id;
    }

    /// That of another clinic on this server.
    public ClinicLog of(ClinicId other) {
        return other.equals(id) ? this : new ClinicLog(logs, due, other);
    }

    public ClinicId id() {
        return id;
    }

    public Future<Clinic> clinic() {
        return logs.open(log()).map(Untrusted::trusted).map(LogHost::state);
    }

    /// The clinic and how far its log was read for it.
    public record Books(Clinic clinic, long seq) {}

    /// As they stand in the store now: who decides something elsewhere by what they say must not be a moment behind.
    public Future<Books> books() {
        return logs.open(log())
                .compose(host -> host.catchUp().map(host))
                .map(Untrusted::trusted)
                .map(host -> new Books(host.state(), host.seq()));
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
        var outcome = logs.submit(log(), command, by, commandId);
        return movesSessions(command) ? outcome.compose(out -> lookAgain().map(out)) : outcome;
    }

    private static boolean movesSessions(ClinicCommand command) {
        return switch (command) {
            case Scheduling.Command _, Groups.Command _, Enrolment.Command _, Guests.Command _ -> true;
            case Standards.SetZone _ -> true;
            case Standards.Command _, People.Command _ -> false;
        };
    }

    /// At once, since what was planned may be about to begin, and whoever is to come may wait for the room. What is
    /// decided stands, whether or not this gets through:
    /// somebody looks a minute later anyhow.
    private Future<?> lookAgain() {
        return due.at(new Due.Item(CALENDAR, log()), Instant.EPOCH)
                .onFailure(cause -> LOG.warn("The calendar of {} is looked into later: {}", id, cause.toString()))
                .otherwiseEmpty();
    }

    private LogId log() {
        return LogId.clinic(id.value());
    }

    public void close() {
        logs.close();
    }
}
