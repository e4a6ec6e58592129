package org.holdfast.export;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Cause;
import org.holdfast.attendance.DisputeView;
import org.holdfast.attendance.SheetView;
import org.holdfast.attendance.SheetView.CorrectedView;
import org.holdfast.attendance.SheetView.RowView;
import org.holdfast.attendance.Status;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// One person's row of the sheet as JSON, with nothing of anybody else beside it.
///
/// @param peak how many participants were there at once, at the most
record OwnSheetForm(
        String notice,
        @Nullable String translated,
        String form,
        String language,
        SessionForm session,
        AttendanceRules rules,
        long peak,
        RowForm row,
        List<SignatureForm> signatures) {
    static final String FORM = "holdfast-own-sheet 1";

    record SessionForm(
            SessionId id,
            Instant starts,
            Instant ends,
            String zone,
            AttendanceSheet.Standing life,
            @Nullable Instant ended,
            Instant asOf) {}

    record RowForm(
            MemberId member,
            String name,
            boolean expected,
            @Nullable Status status,
            @Nullable Instant arrived,
            @Nullable Instant admitted,
            List<IntervalForm> intervals,
            long actualMinutes,
            long creditedMinutes,
            long actualMs,
            long creditedMs,
            @Nullable Long audioOnlyMinutes,
            @Nullable Long audioOnlyMs,
            List<SentenceForm> because,
            @Nullable CorrectedView corrected,
            List<CorrectionForm> corrections,
            @Nullable DisputeForm dispute) {}

    record IntervalForm(Instant from, @Nullable Instant to, boolean in, Cause cause) {}

    record SentenceForm(String code, SortedMap<String, String> args, String text) {}

    record CorrectionForm(Instant at, Change change) {}

    record DisputeForm(Instant at, DisputeView.State state) {}

    static OwnSheetForm of(Source source, MemberId person) {
        var sheet = source.sheet();
        var plan = sheet.plan();
        Names nobodyElse = member -> member.equals(person) ? source.names().of(member) : "";
        var row = SheetView.of(sheet, nobodyElse, source.language()).rows().stream()
                .filter(it -> it.member().equals(person))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row for that person"));
        return new OwnSheetForm(
                Notice.TEXT,
                Notice.translated(source.language()),
                FORM,
                source.tag(),
                new SessionForm(
                        plan.session(),
                        plan.starts(),
                        plan.ends(),
                        plan.zone(),
                        sheet.life(),
                        sheet.ended(),
                        sheet.asOf()),
                plan.rules(),
                Count.of(sheet).peak(),
                of(row),
                SignatureForm.of(source));
    }

    private static RowForm of(RowView row) {
        var corrections = row.corrections() == null ? List.<SheetView.CorrectionView>of() : row.corrections();
        var dispute = row.dispute();
        return new RowForm(
                row.member(),
                row.name(),
                row.expected(),
                row.status(),
                row.arrived(),
                row.admitted(),
                row.intervals().stream()
                        .map(it -> new IntervalForm(it.from(), it.to(), it.in(), it.cause()))
                        .toList(),
                row.actualMinutes(),
                row.creditedMinutes(),
                row.actualMs(),
                row.creditedMs(),
                row.audioOnlyMinutes(),
                row.audioOnlyMs(),
                row.because().stream()
                        .map(it -> new SentenceForm(it.code(), it.args(), it.text()))
                        .toList(),
                row.corrected(),
                corrections.stream()
                        .map(it -> new CorrectionForm(it.at(), it.change()))
                        .toList(),
                dispute == null ? null : new DisputeForm(dispute.at(), dispute.state()));
    }
}
