package org.holdfast.export;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Language;
import org.holdfast.attendance.Row;
import org.holdfast.attendance.Status;
import org.jspecify.annotations.Nullable;

/// The sheet as CSV: the facts of the session, a row for each person with what was computed beside what was corrected,
/// then times, corrections, disputes and signatures, each in a table of its own.
final class SheetCsv {
    private final Source source;
    private final Language language;
    private final AttendanceSheet sheet;
    private final Words words;
    private final ZoneId zone;

    private SheetCsv(Source source) {
        this.source = source;
        this.language = source.language();
        this.sheet = source.sheet();
        this.words = new Words(language);
        this.zone = source.zone();
    }

    static String of(Source source) {
        return new SheetCsv(source).text();
    }

    private String text() {
        var csv = new Csv(language);
        var facts = Facts.of(source);
        facts.session(csv);
        facts.people(csv);
        facts.rules(csv);
        var rows = sheet.rows().stream()
                .filter(row -> source.shows(row.member()))
                .sorted(Comparator.comparing(Row::role)
                        .thenComparing(row -> source.names().of(row.member()))
                        .thenComparing(Row::member))
                .toList();
        csv.table(Label.SHEET, columns(), rows);
        new TimeTable(source, zone).write(csv, rows);
        new RecordTables(source, zone).write(csv, rows);
        return csv.text();
    }

    private List<Column<Row>> columns() {
        var columns = new ArrayList<Column<Row>>();
        columns.add(new Column<>(Label.PERSON, row -> Cell.words(source.names().of(row.member()))));
        columns.add(new Column<>(Label.ID, row -> row.member().value()));
        columns.add(new Column<>(Label.ROLE, row -> words.of(row.role())));
        columns.add(new Column<>(Label.EXPECTED, row -> words.yes(row.expected())));
        columns.add(new Column<>(Label.ARRIVED, row -> Cell.time(row.arrived(), zone)));
        columns.add(new Column<>(Label.ADMITTED, row -> Cell.time(row.admitted(), zone)));
        columns.add(new Column<>(Label.IN_ROOM, row -> Cell.minutes(row.actual())));
        columns.add(new Column<>(Label.STATUS, row -> status(row.status())));
        columns.add(new Column<>(
                Label.STATUS_CORRECTED,
                row -> row.corrected() == null
                        ? Cell.EMPTY
                        : status(row.corrected().status())));
        columns.add(new Column<>(Label.CREDITED, row -> Cell.minutes(row.credited())));
        columns.add(new Column<>(
                Label.CREDITED_CORRECTED,
                row -> row.corrected() == null
                        ? Cell.EMPTY
                        : Cell.minutes(row.corrected().credited())));
        columns.add(new Column<>(Label.AUDIO_ONLY, row -> Cell.minutes(row.audioOnly())));
        columns.add(new Column<>(Label.WHY, this::why));
        if (source.person() == null) columns.add(new Column<>(Label.ENTRIES, SheetCsv::entries));
        return columns;
    }

    private String status(@Nullable Status status) {
        return status == null ? Cell.EMPTY : status.in(language);
    }

    private String why(Row row) {
        return Cell.words(
                row.because().stream().map(because -> because.text(language)).collect(Collectors.joining(" ")));
    }

    private static String entries(Row row) {
        return Cell.entries(
                row.because().stream().flatMap(it -> it.entries().stream()).toList());
    }
}
