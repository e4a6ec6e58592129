package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Secrets;
import org.holdfast.json.RecordJson;
import org.holdfast.person.PersonCommand;
import org.holdfast.person.Sheet;
import org.holdfast.person.SheetId;
import org.holdfast.person.Sheets;
import org.holdfast.web.OfferedWorksheets.Offered;
import org.holdfast.web.WorksheetRequest.AnswerWorksheet;
import org.holdfast.web.WorksheetRequest.RemoveWorksheetRow;
import org.holdfast.web.WorksheetViews.WorksheetList;
import org.holdfast.web.WorksheetViews.WorksheetSaved;
import org.holdfast.web.WorksheetViews.WorksheetView;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Place;
import org.jspecify.annotations.Nullable;

/// A person's own worksheets, in a session and out of it: whoever has their seat reads and writes them, and reaches
/// nobody else's.
final class MyWorksheets {
    private static final RecordJson<WorksheetList> LIST = RecordJson.of(WorksheetList.class);
    private static final RecordJson<WorksheetView> VIEW = RecordJson.of(WorksheetView.class);
    private static final RecordJson<WorksheetSaved> SAVED = RecordJson.of(WorksheetSaved.class);
    private static final RecordJson<AnswerWorksheet> ANSWER = RecordJson.of(AnswerWorksheet.class);
    private static final RecordJson<RemoveWorksheetRow> REMOVE = RecordJson.of(RemoveWorksheetRow.class);

    private final PersonLogs people;
    private final Papers papers;
    private final OfferedWorksheets offered;

    MyWorksheets(PersonLogs people, Papers papers, OfferedWorksheets offered) {
        this.people = people;
        this.papers = papers;
        this.offered = offered;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var language = Papers.language(context);
        var me = me(context);
        return offered.of(me)
                .compose(all -> people.person(me)
                        .map(person -> new JsonObject(LIST.print(papers.list(person.sheets(), all, language)))));
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var language = Papers.language(context);
        return mine(context)
                .compose(sheet -> sheet != null
                        ? Future.succeededFuture(WorksheetViews.view(sheet, papers.form(sheet), language, null))
                        : mayBegin(context).map(blank -> WorksheetViews.blank(blank, papers.form(blank), language)))
                .map(view -> new JsonObject(VIEW.print(view)));
    }

    Future<@Nullable JsonObject> answer(RoutingContext context) {
        var asked = ANSWER.read(Operations.body(context).encode());
        var place = new Place(asked.item(), asked.row());
        var value = asked.value();
        return begun(context).compose(sheet -> {
            var form = papers.form(sheet);
            var command = value == null
                    ? new Sheets.Clear(sheet.id(), place)
                    : new Sheets.Fill(sheet.id(), form, place, value);
            return save(context, sheet.id(), form, command, asked.command());
        });
    }

    Future<@Nullable JsonObject> removeRow(RoutingContext context) {
        var asked = REMOVE.read(Operations.body(context).encode());
        return begun(context)
                .compose(sheet -> save(
                        context,
                        sheet.id(),
                        papers.form(sheet),
                        new Sheets.RemoveRow(sheet.id(), asked.row()),
                        asked.command()));
    }

    private Future<@Nullable JsonObject> save(
            RoutingContext context, SheetId sheet, Form form, PersonCommand command, CommandId id) {
        var me = me(context);
        return done(context, command, id)
                .compose(_ -> people.person(me))
                .map(person ->
                        new JsonObject(SAVED.print(WorksheetViews.saved(Papers.there(person.sheets(), sheet), form))));
    }

    private Future<@Nullable JsonObject> done(RoutingContext context, PersonCommand command, CommandId id) {
        var me = me(context);
        return people.submit(me, command, new Actor.Person(me), id)
                .compose(outcome -> Refused.unlessDone(outcome, Operations.language(context)));
    }

    /// Nothing while nothing is written on it.
    private Future<@Nullable Sheet> mine(RoutingContext context) {
        return people.person(me(context)).map(person -> person.sheets().sheet(Papers.sheet(context)));
    }

    /// What is offered begins with the first that is written on it. Begun twice is begun once.
    private Future<Sheet> begun(RoutingContext context) {
        return mine(context).compose(sheet -> {
            if (sheet != null) return Future.succeededFuture(sheet);
            return mayBegin(context)
                    .compose(it -> {
                        papers.form(it);
                        var begin = new Sheets.Begin(it.sheet(), it.form(), it.version(), it.session());
                        return done(context, begin, new CommandId(Secrets.fresh()));
                    })
                    .compose(_ -> people.person(me(context)))
                    .map(person -> Papers.there(person.sheets(), Papers.sheet(context)));
        });
    }

    private Future<Offered> mayBegin(RoutingContext context) {
        return offered.one(me(context), Papers.sheet(context));
    }

    private static String me(RoutingContext context) {
        return SeatGate.seat(context).person();
    }
}
