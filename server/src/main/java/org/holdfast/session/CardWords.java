package org.holdfast.session;

import org.holdfast.session.WorksheetView.ProgressView;
import org.jspecify.annotations.Nullable;

/// What somebody wrote, as their own log tells it now: joined to worksheets after the fold, as names are.
public interface CardWords {
    /// As one text, a line for each where there are several; nothing where nothing is written any more.
    @Nullable
    String of(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row);

    /// How far they are with it, without a word of what they wrote; nothing while they have not begun.
    default @Nullable ProgressView progress(MemberId member, WorksheetId worksheet) {
        return null;
    }
}
