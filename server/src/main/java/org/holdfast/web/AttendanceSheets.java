package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.OwnRow;
import org.holdfast.attendance.SheetView;
import org.holdfast.json.RecordJson;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// The attendance sheet: whole for those who lead the session, one's own row for everybody else. That the whole is
/// opened is noted first; what cannot be noted is not shown.
final class AttendanceSheets {
    private static final RecordJson<SheetView> SHEET = RecordJson.of(SheetView.class);
    private static final RecordJson<OwnRow> OWN = RecordJson.of(OwnRow.class);

    private final SessionRecords records;
    private final Looks looks;

    AttendanceSheets(SessionRecords records, Noting noting) {
        this.records = records;
        this.looks = new Looks(noting);
    }

    Future<@Nullable JsonObject> attendance(RoutingContext context) {
        return records.led(context)
                .compose(session -> looks.noted(
                                SeatGate.seat(context).clinic(),
                                session.plan().session(),
                                SessionRecords.me(context),
                                records.now())
                        .compose(_ -> sheet(session))
                        .compose(sheet -> records.names(session)
                                .map(names -> new JsonObject(
                                        SHEET.print(SheetView.of(sheet, names, Operations.language(context)))))));
    }

    Future<@Nullable JsonObject> mine(RoutingContext context) {
        var me = SessionRecords.me(context);
        return records.mine(context)
                .compose(session -> sheet(session).compose(sheet -> {
                    var own = OwnRow.of(sheet, me, Operations.language(context));
                    if (own == null) return Future.failedFuture(Problem.NOT_FOUND.raised());
                    return records.name(me, session).map(name -> new JsonObject(OWN.print(own)).put("name", name));
                }));
    }

    private Future<AttendanceSheet> sheet(Session session) {
        return records.entries(session).map(entries -> AttendanceSheet.of(entries, records.now()));
    }
}
