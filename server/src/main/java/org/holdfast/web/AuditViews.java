package org.holdfast.web;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Noted;
import org.holdfast.web.AuditChains.State;
import org.jspecify.annotations.Nullable;

/// What an auditor reads: who opened what, and nothing of what they saw. Staff stand there by name, everybody else by
/// record number.
final class AuditViews {
    private AuditViews() {}

    /// @param id absent when a command at the server itself did it
    /// @param name of staff alone
    /// @param number the record number, where the clinic has one that can still be read
    record AuditPerson(
            @Nullable String id,
            @Nullable String name,
            @Nullable String number) {}

    /// @param title absent, like the start, when the session's log cannot be read as it was written
    record AuditSession(
            String id, @Nullable String title, @Nullable Instant starts) {}

    record AuditGroup(String id, @Nullable String title) {}

    /// @param about whose; absent when it is about several
    /// @param log of a bundle, as `kind:id`
    record AuditNote(
            Instant at,
            AuditPerson who,
            Noted.Kind what,
            @Nullable AuditPerson about,
            @Nullable AuditSession session,
            @Nullable AuditGroup group,
            @Nullable String log) {}

    /// @param asked whom these notes are by or about; absent when nobody was asked for, empty when nobody is known by
    /// what was asked for
    /// @param next what to ask for as `after`; absent when there is nothing more
    /// @param unread how many logs cannot be read as they were written, so that notes may be missing
    record AuditList(
            List<AuditNote> notes,
            @Nullable List<AuditPerson> asked,
            @Nullable String next,
            int unread) {}

    /// @param month of who opened what, as 2026-11; absent for the clinic's own
    /// @param text the state as a sentence
    record ChainView(
            String log,
            @Nullable String month,
            State state,
            long entries,
            @Nullable Long harmed,
            @Nullable Long signed,
            @Nullable Instant signedAt,
            String text) {}

    record ChainReport(Instant at, List<ChainView> chains, int older) {}
}
