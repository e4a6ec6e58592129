package org.holdfast.export;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.attendance.Decided;
import org.holdfast.attendance.DisputeView;
import org.holdfast.attendance.Row;
import org.holdfast.session.Corrections.Correction;

/// The tables of what became of the record: corrections, disputes, signatures. Words that people typed into them are
/// left out of a file for one person.
record RecordTables(Source source, ZoneId zone) {
    /// @param decided how a timeline tells it
    private record Corrected(Correction correction, Decided decided) {}

    private record Disputed(Row row, DisputeView dispute) {}

    void write(Csv csv, List<Row> rows) {
        csv.table(Label.CORRECTIONS, corrections(), corrected(rows));
        var disputed = new ArrayList<Disputed>();
        for (var row : rows) {
            var dispute = DisputeView.of(row.dispute());
            if (dispute != null) disputed.add(new Disputed(row, dispute));
        }
        csv.table(Label.DISPUTES, disputes(), disputed);
        csv.table(Label.SIGNATURES, signatures(), SignatureForm.of(source));
    }

    /// In the order of the sheet, and of each person's in the order of the log.
    private List<Corrected> corrected(List<Row> rows) {
        var all = new ArrayList<Corrected>();
        for (var row : rows) {
            var told = source.timeline().decisions().stream()
                    .filter(it -> row.member().equals(it.about()) && it.deed().corrects())
                    .toList();
            for (var i = 0; i < told.size(); i++) {
                all.add(new Corrected(row.corrections().get(i), told.get(i)));
            }
        }
        return all;
    }

    private List<Column<Corrected>> corrections() {
        var columns = new ArrayList<Column<Corrected>>();
        if (whole())
            columns.add(
                    new Column<>(Label.ENTRY, it -> Cell.number(it.correction().seq())));
        columns.add(new Column<>(Label.TIME, it -> Cell.time(it.correction().at(), zone)));
        columns.add(new Column<>(Label.WHAT, it -> Cell.words(it.decided().text(source.names(), source.language()))));
        if (whole()) {
            columns.add(new Column<>(
                    Label.REASON,
                    it -> Cell.words(DisputeView.read(it.correction().reason()))));
        }
        return columns;
    }

    private List<Column<Disputed>> disputes() {
        var words = new Words(source.language());
        var columns = new ArrayList<Column<Disputed>>();
        columns.add(new Column<>(Label.TIME, it -> Cell.time(it.dispute().at(), zone)));
        columns.add(new Column<>(
                Label.PERSON, it -> Cell.words(source.names().of(it.row().member()))));
        columns.add(new Column<>(Label.RESULT, it -> words.of(it.dispute().state())));
        if (whole()) {
            columns.add(new Column<>(Label.WORDS, it -> Cell.words(it.dispute().words())));
            columns.add(new Column<>(Label.ANSWER, it -> Cell.words(it.dispute().answer())));
        }
        return columns;
    }

    private List<Column<SignatureForm>> signatures() {
        var words = new Words(source.language());
        var columns = new ArrayList<Column<SignatureForm>>();
        columns.add(new Column<>(Label.VERSION, it -> Cell.number((long) it.version())));
        columns.add(new Column<>(Label.KIND, it -> words.signature(it.co())));
        columns.add(new Column<>(Label.TIME, it -> Cell.time(it.at(), zone)));
        columns.add(new Column<>(Label.NAME, it -> Cell.words(it.name())));
        columns.add(new Column<>(Label.CREDENTIAL, it -> Cell.words(it.credential())));
        columns.add(new Column<>(Label.HASH, SignatureForm::hash));
        if (whole()) {
            columns.add(new Column<>(Label.SIGNED_UP_TO, it -> Cell.number(it.sheet())));
            columns.add(new Column<>(Label.ENTRY, it -> Cell.number(it.entry())));
        }
        return columns;
    }

    private boolean whole() {
        return source.person() == null;
    }
}
