package org.holdfast.audit;

import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.decision.Ids;

/// Whatever may be asked of an audit log.
public sealed interface AuditCommand {
    /// By whoever is about to read, before they do.
    ///
    /// @param person whose record it is
    /// @param session what gives them the right to
    record OpenRecord(String person, RecordKind kind, String session) implements AuditCommand {
        public OpenRecord {
            Ids.check(person);
            Ids.check(session);
        }
    }
}
