package org.holdfast.person;

import static org.holdfast.decision.Confidential.Lifetime.CLINIC;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Readable;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.worksheet.Fitting;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// The worksheets of a person and what they wrote on them: an entry for each answer that was saved, sealed with the
/// person's key. What staff note beside an answer is sealed with the clinic's, and no person reads it.
public record Sheets(SortedMap<SheetId, Sheet> all) {
    public static final int MOST = 500;
    /// Letters of one answer; of several in one, all together.
    public static final int LONGEST_VALUE = 2_000;
    /// On one paper, all rows together.
    public static final int MOST_ANSWERS = 1_000;
    public static final int LONGEST_NOTE = 500;
    /// On one paper, of everybody.
    public static final int MOST_NOTES = 200;

    static final Sheets NONE = new Sheets(Collections.emptySortedMap());

    public Sheets {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    public sealed interface Command extends PersonCommand {}

    /// A paper for them: their own wish, while its worksheet is open for them, or staff gave it.
    ///
    /// @param session in which it is open; absent when it belongs to none
    public record Begin(
            SheetId sheet,
            String form,
            String version,
            @Nullable String session) implements Command {}

    /// @param form that the sheet is of: what may be answered is its matter
    public record Fill(SheetId sheet, Form form, Place place, Value value) implements Command {}

    public record Clear(SheetId sheet, Place place) implements Command {}

    public record RemoveRow(SheetId sheet, String row) implements Command {}

    /// By staff, beside an answer. Blank words take back what they noted.
    ///
    /// @param clinic that they work for, whose the note is
    public record Note(SheetId sheet, Form form, Place place, String words, String clinic) implements Command {}

    public sealed interface Event extends PersonEvent {}

    @Named("worksheet.begun")
    public record Begun(
            SheetId sheet,
            String form,
            String version,
            @Nullable String session) implements Event {}

    /// @param row in a group that repeats
    /// @param value as [Value#written]
    @Named("worksheet.answered")
    public record Answered(
            SheetId sheet, String item, @Nullable String row, Confidential value) implements Event {}

    @Named("worksheet.cleared")
    public record Cleared(
            SheetId sheet, String item, @Nullable String row) implements Event {}

    @Named("worksheet.row-removed")
    public record RowRemoved(SheetId sheet, String row) implements Event {}

    @Named("worksheet.noted")
    public record Noted(
            SheetId sheet, String item, @Nullable String row, Confidential words) implements Event {}

    @Named("worksheet.note-taken-back")
    public record NoteTakenBack(
            SheetId sheet, String item, @Nullable String row) implements Event {}

    public @Nullable Sheet sheet(SheetId id) {
        return all.get(id);
    }

    /// An answer as one text, several a line each; nothing where nothing stands or can be read any more.
    public @Nullable String words(SheetId id, Place place) {
        var sheet = sheet(id);
        var written = sheet == null ? null : Person.text(sheet.answers().get(place));
        return switch (written == null ? null : Value.parse(written)) {
            case Value.Words(var text) -> text;
            case Value.Several(var texts) -> String.join("\n", texts);
            case Value.Amount(var amount) -> amount.toPlainString();
            case Value.YesNo(var yes) -> String.valueOf(yes);
            case null -> null;
        };
    }

    static Decision<PersonEvent> decide(Sheets sheets, Command command, Actor by) {
        return switch (command) {
            case Begin begin -> sheets.begin(begin);
            case Fill fill -> sheets.fill(fill);
            case Clear(var id, var place) -> {
                var sheet = sheets.sheet(id);
                if (sheet == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                yield sheet.answers().containsKey(place)
                        ? Decision.accept(new Cleared(id, place.item(), place.row()))
                        : Decision.accept();
            }
            case RemoveRow(var id, var row) -> {
                var sheet = sheets.sheet(id);
                if (sheet == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                yield sheet.answers().keySet().stream().anyMatch(place -> row.equals(place.row()))
                        ? Decision.accept(new RowRemoved(id, row))
                        : Decision.accept();
            }
            case Note note -> sheets.note(note, by);
        };
    }

    private Decision<PersonEvent> begin(Begin begin) {
        var there = sheet(begin.sheet());
        if (there != null) {
            return there.form().equals(begin.form()) && there.version().equals(begin.version())
                    ? Decision.accept()
                    : Decision.refuse(RefusalCode.UNKNOWN);
        }
        return all.size() >= MOST
                ? Decision.refuse(RefusalCode.TOO_MANY_SHEETS)
                : Decision.accept(new Begun(begin.sheet(), begin.form(), begin.version(), begin.session()));
    }

    private Decision<PersonEvent> fill(Fill fill) {
        var sheet = sheet(fill.sheet());
        if (sheet == null || !sheet.isOf(fill.form())) return Decision.refuse(RefusalCode.UNKNOWN);
        var place = fill.place();
        var no = Fitting.refusal(fill.form(), sheet.readable(), place, fill.value());
        if (no != null) return Decision.refuse(no);
        if (letters(fill.value()) > LONGEST_VALUE) return Decision.refuse(RefusalCode.TOO_LONG);
        var value = Person.about(fill.value().written());
        var there = sheet.answers().get(place);
        if (value.equals(there)) return Decision.accept();
        if (there == null && sheet.answers().size() >= MOST_ANSWERS) return Decision.refuse(RefusalCode.TOO_MANY_ROWS);
        return Decision.accept(new Answered(sheet.id(), place.item(), place.row(), value));
    }

    private static int letters(Value value) {
        return switch (value) {
            case Value.Words(var text) -> text.length();
            case Value.Several(var texts) ->
                texts.stream().mapToInt(String::length).sum();
            case Value.Amount _, Value.YesNo _ -> 0;
        };
    }

    private Decision<PersonEvent> note(Note note, Actor by) {
        var sheet = sheet(note.sheet());
        if (sheet == null || !sheet.isOf(note.form())) return Decision.refuse(RefusalCode.UNKNOWN);
        var place = note.place();
        var no = Fitting.refusal(note.form(), place);
        if (no != null) return Decision.refuse(no);
        var there = sheet.notes().get(new Sheet.Remark(place.item(), place.row(), by.text()));
        var words = note.words().strip();
        if (words.isEmpty()) {
            return there == null
                    ? Decision.accept()
                    : Decision.accept(new NoteTakenBack(sheet.id(), place.item(), place.row()));
        }
        if (words.length() > LONGEST_NOTE || words.chars().anyMatch(Sheets::unprintable)) {
            return Decision.refuse(RefusalCode.TOO_LONG);
        }
        var kept = new Readable(CLINIC, words, note.clinic());
        if (there != null && there.words().equals(kept)) return Decision.accept();
        if (there == null && sheet.notes().size() >= MOST_NOTES) return Decision.refuse(RefusalCode.TOO_MANY_NOTES);
        return Decision.accept(new Noted(sheet.id(), place.item(), place.row(), kept));
    }

    private static boolean unprintable(int letter) {
        return Character.isISOControl(letter) && letter != '\n';
    }

    Sheets apply(Event event, Stamp stamp) {
        return switch (event) {
            case Begun(var id, var form, var version, var session) -> {
                if (all.containsKey(id)) throw new DamagedLog("Entry " + stamp.seq() + " begins a sheet twice");
                yield with(Sheet.begun(id, form, version, session, stamp.at()));
            }
            case Answered(var id, var item, var row, var value) ->
                with(there(id, stamp).answered(new Place(item, row), value, stamp.at()));
            case Cleared(var id, var item, var row) -> with(cleared(id, new Place(item, row)::equals, stamp));
            case RowRemoved(var id, var row) -> with(cleared(id, place -> row.equals(place.row()), stamp));
            case Noted(var id, var item, var row, var words) ->
                with(there(id, stamp)
                        .noted(new Sheet.Remark(item, row, stamp.by().text()), new Sheet.Note(words, stamp.at())));
            case NoteTakenBack(var id, var item, var row) ->
                with(there(id, stamp)
                        .noted(new Sheet.Remark(item, row, stamp.by().text()), null));
        };
    }

    private Sheet there(SheetId id, Stamp stamp) {
        var sheet = sheet(id);
        if (sheet == null) throw new DamagedLog("Entry " + stamp.seq() + " is about a sheet that was not begun");
        return sheet;
    }

    private Sheet cleared(SheetId id, Predicate<Place> gone, Stamp stamp) {
        var sheet = there(id, stamp);
        if (sheet.answers().keySet().stream().noneMatch(gone)) {
            throw new DamagedLog("Entry " + stamp.seq() + " clears an answer that is not there");
        }
        return sheet.cleared(gone, stamp.at());
    }

    private Sheets with(Sheet sheet) {
        var next = new TreeMap<>(all);
        next.put(sheet.id(), sheet);
        return new Sheets(next);
    }
}
