package org.holdfast.attendance;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.holdfast.session.Corrections.Change;
import org.holdfast.session.Corrections.Correction;
import org.holdfast.session.Plan;
import org.jspecify.annotations.Nullable;

/// The bytes of a sheet that are signed: one fact a line, in UTF-8, the same for the same entries on any machine.
///
/// They hold times, values and the entries these rest on. They hold no sentence, since a later version may word it
/// better, and no sealed word, since the bytes have to be found again when its key is gone.
public final class CanonicalSheet {
    /// Says nothing of minutes with sound alone, nor whether lost media count: the sheet of a session
    /// that opened before anybody asked, and so of every one that was signed before.
    private static final String FIRST_FORM = "holdfast-sheet 1";

    /// Says nothing of breaks: the sheet of a session that opened before a group's breaks were a matter of it.
    private static final String SECOND_FORM = "holdfast-sheet 2";

    private static final String FORM = "holdfast-sheet 3";

    private final StringBuilder text = new StringBuilder();

    private CanonicalSheet() {}

    public static byte[] bytes(AttendanceSheet sheet) {
        return text(sheet).getBytes(StandardCharsets.UTF_8);
    }

    /// The same, as it stands in the log with a signature.
    public static String text(AttendanceSheet sheet) {
        var written = new CanonicalSheet();
        written.sheet(sheet);
        return written.text.toString();
    }

    private void sheet(AttendanceSheet sheet) {
        var plan = sheet.plan();
        var rules = plan.rules();
        line(form(plan));
        line("session", plan.session().value());
        line("title", quoted(plan.title()));
        line("planned", plan.starts(), plan.ends(), plan.zone());
        line("life", word(sheet.life()), sheet.ended(), sheet.endedBy() == null ? null : word(sheet.endedBy()));
        line("sheet", sheet.seq(), sheet.asOf());
        line(
                "rules",
                rules.version(),
                rules.lateAfter(),
                rules.leftEarlyBefore(),
                rules.graceGap(),
                rules.minimumCreditPercent(),
                rules.creditUnattended());
        if (rules.judgesMedia()) line("media-lost", rules.creditMediaLost());
        if (plan.breaks() != null) line("breaks", word(plan.breaks()));
        sheet.rests().forEach(this::rest);
        sheet.rows().forEach(this::row);
    }

    private static String form(Plan plan) {
        if (plan.breaks() != null) return FORM;
        return plan.rules().judgesMedia() ? SECOND_FORM : FIRST_FORM;
    }

    private void rest(Rest it) {
        line("break", it.time().from(), it.time().to(), it.begun(), it.ended());
    }

    private void row(Row row) {
        line("row", row.member(), word(row.role()), row.expected() ? "expected" : "not-expected");
        line("came", row.arrived(), row.admitted());
        line("actual", row.actual().toMillis());
        if (row.audioOnly() != null) line("audio-only", row.audioOnly().toMillis());
        line(
                "computed",
                row.status() == null ? null : word(row.status()),
                row.credited().toMillis());
        line(
                "stands",
                row.standingStatus() == null ? null : word(row.standingStatus()),
                row.standingCredit().toMillis());
        row.intervals().forEach(this::interval);
        row.corrections().forEach(this::correction);
    }

    private void interval(Interval it) {
        var entries = it.entries().stream().map(String::valueOf).collect(Collectors.joining(","));
        line("interval", it.from(), it.to(), it.in() ? "in" : "out", word(it.cause()), entries);
    }

    private void correction(Correction it) {
        line("correction", it.seq(), it.at(), it.by(), change(it.change()));
    }

    private static String change(Change change) {
        return switch (change) {
            case Change.StatusIs(var status) -> "status " + word(status);
            case Change.Absence(var excused) -> "absence " + (excused ? "excused" : "unexcused");
            case Change.MinutesAre(var minutes) -> "minutes " + minutes;
            case Change.WasByPhone(var from, var to) -> "by-phone " + from + " " + to;
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The only words that somebody typed: whatever they hold, they end where they end.
    private static String quoted(String words) {
        return '"' + words.chars().mapToObj(CanonicalSheet::escaped).collect(Collectors.joining()) + '"';
    }

    private static String escaped(int c) {
        var plain = c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate((char) c);
        return plain ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c);
    }

    private void line(String kind, @Nullable Object... values) {
        text.append(kind);
        for (var value : values) text.append(' ').append(value == null ? "-" : value);
        text.append('\n');
    }
}
