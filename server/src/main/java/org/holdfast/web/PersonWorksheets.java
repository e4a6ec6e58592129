package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.TreeSet;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.PersonLogs;
import org.holdfast.json.RecordJson;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.Sheet;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.session.MemberId;
import org.holdfast.web.WorksheetRequest.GiveWorksheet;
import org.holdfast.web.WorksheetRequest.NoteWorksheet;
import org.holdfast.web.WorksheetViews.WorksheetList;
import org.holdfast.web.WorksheetViews.WorksheetView;
import org.holdfast.worksheet.Place;
import org.jspecify.annotations.Nullable;

/// Somebody's worksheets for their staff, who read them, give another one to fill in, and note something beside an
/// answer for each other. That they are opened is noted first; what cannot be noted is not shown.
final class PersonWorksheets {
    private static final RecordJson<WorksheetList> LIST = RecordJson.of(WorksheetList.class);
    private static final RecordJson<WorksheetView> VIEW = RecordJson.of(WorksheetView.class);
    private static final RecordJson<GiveWorksheet> GIVE = RecordJson.of(GiveWorksheet.class);
    private static final RecordJson<NoteWorksheet> NOTE = RecordJson.of(NoteWorksheet.class);

    private final PersonLogs people;
    private final Papers papers;
    private final Noting noting;

    PersonWorksheets(PersonLogs people, Papers papers, Noting noting) {
        this.people = people;
        this.papers = papers;
        this.noting = noting;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var language = Papers.language(context);
        return opened(context).map(sheets -> new JsonObject(LIST.print(papers.list(sheets, language))));
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var language = Papers.language(context);
        return opened(context).compose(sheets -> {
            var sheet = Papers.there(sheets, Papers.sheet(context));
            var form = papers.form(sheet);
            return CalledPeople.names(people, authors(sheet))
                    .map(names -> new JsonObject(VIEW.print(WorksheetViews.view(sheet, form, language, names))));
        });
    }

    /// Of anybody's: whether there is such a paper is a part of what is opened.
    private Future<Sheets> opened(RoutingContext context) {
        var desk = Desk.of(context);
        var person = participant(context);
        return noting.first(desk.id(), new OpenFile(person, FileKind.WORKSHEETS, null), desk.me())
                .compose(_ -> people.person(person))
                .map(found -> found.sheets());
    }

    private static TreeSet<MemberId> authors(Sheet sheet) {
        var authors = new TreeSet<MemberId>();
        for (var remark : sheet.notes().keySet()) {
            var by = WorksheetViews.by(remark);
            if (by != null) authors.add(by);
        }
        return authors;
    }

    Future<@Nullable JsonObject> give(RoutingContext context) {
        var asked = GIVE.read(Operations.body(context).encode());
        var person = participant(context);
        var form = papers.form(asked.form(), asked.version());
        if (form == null) throw Problem.NOT_FOUND.raised();
        var sheet = new SheetId(FreshIds.of('w', Desk.of(context), asked.command()));
        var command = new Sheets.Begin(sheet, form.form(), form.version(), null);
        return done(context, person, command, asked.command()).map(_ -> new JsonObject().put("id", sheet.value()));
    }

    Future<@Nullable JsonObject> note(RoutingContext context) {
        var asked = NOTE.read(Operations.body(context).encode());
        var person = participant(context);
        var place = new Place(asked.item(), asked.row());
        return people.person(person).compose(found -> {
            var sheet = Papers.there(found.sheets(), Papers.sheet(context));
            var clinic = Desk.of(context).id().value();
            var command = new Sheets.Note(sheet.id(), papers.form(sheet), place, asked.words(), clinic);
            return done(context, person, command, asked.command());
        });
    }

    private Future<@Nullable JsonObject> done(
            RoutingContext context, String person, PersonCommand command, CommandId id) {
        return people.submit(person, command, Desk.of(context).by(), id)
                .compose(outcome -> Refused.unlessDone(outcome, Operations.language(context)));
    }

    private static String participant(RoutingContext context) {
        return PaperFiles.whose(context).id().value();
    }
}
