package org.holdfast.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.holdfast.intake.Roster.Fault;

/// Reads a roster from CSV, separated by whatever stands most often in its first line. Takes every byte for a
/// stranger's: whatever is in the file, an answer comes, and only what was asked for is read.
public final class RosterCsv {
    public static final int LONGEST = 512 * 1024;
    public static final int MOST_ROWS = 1_000;
    /// After these nobody reads on.
    static final int MOST_FAULTS = 100;

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_FIELD = 2_000;
    private static final String MARK = "\uFEFF";

    private final List<Fault> faults = new ArrayList<>();
    private final SortedMap<Column, Integer> places = new TreeMap<>();
    private final SortedMap<Column, String> columns = new TreeMap<>();

    private RosterCsv() {}

    /// @param mapping which header is which column; the others are known by their names
    public static Roster read(String text, Map<Column, String> mapping) {
        return new RosterCsv().whole(text, mapping);
    }

    private Roster whole(String text, Map<Column, String> mapping) {
        var records = records(text.startsWith(MARK) ? text.substring(1) : text);
        if (records.isEmpty()) {
            if (faults.isEmpty()) faults.add(new Fault(1, null, Trouble.NO_NUMBER_COLUMN));
            return new Roster(columns, List.of(), List.of(), faults);
        }
        var headers = records.getFirst().getFields();
        find(headers, mapping);
        var rows = new ArrayList<Roster.Row>();
        var seen = new HashSet<String>();
        if (places.containsKey(Column.NUMBER) && places.containsKey(Column.NAME)) {
            for (var record : records.subList(1, records.size())) {
                if (faults.size() >= MOST_FAULTS) break;
                var row = new RowReading(record, places, faults).row();
                if (row == null) continue;
                if (seen.add(Column.comparable(row.number()))) rows.add(row);
                else faults.add(new Fault(row.line(), Column.NUMBER, Trouble.TWICE));
            }
        }
        var unread = headers.stream()
                .filter(header -> !columns.containsValue(header) && !header.isBlank())
                .toList();
        return new Roster(Collections.unmodifiableSortedMap(columns), unread, List.copyOf(rows), List.copyOf(faults));
    }

    private List<CsvRecord> records(String text) {
        var records = new ArrayList<CsvRecord>();
        var handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_FIELD)
                .build();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(handler, text)) {
            for (var record : csv) {
                if (records.size() > MOST_ROWS) {
                    faults.add(new Fault(record.getStartingLineNumber(), null, Trouble.TOO_MANY_ROWS));
                    return List.of();
                }
                records.add(record);
            }
        } catch (CsvParseException broken) {
            var last = records.isEmpty() ? 0 : records.getLast().getStartingLineNumber();
            faults.add(new Fault(last + 1, null, Trouble.NOT_CSV));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return records;
    }

    private static char separator(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var best = ',';
        for (var one : new char[] {';', '\t'}) if (count(first, one) > count(first, best)) best = one;
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    private void find(List<String> headers, Map<Column, String> mapping) {
        mapping.forEach((column, header) -> {
            var place = headers.indexOf(header);
            if (place < 0) faults.add(new Fault(1, column, Trouble.NO_SUCH_HEADER));
            else place(column, header, place);
        });
        for (var column : Column.values()) {
            if (mapping.containsKey(column)) continue;
            for (var place = 0; place < headers.size(); place++) {
                var free = !places.containsValue(place);
                if (free && !places.containsKey(column) && column.isCalled(headers.get(place))) {
                    place(column, headers.get(place), place);
                }
            }
        }
        missing(Column.NUMBER, Trouble.NO_NUMBER_COLUMN);
        missing(Column.NAME, Trouble.NO_NAME_COLUMN);
    }

    private void place(Column column, String header, int place) {
        places.put(column, place);
        columns.put(column, header);
    }

    private void missing(Column column, Trouble trouble) {
        if (!places.containsKey(column)) faults.add(new Fault(1, null, trouble));
    }
}
