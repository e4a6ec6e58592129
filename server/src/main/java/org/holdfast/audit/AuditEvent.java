package org.holdfast.audit;

import org.holdfast.decision.Named;
import org.jspecify.annotations.Nullable;

/// Whatever can have happened in an audit log. Whose act it was is the entry's actor.
public sealed interface AuditEvent {
    /// @param person whose; absent when it is the record of the whole session
    @Named("record.opened")
    record RecordOpened(@Nullable String person, RecordKind kind, String session) implements AuditEvent {}

    /// Of the clinic's own books.
    ///
    /// @param person whose; absent when it is about several
    @Named("file.opened")
    record FileOpened(
            @Nullable String person,
            FileKind kind,
            @Nullable String group) implements AuditEvent {}

    /// Left the server as a file.
    ///
    /// @param person whose; absent when it is about everybody in the session
    @Named("record.exported")
    record RecordExported(@Nullable String person, ExportKind kind, ExportFormat format, String session)
            implements AuditEvent {}

    /// A paper that somebody wrote on left the server as a file.
    @Named("worksheet.exported")
    record WorksheetExported(String person, String sheet, PaperFormat format) implements AuditEvent {}

    /// These notes left the server as a file.
    ///
    /// @param person the only one they are by or about; absent when they are everybody's
    @Named("notes.exported")
    record NotesExported(@Nullable String person, ExportFormat format) implements AuditEvent {}

    /// A whole log left as a bundle, by a command at the server itself: only who has its keys can give one, and the
    /// actor is the run of that command.
    ///
    /// @param log as `kind:id`
    @Named("log.bundled")
    record LogBundled(String log) implements AuditEvent {}

    enum RecordKind {
        /// Where somebody is today, and whom to call.
        WHEREABOUTS,
        /// Who came and how long, as it stands.
        SHEET,
        /// The sheet of a session with what was decided in it.
        SESSION_RECORD
    }

    enum FileKind {
        /// Everybody the clinic knows, by name.
        PEOPLE,
        /// One person: how to reach them, their way through the programme.
        PERSON,
        /// A group and who comes to it.
        GROUP,
        /// Somebody's links and browsers.
        LINKS,
        /// What somebody wrote on their worksheets.
        WORKSHEETS,
        /// These notes.
        AUDIT
    }

    enum ExportKind {
        SHEET,
        TIMELINE
    }

    enum ExportFormat {
        CSV,
        JSON
    }

    enum PaperFormat {
        FHIR,
        PDF
    }
}
