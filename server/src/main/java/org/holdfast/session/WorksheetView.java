package org.holdfast.session;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import org.holdfast.session.Worksheet.Mode;
import org.jspecify.annotations.Nullable;

/// One worksheet as one person may see it. It stands apart from a [View], which everybody of an audience shares: whom a
/// worksheet is not for knows nothing of it.
///
/// @param order its place among the others: the smaller number comes first
/// @param closed true where it is, which only staff are shown, else absent
/// @param members for whom, told to staff alone; absent where it is for everybody who takes part, and nobody while it
///     is only prepared
/// @param meant for whom one was prepared that nobody opened yet, told to staff alone; absent for everybody
/// @param progress how far each is who has begun, told to staff alone
public record WorksheetView(
        String form,
        String version,
        Mode mode,
        long order,
        @Nullable Boolean closed,
        @Nullable SortedMap<MemberId, Boolean> members,
        @Nullable SortedMap<MemberId, Boolean> meant,
        @Nullable SortedMap<MemberId, ProgressView> progress,
        SortedMap<CardId, CardView> cards,
        SortedMap<CardGroupId, HeadingView> groups) {

    /// @param questions that are before them now, which hangs on what they answered
    /// @param changed when they last wrote; absent while nothing is written
    public record ProgressView(
            int answered, int questions, @Nullable Instant changed) {}

    /// @param by whose it is, where the reader may know; `name` is how they are called
    /// @param nameless true where the group is not told whose it is, else absent
    /// @param words absent where nothing is written any more, which only its writer is shown
    public record CardView(
            ItemId item,
            @Nullable RowId row,
            long order,
            @Nullable CardGroupId group,
            @Nullable MemberId by,
            @Nullable String name,
            @Nullable Boolean nameless,
            @Nullable String words) {}

    public record HeadingView(String title, int order) {}

    /// All that one person may see.
    public record All(SortedMap<WorksheetId, WorksheetView> worksheets) {
        public static final All NOTHING = new All(Collections.emptySortedMap());
    }
}
