package org.holdfast.audit;

import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Stamp;

/// One audit log as it tells itself. Nothing is ever decided by what stands in it, so it folds to a number.
///
/// @param openings how often a record was opened
public record Audit(long openings) {
    public static final Decider<Audit, AuditCommand, AuditEvent> DECIDER = new AuditDecider();

    static final Audit EMPTY = new Audit(0);

    Audit apply(AuditEvent event, Stamp stamp) {
        return switch (event) {
            case AuditEvent.RecordOpened _ -> {
                if (!AuditDecider.isSomebody(stamp.by())) {
                    throw new DamagedLog("Entry " + stamp.seq() + " says that nobody opened a record");
                }
                yield new Audit(openings + 1);
            }
        };
    }
}
