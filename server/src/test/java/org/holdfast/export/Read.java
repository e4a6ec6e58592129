package org.holdfast.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A CSV export as a program reads it.
record Read(List<List<String>> lines) {
    static Read of(Export export) {
        var reader = CsvReader.builder().skipEmptyLines(false).detectBomHeader(true);
        try (var csv = reader.ofCsvRecord(new ByteArrayInputStream(export.bytes()))) {
            return new Read(csv.stream().map(CsvRecord::getFields).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows below the line that begins with this column.
    List<List<String>> below(String column) {
        var head = lines.stream()
                .filter(line -> line.getFirst().equals(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No table begins with " + column));
        return lines.subList(lines.indexOf(head) + 1, lines.size()).stream()
                .takeWhile(line -> line.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    String fact(String label) {
        return lines.stream()
                .filter(line -> line.getFirst().equals(label))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    /// The words as they were before the guard, as [FormulaGuard] says they can be had.
    static String unguarded(String cell) {
        return cell.replaceAll(
                "(?<=^|[;\\t\\r\\n])'(?=[\\p{Z}\\p{Cf}\\p{Cc}'\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212])"
                        + "|^'(?='*[\\t\\r\\n])",
                "");
    }
}
