package org.holdfast.session;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A worksheet that staff chose before the session. It lies there when the room opens, before nobody, until those who
/// lead open it.
///
/// @param worksheet drawn by whoever prepared it, as for one that is opened in the room
/// @param members for whom it is meant; absent for everybody who takes part
public record PreparedWorksheet(
        WorksheetId worksheet,
        String form,
        String version,
        Worksheet.Mode mode,
        @Nullable SortedSet<MemberId> members) {
    public PreparedWorksheet {
        members = members == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }

    /// Whether each for whom it is meant is among these, and whether there is anybody.
    public boolean isFor(SortedSet<MemberId> expected) {
        return members == null || (!members.isEmpty() && expected.containsAll(members));
    }
}
