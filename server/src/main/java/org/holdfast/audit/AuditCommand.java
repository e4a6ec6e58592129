package org.holdfast.audit;

import org.holdfast.audit.AuditEvent.ExportFormat;
import org.holdfast.audit.AuditEvent.ExportKind;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.audit.AuditEvent.PaperFormat;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.decision.Ids;
import org.jspecify.annotations.Nullable;

/// Whatever may be asked of an audit log, by whoever is about to read and before they do.
public sealed interface AuditCommand {
    /// @param person whose record it is; absent when it is the whole session's
    /// @param session what gives them the right to
    record OpenRecord(@Nullable String person, RecordKind kind, String session) implements AuditCommand {
        public OpenRecord {
            if (person != null) Ids.check(person);
            Ids.check(session);
        }
    }

    /// Of the clinic's own books, apart from any session.
    ///
    /// @param person whose; absent when it is about several
    /// @param group which; absent when it is about no group
    record OpenFile(
            @Nullable String person,
            FileKind kind,
            @Nullable String group) implements AuditCommand {
        public OpenFile {
            if (person != null) Ids.check(person);
            if (group != null) Ids.check(group);
        }
    }

    /// @param person the only one it is about; absent when it is about everybody in the session
    record ExportRecord(@Nullable String person, ExportKind kind, ExportFormat format, String session)
            implements AuditCommand {
        public ExportRecord {
            if (person != null) Ids.check(person);
            Ids.check(session);
        }
    }

    /// @param person whose
    /// @param sheet which paper of theirs
    record ExportWorksheet(String person, String sheet, PaperFormat format) implements AuditCommand {
        public ExportWorksheet {
            Ids.check(person);
            Ids.check(sheet);
        }
    }

    /// @param person the only one they are by or about; absent when they are everybody's
    record ExportNotes(@Nullable String person, ExportFormat format) implements AuditCommand {
        public ExportNotes {
            if (person != null) Ids.check(person);
        }
    }

    /// @param log as `kind:id`
    record BundleLog(String log) implements AuditCommand {}
}
