package org.holdfast.session;

import org.jspecify.annotations.Nullable;

/// What somebody wrote, as their own log tells it now: joined to cards after the fold, as names are.
public interface CardWords {
    /// As one text, a line for each where there are several; nothing where nothing is written any more.
    @Nullable
    String of(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row);
}
