package org.holdfast.audit;

import org.holdfast.audit.AuditEvent.FileOpened;
import org.holdfast.audit.AuditEvent.LogBundled;
import org.holdfast.audit.AuditEvent.NotesExported;
import org.holdfast.audit.AuditEvent.RecordExported;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.audit.AuditEvent.WorksheetExported;
import org.jspecify.annotations.Nullable;

/// What a note says was opened or taken along, in one form whatever it was.
///
/// @param person whose; absent when it is about several
/// @param log of a bundle, as `kind:id`
public record Noted(
        Kind kind,
        @Nullable String person,
        @Nullable String session,
        @Nullable String group,
        @Nullable String log) {
    public enum Kind {
        WHEREABOUTS,
        SHEET,
        SESSION_RECORD,
        PEOPLE,
        PERSON,
        GROUP,
        LINKS,
        WORKSHEETS,
        AUDIT,
        SHEET_EXPORT,
        TIMELINE_EXPORT,
        WORKSHEET_EXPORT,
        AUDIT_EXPORT,
        BUNDLE
    }

    public static Noted of(AuditEvent event) {
        return switch (event) {
            case RecordOpened(var person, var kind, var session) -> {
                var opened = switch (kind) {
                    case WHEREABOUTS -> Kind.WHEREABOUTS;
                    case SHEET -> Kind.SHEET;
                    case SESSION_RECORD -> Kind.SESSION_RECORD;
                };
                yield new Noted(opened, person, session, null, null);
            }
            case FileOpened(var person, var kind, var group) -> {
                var opened = switch (kind) {
                    case PEOPLE -> Kind.PEOPLE;
                    case PERSON -> Kind.PERSON;
                    case GROUP -> Kind.GROUP;
                    case LINKS -> Kind.LINKS;
                    case WORKSHEETS -> Kind.WORKSHEETS;
                    case AUDIT -> Kind.AUDIT;
                };
                yield new Noted(opened, person, null, group, null);
            }
            case RecordExported(var person, var kind, var _, var session) -> {
                var taken = switch (kind) {
                    case SHEET -> Kind.SHEET_EXPORT;
                    case TIMELINE -> Kind.TIMELINE_EXPORT;
                };
                yield new Noted(taken, person, session, null, null);
            }
            case WorksheetExported(var person, var _, var _) ->
                new Noted(Kind.WORKSHEET_EXPORT, person, null, null, null);
            case NotesExported(var person, var _) -> new Noted(Kind.AUDIT_EXPORT, person, null, null, null);
            case LogBundled(var log) -> new Noted(Kind.BUNDLE, null, null, null, log);
        };
    }
}
