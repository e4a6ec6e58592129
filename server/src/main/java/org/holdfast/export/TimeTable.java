package org.holdfast.export;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Interval;
import org.holdfast.attendance.Row;
import org.holdfast.session.MemberId;

/// The table of who was where when: one line for each stretch of time, waiting and gaps too.
record TimeTable(Source source, ZoneId zone) {
    private record Stretch(MemberId member, Interval interval, Duration time) {}

    void write(Csv csv, List<Row> rows) {
        var end = source.sheet().asOf();
        var all = new ArrayList<Stretch>();
        for (var row : rows) {
            for (var it : row.intervals()) {
                all.add(new Stretch(row.member(), it, Duration.between(it.from(), it.to() == null ? end : it.to())));
            }
        }
        csv.table(Label.INTERVALS, columns(), all);
    }

    private List<Column<Stretch>> columns() {
        var words = new Words(source.language());
        var columns = new ArrayList<Column<Stretch>>();
        columns.add(new Column<>(Label.PERSON, it -> Cell.words(source.names().of(it.member()))));
        columns.add(new Column<>(Label.FROM, it -> Cell.time(it.interval().from(), zone)));
        columns.add(new Column<>(Label.TO, it -> Cell.time(it.interval().to(), zone)));
        columns.add(new Column<>(Label.WHERE, it -> words.yes(it.interval().in())));
        columns.add(new Column<>(Label.CAUSE, it -> words.of(it.interval().cause())));
        columns.add(new Column<>(Label.MINUTES, it -> Cell.minutes(it.time())));
        columns.add(new Column<>(Label.SECONDS, it -> Cell.seconds(it.time())));
        if (source.person() == null) {
            columns.add(
                    new Column<>(Label.ENTRIES, it -> Cell.entries(it.interval().entries())));
        }
        return columns;
    }
}
