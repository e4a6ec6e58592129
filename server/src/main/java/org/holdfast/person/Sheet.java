package org.holdfast.person;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.holdfast.decision.Confidential;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// One paper of one person. It names its form and that form's version for ever: a new version changes no answer.
///
/// @param session in which it was begun; absent for one that staff gave for any time
/// @param changed when the person last changed an answer; absent on an empty paper
/// @param answers in the order in which their places were first filled, so rows stay where they are
/// @param notes of staff, by their authors
public record Sheet(
        SheetId id,
        String form,
        String version,
        @Nullable String session,
        Instant begun,
        @Nullable Instant changed,
        SequencedMap<Place, Confidential> answers,
        SortedMap<Remark, Note> notes) {
    /// Whose note, and to which answer.
    ///
    /// @param by as an entry writes it
    public record Remark(String item, @Nullable String row, String by) implements Comparable<Remark> {
        @Override
        public int compareTo(Remark other) {
            return key().compareTo(other.key());
        }

        /// No id holds a blank.
        private String key() {
            return (row == null ? "" : row) + " " + item + " " + by;
        }
    }

    public record Note(Confidential words, Instant at) {}

    public Sheet {
        answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    static Sheet begun(SheetId id, String form, String version, @Nullable String session, Instant at) {
        return new Sheet(id, form, version, session, at, null, new LinkedHashMap<>(), Collections.emptySortedMap());
    }

    public boolean isOf(Form other) {
        return form.equals(other.form()) && version.equals(other.version());
    }

    /// What can be read of it: without what is gone.
    public Answers readable() {
        var all = new LinkedHashMap<Place, Value>();
        answers.forEach((place, written) -> {
            var words = Person.text(written);
            var value = words == null ? null : Value.parse(words);
            if (value != null) all.put(place, value);
        });
        return new Answers(all);
    }

    Sheet answered(Place place, Confidential value, Instant at) {
        var next = new LinkedHashMap<>(answers);
        next.put(place, value);
        return new Sheet(id, form, version, session, begun, at, next, notes);
    }

    Sheet cleared(Predicate<Place> gone, Instant at) {
        var next = new LinkedHashMap<>(answers);
        next.keySet().removeIf(gone);
        return new Sheet(id, form, version, session, begun, at, next, notes);
    }

    Sheet noted(Remark remark, @Nullable Note note) {
        var next = new TreeMap<>(notes);
        if (note == null) next.remove(remark);
        else next.put(remark, note);
        return new Sheet(id, form, version, session, begun, changed, answers, next);
    }
}
