package org.holdfast.attendance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.session.AttendanceRules;
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

    public record Heading(
            SessionId id,
            String title,
            Instant starts,
            Instant ends,
            AttendanceSheet.Standing life,
            @Nullable Instant ended,
            Life.@Nullable EndCause endedBy) {}

    /// @param status nothing for staff
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
            List<Sentence> because) {
        public RowView {
            intervals = List.copyOf(intervals);
            because = List.copyOf(because);
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
                plan.session(), plan.title(), plan.starts(), plan.ends(), sheet.life(), sheet.ended(), sheet.endedBy());
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
                row.because().stream()
                        .map(because -> Sentence.of(because, language))
                        .toList());
    }
}
