package org.holdfast.web;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.AuditEvent;
import org.holdfast.audit.AuditEvent.FileOpened;
import org.holdfast.audit.AuditEvent.LogBundled;
import org.holdfast.audit.AuditEvent.RecordExported;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.jspecify.annotations.Nullable;

/// What an auditor reads: who opened what, and nothing of what they saw. Staff stand there by name, everybody else by
/// record number.
final class AuditViews {
    private AuditViews() {}

    /// What can have been opened or taken along.
    enum What {
        WHEREABOUTS,
        SHEET,
        SESSION_RECORD,
        PEOPLE,
        PERSON,
        GROUP,
        LINKS,
        AUDIT,
        SHEET_EXPORT,
        TIMELINE_EXPORT,
        BUNDLE;

        static What of(AuditEvent event) {
            return switch (event) {
                case RecordOpened(var _, var kind, var _) ->
                    switch (kind) {
                        case WHEREABOUTS -> WHEREABOUTS;
                        case SHEET -> SHEET;
                        case SESSION_RECORD -> SESSION_RECORD;
                    };
                case FileOpened(var _, var kind, var _) ->
                    switch (kind) {
                        case PEOPLE -> PEOPLE;
                        case PERSON -> PERSON;
                        case GROUP -> GROUP;
                        case LINKS -> LINKS;
                        case AUDIT -> AUDIT;
                    };
                case RecordExported(var _, var kind, var _, var _) ->
                    switch (kind) {
                        case SHEET -> SHEET_EXPORT;
                        case TIMELINE -> TIMELINE_EXPORT;
                    };
                case LogBundled _ -> BUNDLE;
            };
        }
    }

    /// @param id absent when a command at the server itself did it
    /// @param name of staff alone
    /// @param number the record number, where the clinic has one that can still be read
    record AuditPerson(
            @Nullable String id,
            @Nullable String name,
            @Nullable String number) {}

    /// @param about whose; absent when it is about several
    /// @param log of a bundle, as `kind:id`
    record AuditNote(
            Instant at,
            AuditPerson who,
            What what,
            @Nullable AuditPerson about,
            @Nullable String session,
            @Nullable String group,
            @Nullable String log) {}

    /// @param next what to ask for as `after`; absent when there is nothing more
    /// @param unread how many logs cannot be read as they were written, so that notes may be missing
    record AuditList(List<AuditNote> notes, @Nullable String next, int unread) {}

    static @Nullable String person(AuditEvent event) {
        return switch (event) {
            case RecordOpened(var person, var _, var _) -> person;
            case FileOpened(var person, var _, var _) -> person;
            case RecordExported(var person, var _, var _, var _) -> person;
            case LogBundled _ -> null;
        };
    }

    static @Nullable String session(AuditEvent event) {
        return switch (event) {
            case RecordOpened(var _, var _, var session) -> session;
            case FileOpened _, LogBundled _ -> null;
            case RecordExported(var _, var _, var _, var session) -> session;
        };
    }

    static @Nullable String group(AuditEvent event) {
        return event instanceof FileOpened(var _, var _, var group) ? group : null;
    }

    static @Nullable String log(AuditEvent event) {
        return event instanceof LogBundled(var log) ? log : null;
    }
}
