package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import org.holdfast.audit.AuditCommand.ExportWorksheet;
import org.holdfast.audit.AuditEvent.PaperFormat;
import org.holdfast.clinic.People.Known;
import org.holdfast.clinic.People.Part;
import org.holdfast.clinic.Texts;
import org.holdfast.directory.PersonLogs;
import org.holdfast.export.Export;
import org.holdfast.identity.SignIns;
import org.holdfast.person.Sheet;

/// Somebody's worksheets as files, for those who treat them. That one leaves is noted first; what cannot be noted does
/// not leave.
final class PaperFiles {
    private final PersonLogs people;
    private final Papers papers;
    private final SignIns signIns;
    private final Noting noting;
    private final InstantSource clock;

    PaperFiles(PersonLogs people, Papers papers, SignIns signIns, Noting noting, InstantSource clock) {
        this.people = people;
        this.papers = papers;
        this.signIns = signIns;
        this.noting = noting;
        this.clock = clock;
    }

    void fhir(RoutingContext context) {
        leaves(context, PaperFormat.FHIR)
                .map(sheet -> {
                    var written = sheet.changed();
                    return Export.paperAsFhir(
                            papers.form(sheet),
                            sheet.readable(),
                            sheet.id().value(),
                            number(whose(context)),
                            written == null ? sheet.begun() : written);
                })
                .onFailure(context::fail)
                .onSuccess(export -> Operations.attach(context, export));
    }

    /// Once it is noted.
    Future<Sheet> leaves(RoutingContext context, PaperFormat format) {
        var desk = Desk.of(context);
        var person = whose(context).id().value();
        return FreshSignIn.shown(signIns, SeatGate.seat(context), clock.instant())
                .compose(_ -> people.person(person))
                .map(found -> Papers.there(found.sheets(), Papers.sheet(context)))
                .compose(sheet -> noting.first(
                                desk.id(),
                                new ExportWorksheet(person, sheet.id().value(), format),
                                desk.me())
                        .map(_ -> sheet));
    }

    /// Staff have none.
    static Known whose(RoutingContext context) {
        var known = Desk.of(context).known(context);
        if (known.part() != Part.PARTICIPANT) throw Problem.NOT_FOUND.raised();
        return known;
    }

    /// Where it cannot be read any more, another program gets what still tells them from others.
    static String number(Known known) {
        var number = Texts.text(known.number());
        return number == null ? known.id().value() : number;
    }
}
