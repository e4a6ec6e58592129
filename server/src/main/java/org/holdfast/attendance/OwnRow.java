package org.holdfast.attendance;

import java.time.Instant;
import java.util.List;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// What a person may see of the sheet: their own time, and why. Nothing of anybody else is in it, and no place in the
/// log, since those count what others do.
///
/// @param creditedMinutes as computed
/// @param correctedMinutes what staff credit instead, if they corrected it
public record OwnRow(
        Instant starts,
        Instant ends,
        long minutes,
        long creditedMinutes,
        List<OwnInterval> intervals,
        List<String> sentences,
        @Nullable Long correctedMinutes,
        @Nullable DisputeView dispute) {
    public OwnRow {
        intervals = List.copyOf(intervals);
        sentences = List.copyOf(sentences);
    }

    public record OwnInterval(Instant from, @Nullable Instant to, boolean in, Cause cause) {}

    /// Nothing for someone who is not on the sheet, and for guests, of whom it counts nothing.
    public static @Nullable OwnRow of(AttendanceSheet sheet, MemberId member, Language language) {
        var row = sheet.row(member);
        if (row == null || row.role().guest()) return null;
        return new OwnRow(
                sheet.plan().starts(),
                sheet.plan().ends(),
                row.actual().toMinutes(),
                row.credited().toMinutes(),
                row.intervals().stream()
                        .map(it -> new OwnInterval(it.from(), it.to(), it.in(), it.cause()))
                        .toList(),
                row.because().stream().map(because -> because.text(language)).toList(),
                row.corrected() == null || row.corrected().credited() == null
                        ? null
                        : Long.valueOf(row.corrected().credited().toMinutes()),
                DisputeView.of(row.dispute()));
    }
}
