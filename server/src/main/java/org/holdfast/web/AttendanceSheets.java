package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.OwnRow;
import org.holdfast.attendance.SheetView;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.json.RecordJson;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// The attendance sheet: whole for those who lead the session, one's own row for everybody else.
final class AttendanceSheets {
    private static final RecordJson<SheetView> SHEET = RecordJson.of(SheetView.class);
    private static final RecordJson<OwnRow> OWN = RecordJson.of(OwnRow.class);

    private final Sessions sessions;
    private final PersonLogs people;
    private final InstantSource clock;

    AttendanceSheets(Sessions sessions, PersonLogs people, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> attendance(RoutingContext context) {
        var me = me(context);
        return member(context, me).compose(session -> {
            if (!session.plan().staff().contains(me)) return Future.failedFuture(Problem.NOT_YOURS.raised());
            return sheet(session)
                    .compose(sheet -> names(session)
                            .map(names -> new JsonObject(
                                    SHEET.print(SheetView.of(sheet, names, Operations.language(context))))));
        });
    }

    Future<@Nullable JsonObject> mine(RoutingContext context) {
        var me = me(context);
        return member(context, me)
                .compose(session -> sheet(session).compose(sheet -> {
                    var own = OwnRow.of(sheet, me, Operations.language(context));
                    if (own == null) return Future.failedFuture(Problem.NOT_FOUND.raised());
                    return people.nameIn(me.value(), session.plan().session())
                            .map(name -> new JsonObject(OWN.print(own)).put("name", name));
                }));
    }

    /// A session that one is not part of is answered like one that does not exist.
    private Future<Session> member(RoutingContext context, MemberId me) {
        return sessions.session(Operations.session(context))
                .compose(session -> session == null || !session.plan().knows(me)
                        ? Future.failedFuture(Problem.NOT_FOUND.raised())
                        : Future.succeededFuture(session));
    }

    private Future<AttendanceSheet> sheet(Session session) {
        return sessions.entries(session.plan().session())
                .map(entries -> AttendanceSheet.of(entries, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Future<Names> names(Session session) {
        var names = new HashMap<MemberId, String>();
        var reading = new ArrayList<Future<?>>();
        session.plan()
                .staff()
                .forEach(member -> reading.add(read(member, session.plan().session(), names)));
        session.plan()
                .roster()
                .forEach(member -> reading.add(read(member, session.plan().session(), names)));
        return Future.all(reading).map(_ -> member -> names.getOrDefault(member, PersonLogs.NAMELESS));
    }

    private Future<?> read(MemberId member, SessionId session, Map<MemberId, String> names) {
        return people.nameIn(member.value(), session).onSuccess(name -> names.put(member, name));
    }

    private static MemberId me(RoutingContext context) {
        return new MemberId(SeatGate.seat(context).person());
    }
}
