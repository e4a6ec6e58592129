package org.holdfast.audit;

import org.holdfast.decision.Named;

/// Whatever can have happened in an audit log.
public sealed interface AuditEvent {
    /// Who opened it is the entry's actor.
    @Named("record.opened")
    record RecordOpened(String person, RecordKind kind, String session) implements AuditEvent {}

    enum RecordKind {
        /// Where somebody is today, and whom to call.
        WHEREABOUTS
    }
}
