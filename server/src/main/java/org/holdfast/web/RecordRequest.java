package org.holdfast.web;

import org.holdfast.decision.CommandId;
import org.holdfast.decision.Named;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// What is asked of a session's record, as a page sends it.
sealed interface RecordRequest {
    /// Made by the page, so that a retry does nothing twice.
    CommandId command();

    record CorrectRow(CommandId command, MemberId member, Change change, String reason) implements RecordRequest {}

    record DisputeRow(CommandId command, String words) implements RecordRequest {}

    /// One of the two.
    record AnswerDispute(
            CommandId command,
            @Nullable Accept accept,
            @Nullable Decline decline) implements RecordRequest {}

    record Accept(Change change, String reason) {}

    @Named("decline")
    record Decline(String words) {}

    /// @param co whether it is put beside a first signature
    record SignSheet(CommandId command, long sheet, String hash, String name, String credential, boolean co)
            implements RecordRequest {}
}
