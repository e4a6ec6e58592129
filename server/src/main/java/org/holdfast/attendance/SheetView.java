package org.holdfast.attendance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correction;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Role;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// The sheet as staff are shown it: with names, in one language, in the form of the API.
public record SheetView(Heading session, Instant asOf, AttendanceRules rules, List<RowView> rows) {
    public SheetView {
        rows = List.copyOf(rows);
    }

    /// @param zone the clinic's, in which the sentences tell the time
    public record Heading(
            SessionId id,
            String title,
            Instant starts,
            Instant ends,
            String zone,
            AttendanceSheet.Standing life,
            @Nullable Instant ended,
            Life.@Nullable EndCause endedBy) {}

    /// @param status nothing for staff
    /// @param audioOnlyMinutes with sound alone; nothing for staff, nor under rules from before anybody asked
    public record RowView(
            MemberId member,
            String name,
            Role role,
            boolean expected,
            @Nullable Status status,
            @Nullable Instant arrived,
            @Nullable Instant admitted,
            List<Interval> intervals,
            long actualMinutes,
            long creditedMinutes,
            long actualMs,
            long creditedMs,
            @Nullable Long audioOnlyMinutes,
            @Nullable Long audioOnlyMs,
            List<Sentence> because,
            @Nullable CorrectedView corrected,
            @Nullable List<CorrectionView> corrections,
            @Nullable DisputeView dispute) {
        public RowView {
            intervals = List.copyOf(intervals);
            because = List.copyOf(because);
            corrections = corrections == null ? null : List.copyOf(corrections);
        }
    }

    /// What stands instead of the computed values beside it.
    public record CorrectedView(
            @Nullable Status status,
            @Nullable Long creditedMinutes,
            @Nullable Long creditedMs) {
        static @Nullable CorrectedView of(@Nullable Corrected corrected) {
            if (corrected == null) return null;
            var credited = corrected.credited();
            return new CorrectedView(
                    corrected.status(),
                    credited == null ? null : credited.toMinutes(),
                    credited == null ? null : credited.toMillis());
        }
    }

    /// @param reason nothing when its key is gone
    public record CorrectionView(
            long entry,
            Instant at,
            String by,
            Change change,
            @Nullable String reason) {
        static CorrectionView of(Correction correction, Names names) {
            return new CorrectionView(
                    correction.seq(),
                    correction.at(),
                    names.of(correction.by()),
                    correction.change(),
                    DisputeView.read(correction.reason()));
        }
    }

    /// @param args what the sentence fills in, exactly
    public record Sentence(String code, SortedMap<String, String> args, String text, List<Long> entries) {
        static Sentence of(Because because, Language language) {
            var args = new TreeMap<String, String>();
            because.args().forEach((name, arg) -> args.put(name, arg.wire()));
            return new Sentence(because.reason().code(), args, because.text(language), because.entries());
        }
    }

    public static SheetView of(AttendanceSheet sheet, Names names, Language language) {
        var plan = sheet.plan();
        var heading = new Heading(
                plan.session(),
                plan.title(),
                plan.starts(),
                plan.ends(),
                plan.zone(),
                sheet.life(),
                sheet.ended(),
                sheet.endedBy());
        var rows = sheet.rows().stream()
                .map(row -> row(row, names, language))
                .sorted(Comparator.comparing(RowView::role)
                        .thenComparing(RowView::name)
                        .thenComparing(RowView::member))
                .toList();
        return new SheetView(heading, sheet.asOf(), plan.rules(), rows);
    }

    private static RowView row(Row row, Names names, Language language) {
        return new RowView(
                row.member(),
                names.of(row.member()),
                row.role(),
                row.expected(),
                row.status(),
                row.arrived(),
                row.admitted(),
                row.intervals(),
                row.actual().toMinutes(),
                row.credited().toMinutes(),
                row.actual().toMillis(),
                row.credited().toMillis(),
                row.audioOnly() == null ? null : Long.valueOf(row.audioOnly().toMinutes()),
                row.audioOnly() == null ? null : Long.valueOf(row.audioOnly().toMillis()),
                row.because().stream()
                        .map(because -> Sentence.of(because, language))
                        .toList(),
                CorrectedView.of(row.corrected()),
                row.corrections().isEmpty()
                        ? null
                        : row.corrections().stream()
                                .map(it -> CorrectionView.of(it, names))
                                .toList(),
                DisputeView.of(row.dispute()));
    }
}
