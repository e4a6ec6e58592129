package org.holdfast.audit;

import java.time.Instant;
import org.holdfast.audit.AuditCommand.ExportRecord;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordExported;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;

/// The rules of an audit log. Who may open what, its caller knows; here it is only noted, each time anew.
final class AuditDecider implements Decider<Audit, AuditCommand, AuditEvent> {
    @Override
    public Audit initial() {
        return Audit.EMPTY;
    }

    @Override
    public Decision<AuditEvent> decide(Audit audit, AuditCommand command, Actor by, Instant now) {
        var bundles = command instanceof AuditCommand.BundleLog;
        if (isSomebody(by) == bundles) return Decision.refuse(RefusalCode.NOT_FACILITATOR);
        return switch (command) {
            case OpenRecord(var person, var kind, var session) ->
                Decision.accept(new RecordOpened(person, kind, session));
            case AuditCommand.OpenFile(var person, var kind, var group) ->
                Decision.accept(new AuditEvent.FileOpened(person, kind, group));
            case ExportRecord(var person, var kind, var format, var session) ->
                Decision.accept(new RecordExported(person, kind, format, session));
            case AuditCommand.ExportWorksheet(var person, var sheet, var format) ->
                Decision.accept(new AuditEvent.WorksheetExported(person, sheet, format));
            case AuditCommand.ExportNotes(var person, var format) ->
                Decision.accept(new AuditEvent.NotesExported(person, format));
            case AuditCommand.BundleLog(var log) -> Decision.accept(new AuditEvent.LogBundled(log));
        };
    }

    @Override
    public Audit apply(Audit audit, AuditEvent event, Stamp stamp) {
        return audit.apply(event, stamp);
    }

    /// A node acts for itself alone: behind every opening there is a person, but behind a bundle only whoever
    /// stands at the server.
    static boolean isSomebody(Actor by) {
        return by instanceof Actor.Person;
    }
}
