package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.Entry;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;

/// What all that is asked of a session's record begins with: whether one may ask, the log, and the names in it.
final class SessionRecords {
    private final Sessions sessions;
    private final PersonLogs people;
    private final InstantSource clock;

    SessionRecords(Sessions sessions, PersonLogs people, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    static MemberId me(RoutingContext context) {
        return new MemberId(SeatGate.seat(context).person());
    }

    /// A session that one is not part of is answered like one that does not exist.
    Future<Session> mine(RoutingContext context) {
        var me = me(context);
        return sessions.session(Operations.session(context))
                .compose(session -> session == null || !session.isFor(me)
                        ? Future.failedFuture(Problem.NOT_FOUND.raised())
                        : Future.succeededFuture(session));
    }

    /// One that whoever asks leads.
    Future<Session> led(RoutingContext context) {
        var me = me(context);
        return mine(context)
                .compose(session -> session.plan().staff().contains(me)
                        ? Future.succeededFuture(session)
                        : Future.failedFuture(Problem.NOT_YOURS.raised()));
    }

    Future<List<Entry<SessionEvent>>> entries(Session session) {
        return sessions.entries(session.plan().session());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Future<String> name(MemberId member, Session session) {
        return people.nameIn(member.value(), session.plan().session());
    }

    Future<Names> names(Session session) {
        var plan = session.plan();
        var names = new HashMap<MemberId, String>();
        var reading = plan.everybody().stream()
                .map(member -> read(member, plan.session(), names))
                .toList();
        return Future.all(reading).map(_ -> member -> names.getOrDefault(member, PersonLogs.NAMELESS));
    }

    private Future<?> read(MemberId member, SessionId session, Map<MemberId, String> names) {
        return people.nameIn(member.value(), session).onSuccess(name -> names.put(member, name));
    }
}
