package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.holdfast.audit.AuditEvent.PaperFormat;
import org.holdfast.clinic.Clinic;
import org.holdfast.directory.ClinicLog;
import org.holdfast.directory.PersonLogs;
import org.holdfast.export.Notice;
import org.holdfast.export.paper.PaperPdf;
import org.holdfast.worksheet.Answers;
import org.holdfast.worksheet.Form;
import org.jspecify.annotations.Nullable;

/// Worksheets on paper: one's own to take home, somebody's for those who treat them, and empty ones to fill in by hand.
/// They are drawn apart from the loops that answer everybody, a few at a time.
final class PaperPrints {
    private static final int AT_ONCE = 2;
    /// It says on no computer whose it is, nor what it is about.
    private static final String NAME = "worksheet.pdf";

    private final PersonLogs people;
    private final Papers papers;
    private final OfferedWorksheets offered;
    private final ClinicLog clinics;
    private final PaperFiles files;
    private @Nullable WorkerExecutor press;

    PaperPrints(PersonLogs people, Papers papers, OfferedWorksheets offered, ClinicLog clinics, PaperFiles files) {
        this.people = people;
        this.papers = papers;
        this.offered = offered;
        this.clinics = clinics;
        this.files = files;
    }

    private record Paper(
            Form form, Answers answers, @Nullable Instant written) {}

    void own(RoutingContext context) {
        var seat = SeatGate.seat(context);
        var paper = people.person(seat.person()).compose(person -> {
            var sheet = person.sheets().sheet(Papers.sheet(context));
            if (sheet == null) return blank(context, seat.person());
            return Future.succeededFuture(new Paper(papers.form(sheet), sheet.readable(), sheet.changed()));
        });
        var clinic = clinics.of(seat.clinic()).clinic();
        paper.compose(found -> clinic.map(in -> source(context, found, in, null)))
                .onFailure(context::fail)
                .onSuccess(source -> print(context, source));
    }

    /// One that is before them and that they wrote nothing on yet.
    private Future<Paper> blank(RoutingContext context, String person) {
        return offered.one(person, Papers.sheet(context)).map(it -> new Paper(papers.form(it), Answers.NONE, null));
    }

    void theirs(RoutingContext context) {
        var clinic = Desk.of(context).clinic();
        var filing = new PaperPdf.Filing(
                PaperFiles.number(PaperFiles.whose(context)), Notice.in(Operations.language(context)));
        files.leaves(context, PaperFormat.PDF)
                .map(sheet -> new Paper(papers.form(sheet), sheet.readable(), sheet.changed()))
                .map(paper -> source(context, paper, clinic, filing))
                .onFailure(context::fail)
                .onSuccess(source -> print(context, source));
    }

    void form(RoutingContext context) {
        var form = papers.form(context.pathParam("form"), null);
        if (form == null) throw Problem.NOT_FOUND.raised();
        var paper = new Paper(form, Answers.NONE, null);
        print(context, source(context, paper, Desk.of(context).clinic(), null));
    }

    private static PaperPdf.Source source(
            RoutingContext context, Paper paper, Clinic clinic, PaperPdf.@Nullable Filing filing) {
        var language = Papers.language(context);
        var wished = Boolean.parseBoolean(context.request().getParam("named"));
        return new PaperPdf.Source(
                paper.form(),
                paper.answers(),
                language,
                paper.written(),
                clinic.zone(),
                filing,
                wished ? clinic.name() : null);
    }

    private void print(RoutingContext context, PaperPdf.Source source) {
        if (press == null) press = context.vertx().createSharedWorkerExecutor("papers", AT_ONCE);
        press.executeBlocking(() -> Buffer.buffer(PaperPdf.of(source)), false)
                .onFailure(context::fail)
                .onSuccess(pdf -> Operations.attach(context, NAME, "application/pdf", pdf));
    }
}
