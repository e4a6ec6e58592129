package org.holdfast.directory;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.holdfast.audit.Audit;
import org.holdfast.audit.AuditCommand;
import org.holdfast.audit.AuditEvent;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Ids;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;

/// This run of this node's own audit logs: with one writer each, no note ever waits for another node's.
public final class AuditLogs {
    private static final int MONTH = "-2026-11".length();
    private static final Pattern ENDS_WITH_A_MONTH = Pattern.compile(".+-\\d{4}-(0[1-9]|1[0-2])");

    private final LogHosts<Audit, AuditCommand, AuditEvent> logs;
    private final InstantSource clock;
    private final String node;

    /// @param node ends in the random letters of its run, so its end tells it from others when it is too long
    public AuditLogs(LogHosts<Audit, AuditCommand, AuditEvent> logs, InstantSource clock, String node) {
        this.logs = logs;
        this.clock = clock;
        this.node = node;
    }

    public Future<Outcome> submit(AuditCommand command, Actor by, CommandId commandId) {
        return submit(ClinicId.ONLY, command, by, commandId);
    }

    /// Into the clinic's own: an auditor of one reads nothing of another.
    public Future<Outcome> submit(ClinicId clinic, AuditCommand command, Actor by, CommandId commandId) {
        return logs.submit(current(clinic), command, by, commandId);
    }

    public LogId current() {
        return current(ClinicId.ONLY);
    }

    /// Months are UTC's: a log must not depend on where its server stands.
    public LogId current(ClinicId clinic) {
        var prefix = clinic + "-";
        var most = Ids.LONGEST - prefix.length() - MONTH;
        var writer = prefix + node.substring(Math.max(0, node.length() - most));
        return LogId.audit(writer, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /// Whether it holds notes of this clinic, whoever wrote them.
    public static boolean isOf(ClinicId clinic, LogId log) {
        return log.kind().equals("audit")
                && log.id().startsWith(clinic + "-")
                && ENDS_WITH_A_MONTH.matcher(log.id()).matches();
    }

    /// @param log an audit log
    public static YearMonth month(LogId log) {
        return YearMonth.parse(log.id().substring(log.id().length() - MONTH + 1));
    }

    /// What this run of this node has noted this month.
    public Future<Audit> noted(ClinicId clinic) {
        return logs.open(current(clinic)).map(LogHost::state);
    }

    public void close() {
        logs.close();
    }
}
