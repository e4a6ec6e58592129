package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.attendance.RecordView;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.directory.ClinicLog;
import org.holdfast.identity.SignIns;
import org.holdfast.json.RecordJson;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// The record of a session for those who lead it. That it is opened is noted first; what cannot be noted is not shown.
final class RecordPages {
    private static final RecordJson<RecordView> JSON = RecordJson.of(RecordView.class);

    private final SessionRecords records;
    private final ClinicLog clinic;
    private final SignIns signIns;
    private final Noting noting;

    RecordPages(SessionRecords records, ClinicLog clinic, SignIns signIns, Noting noting) {
        this.records = records;
        this.clinic = clinic;
        this.signIns = signIns;
        this.noting = noting;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        return records.led(context).compose(session -> {
            var id = session.plan().session().value();
            return noting.first(
                            SeatGate.seat(context).clinic(),
                            new OpenRecord(null, RecordKind.SESSION_RECORD, id),
                            SessionRecords.me(context))
                    .compose(_ -> view(session, context))
                    .map(view -> new JsonObject(JSON.print(view)));
        });
    }

    private Future<RecordView> view(Session session, RoutingContext context) {
        var me = SessionRecords.me(context);
        var credential = clinic.of(SeatGate.seat(context).clinic()).credential(me.value());
        var signedIn = signIns.last(SeatGate.seat(context));
        var names = records.names(session);
        var entries = records.entries(session);
        return Future.all(credential, signedIn, names, entries)
                .map(_ -> RecordView.of(
                        entries.result(),
                        new RecordView.Reader(me, credential.result(), signedIn.result()),
                        names.result(),
                        Operations.language(context),
                        records.now()));
    }
}
