package org.holdfast.audit;

import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Stamp;

/// One audit log as it tells itself. Nothing is ever decided by what stands in it, so it folds to numbers.
///
/// @param openings how often a record was opened
/// @param exports how often one left the server as a file
public record Audit(long openings, long exports) {
    public static final Decider<Audit, AuditCommand, AuditEvent> DECIDER = new AuditDecider();

    static final Audit EMPTY = new Audit(0, 0);

    Audit apply(AuditEvent event, Stamp stamp) {
        if (AuditDecider.isSomebody(stamp.by()) == event instanceof AuditEvent.LogBundled) {
            throw new DamagedLog("Entry " + stamp.seq() + " is by somebody who cannot have done it");
        }
        return switch (event) {
            case AuditEvent.RecordOpened _, AuditEvent.FileOpened _ -> new Audit(openings + 1, exports);
            case AuditEvent.RecordExported _,
                    AuditEvent.WorksheetExported _,
                    AuditEvent.NotesExported _,
                    AuditEvent.LogBundled _ -> new Audit(openings, exports + 1);
        };
    }
}
