package org.holdfast.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.person.Person;
import org.holdfast.person.Sheet;
import org.holdfast.person.SheetId;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.web.ClinicViews.Called;
import org.holdfast.web.OfferedWorksheets.Offered;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.FormView;
import org.holdfast.worksheet.Progress;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// Worksheets as pages are shown them: to whoever writes on them, and to staff.
final class WorksheetViews {
    private WorksheetViews() {}

    /// A form that staff may choose.
    record FormLine(
            String form,
            String version,
            String title,
            @Nullable String about,
            int questions) {}

    record FormList(List<FormLine> forms) {}

    record FormShown(FormView form) {}

    record WorksheetList(List<WorksheetLine> worksheets) {}

    /// @param session in which it was opened; absent for one that staff gave for any time
    /// @param begun absent while nothing is written on one that is open
    /// @param open whether it is open for them in a session just now
    record WorksheetLine(
            SheetId sheet,
            String form,
            String version,
            String title,
            @Nullable String session,
            @Nullable Instant begun,
            @Nullable Instant changed,
            boolean open,
            int answered,
            int questions) {}

    /// @param gone in the place of a value that cannot be read any more
    record WorksheetAnswer(
            String item,
            @Nullable String row,
            @Nullable Value value,
            @Nullable Boolean gone) {}

    /// By one of the staff beside an answer, for staff.
    record WorksheetNote(String item, @Nullable String row, String words, Called by, Instant at) {}

    /// @param notes absent for the person themselves
    record WorksheetView(
            SheetId sheet,
            FormView form,
            @Nullable String session,
            @Nullable Instant begun,
            @Nullable Instant changed,
            List<WorksheetAnswer> answers,
            int answered,
            int questions,
            @Nullable List<WorksheetNote> notes) {}

    /// What became of it once something was saved.
    record WorksheetSaved(@Nullable Instant changed, int answered, int questions) {}

    static FormLine line(Form form, String language) {
        var about = form.about();
        return new FormLine(
                form.form(),
                form.version(),
                form.title().in(language),
                about == null ? null : about.in(language),
                Progress.of(form, Answers.NONE).questions());
    }

    /// @param form absent when the clinic does not have it any more
    static WorksheetLine line(Sheet sheet, @Nullable Form form, boolean open, String language) {
        var progress = form == null ? new Progress(sheet.answers().size(), 0) : Progress.of(form, sheet.readable());
        return new WorksheetLine(
                sheet.id(),
                sheet.form(),
                sheet.version(),
                form == null ? sheet.form() : form.title().in(language),
                sheet.session(),
                sheet.begun(),
                sheet.changed(),
                open,
                progress.answered(),
                progress.questions());
    }

    static WorksheetLine line(Offered offered, Form form, String language) {
        return new WorksheetLine(
                offered.sheet(),
                offered.form(),
                offered.version(),
                form.title().in(language),
                offered.session(),
                null,
                null,
                true,
                0,
                Progress.of(form, Answers.NONE).questions());
    }

    /// One on which nothing is written yet.
    static WorksheetView blank(Offered offered, Form form, String language) {
        return new WorksheetView(
                offered.sheet(),
                FormView.of(form, language),
                offered.session(),
                null,
                null,
                List.of(),
                0,
                Progress.of(form, Answers.NONE).questions(),
                null);
    }

    /// @param names of those who noted; absent for the person themselves
    static WorksheetView view(Sheet sheet, Form form, String language, @Nullable Names names) {
        var progress = Progress.of(form, sheet.readable());
        return new WorksheetView(
                sheet.id(),
                FormView.of(form, language),
                sheet.session(),
                sheet.begun(),
                sheet.changed(),
                answers(sheet),
                progress.answered(),
                progress.questions(),
                names == null ? null : notes(sheet, names));
    }

    static WorksheetSaved saved(Sheet sheet, Form form) {
        var progress = Progress.of(form, sheet.readable());
        return new WorksheetSaved(sheet.changed(), progress.answered(), progress.questions());
    }

    private static List<WorksheetAnswer> answers(Sheet sheet) {
        var answers = new ArrayList<WorksheetAnswer>();
        sheet.answers().forEach((place, written) -> {
            var words = Person.text(written);
            var value = words == null ? null : Value.parse(words);
            answers.add(new WorksheetAnswer(place.item(), place.row(), value, value == null ? true : null));
        });
        return answers;
    }

    private static List<WorksheetNote> notes(Sheet sheet, Names names) {
        var notes = new ArrayList<WorksheetNote>();
        sheet.notes().forEach((remark, note) -> {
            var words = Person.text(note.words());
            if (words == null) return;
            var by = by(remark);
            if (by == null) return;
            notes.add(new WorksheetNote(remark.item(), remark.row(), words, new Called(by, names.of(by)), note.at()));
        });
        return notes;
    }

    /// Nobody when it was no person.
    static @Nullable MemberId by(Sheet.Remark remark) {
        return switch (Actor.parse(remark.by())) {
            case Actor.Person(var id) -> new MemberId(id);
            case Actor.Node _ -> null;
        };
    }
}
