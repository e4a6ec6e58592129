package org.holdfast.directory;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.holdfast.audit.Audit;
import org.holdfast.audit.AuditCommand;
import org.holdfast.audit.AuditEvent;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Ids;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;

/// This run of this node's own audit logs: with one writer each, no note ever waits for another node's.
public final class AuditLogs {
    /// A server is one clinic's.
    private static final String CLINIC = "clinic-";

    private static final int MONTH = "-2026-11".length();

    private final LogHosts<Audit, AuditCommand, AuditEvent> logs;
    private final InstantSource clock;
    private final String writer;

    /// @param node ends in the random letters of its run, so its end tells it from others when it is too long
    public AuditLogs(LogHosts<Audit, AuditCommand, AuditEvent> logs, InstantSource clock, String node) {
        this.logs = logs;
        this.clock = clock;
        var most = Ids.LONGEST - CLINIC.length() - MONTH;
        this.writer = CLINIC + node.substring(Math.max(0, node.length() - most));
    }

    public Future<Outcome> submit(AuditCommand command, Actor by, CommandId commandId) {
        return logs.submit(current(), command, by, commandId);
    }

    /// Months are UTC's: a log must not depend on where its server stands.
    public LogId current() {
        return LogId.audit(writer, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    public void close() {
        logs.close();
    }
}
