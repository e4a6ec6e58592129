package org.holdfast.export;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Decided;
import org.holdfast.attendance.Doer;

/// The timeline as CSV: one line for each thing that was decided or came about.
final class TimelineCsv {
    private TimelineCsv() {}

    static String of(Source source) {
        var csv = new Csv(source.language());
        Facts.of(source).session(csv);
        return csv.table(Label.TIMELINE, columns(source), source.timeline().decisions())
                .text();
    }

    private static List<Column<Decided>> columns(Source source) {
        var zone = source.zone();
        var names = source.names();
        var language = source.language();
        var columns = new ArrayList<Column<Decided>>();
        if (source.person() == null) columns.add(new Column<>(Label.ENTRY, it -> Cell.number(it.entry())));
        columns.add(new Column<>(Label.TIME, it -> Cell.time(it.at(), zone)));
        columns.add(new Column<>(
                Label.BY,
                it -> it.by() instanceof Doer.Nobody
                        ? Cell.EMPTY
                        : Cell.words(it.by().name(names, language))));
        columns.add(
                new Column<>(Label.ABOUT, it -> it.about() == null ? Cell.EMPTY : Cell.words(names.of(it.about()))));
        columns.add(new Column<>(Label.WHAT, it -> Cell.words(it.text(names, language))));
        columns.add(new Column<>(Label.CODE, it -> it.deed().code()));
        return columns;
    }
}
