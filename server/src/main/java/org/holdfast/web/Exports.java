package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.attendance.Language;
import org.holdfast.audit.AuditCommand.ExportRecord;
import org.holdfast.audit.AuditEvent.ExportFormat;
import org.holdfast.audit.AuditEvent.ExportKind;
import org.holdfast.export.Export;
import org.holdfast.export.Source;
import org.holdfast.identity.SignIns;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// The sheet and the timeline as files. Those who lead the session have everything or what is one person's; every
/// participant has what is their own, and a guest nothing. That it leaves is noted first; what cannot be noted does not
/// leave.
final class Exports {
    private final SessionRecords records;
    private final SignIns signIns;
    private final Noting noting;

    Exports(SessionRecords records, SignIns signIns, Noting noting) {
        this.records = records;
        this.signIns = signIns;
        this.noting = noting;
    }

    /// What was asked for, in what form.
    private record Wish(
            ExportKind kind,
            ExportFormat format,
            boolean marked,
            @Nullable MemberId person,
            Language language) {
        static Wish of(RoutingContext context) {
            var query = context.queryParams();
            var person = query.get("person");
            return new Wish(
                    "timeline".equals(context.pathParam("what")) ? ExportKind.TIMELINE : ExportKind.SHEET,
                    "json".equals(query.get("format")) ? ExportFormat.JSON : ExportFormat.CSV,
                    "true".equals(query.get("bom")),
                    person == null ? null : new MemberId(person),
                    Operations.language(context));
        }

        Export of(Source source) {
            return switch (format) {
                case CSV -> {
                    var csv = switch (kind) {
                        case SHEET -> Export.sheetAsCsv(source);
                        case TIMELINE -> Export.timelineAsCsv(source);
                    };
                    yield marked ? csv.marked() : csv;
                }
                case JSON ->
                    switch (kind) {
                        case SHEET -> Export.sheetAsJson(source);
                        case TIMELINE -> Export.timelineAsJson(source);
                    };
            };
        }

        ExportRecord note(Session session) {
            var id = session.plan().session().value();
            return new ExportRecord(person == null ? null : person.value(), kind, format, id);
        }
    }

    void answer(RoutingContext context) {
        export(context).onFailure(context::fail).onSuccess(export -> Operations.attach(context, export));
    }

    private Future<Export> export(RoutingContext context) {
        var me = SessionRecords.me(context);
        var wish = Wish.of(context);
        return records.mine(context).compose(session -> {
            var no = refusal(session, me, wish.person());
            if (no != null) return Future.failedFuture(no.raised());
            return FreshSignIn.shown(signIns, SeatGate.seat(context), records.now())
                    .compose(_ -> source(session, wish))
                    .compose(source -> source.hasRow()
                            ? noting.first(SeatGate.seat(context).clinic(), wish.note(session), me)
                                    .map(_ -> wish.of(source))
                            : Future.failedFuture(Problem.NOT_FOUND.raised()));
        });
    }

    private static @Nullable Problem refusal(Session session, MemberId me, @Nullable MemberId person) {
        if (!session.plan().staff().contains(me)) {
            return me.equals(person) && !session.plan().isGuest(me) ? null : Problem.NOT_YOURS;
        }
        return person == null || session.plan().roster().contains(person) ? null : Problem.NOT_FOUND;
    }

    private Future<Source> source(Session session, Wish wish) {
        var names = records.names(session);
        var entries = records.entries(session);
        return Future.all(names, entries)
                .map(_ -> new Source(entries.result(), names.result(), wish.language(), wish.person(), records.now()));
    }
}
