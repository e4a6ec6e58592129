package org.holdfast.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.holdfast.attendance.Language;

/// A CSV file as RFC 4180 has it: several tables below each other, the narrower ones filled up, so that each line has
/// as many cells as any other. The notice stands first.
final class Csv {
    private final Language language;
    private final List<List<String>> lines = new ArrayList<>();

    Csv(Language language) {
        this.language = language;
        line(Notice.TEXT);
        var translated = Notice.translated(language);
        if (translated != null) line(translated);
    }

    Csv line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    Csv fact(Label label, String cell) {
        return line(label.in(language), cell);
    }

    /// An empty line, the title, the names of the columns, the rows.
    <T> Csv table(Label title, List<Column<T>> columns, Collection<T> rows) {
        line().line(title.in(language));
        lines.add(columns.stream().map(column -> column.label().in(language)).toList());
        for (var row : rows) {
            lines.add(columns.stream().map(column -> column.cell().apply(row)).toList());
        }
        return this;
    }

    String text() {
        var widest = lines.stream().mapToInt(List::size).max().orElse(0);
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            for (var line : lines) {
                var full = new ArrayList<>(line);
                full.addAll(Collections.nCopies(widest - line.size(), Cell.EMPTY));
                csv.writeRecord(full);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
