package org.holdfast.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.session.Corrections.Correction;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// What another version of a session's sheet says otherwise, row by row, as it stands on each.
///
/// @param rows only those that changed, in the order of the sheet
public record SheetDifference(List<Changed> rows) {
    public SheetDifference {
        rows = List.copyOf(rows);
    }

    /// @param corrections what was corrected in between
    public record Changed(MemberId member, Values before, Values after, List<Correction> corrections) {
        public Changed {
            corrections = List.copyOf(corrections);
        }
    }

    public record Values(@Nullable Status status, Duration credited) {
        static Values of(Row row) {
            return new Values(row.standingStatus(), row.standingCredit());
        }
    }

    public static SheetDifference between(AttendanceSheet before, AttendanceSheet after) {
        var changed = new ArrayList<Changed>();
        for (var row : after.rows()) {
            // Both are of one session that is over, so they have the same rows.
            var old = Objects.requireNonNull(before.row(row.member()));
            var corrections = new ArrayList<>(row.corrections());
            corrections.removeAll(old.corrections());
            var was = Values.of(old);
            var is = Values.of(row);
            if (!corrections.isEmpty() || !was.equals(is)) changed.add(new Changed(row.member(), was, is, corrections));
        }
        return new SheetDifference(changed);
    }
}
