package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// The sessions that a member of staff leads: how many wait and are there, who is missing, whose sheets are to be
/// signed.
final class StaffSessions {
    private final Sessions sessions;
    private final PersonLogs people;

    StaffSessions(Sessions sessions, PersonLogs people) {
        this.sessions = sessions;
        this.people = people;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var seat = SeatGate.seat(context);
        var me = new MemberId(seat.person());
        return sessions.of(me.value()).compose(all -> {
            var led = all.stream()
                    .filter(session -> StaffRights.listsSessions(seat)
                            && session.plan().staff().contains(me))
                    .toList();
            var named = led.stream()
                    .filter(StaffSessions::running)
                    .flatMap(StaffSessions::missing)
                    .collect(Collectors.toCollection(TreeSet::new));
            return CalledPeople.names(people, named).map(names -> {
                var list = new JsonArray();
                led.forEach(session -> list.add(about(session, names)));
                return new JsonObject().put("sessions", list);
            });
        });
    }

    private static boolean running(Session session) {
        return !session.ended() && !(session.life() instanceof Life.Scheduled);
    }

    private static Stream<MemberId> missing(Session session) {
        return session.plan().roster().stream()
                .filter(member -> session.expects(member)
                        && !session.admission().members().containsKey(member));
    }

    private static JsonObject about(Session session, Names names) {
        var plan = session.plan();
        var missing = missing(session).count();
        var present = session.admission().members().keySet().stream()
                .filter(member -> session.present(member) != null)
                .count();
        var about = new JsonObject()
                .put("id", plan.session().value())
                .put("title", plan.title())
                .put("starts", plan.starts().toString())
                .put("ends", plan.ends().toString())
                .put("life", life(session.life()))
                .put(
                        "waiting",
                        session.ended() ? 0 : session.admission().waiting().size())
                .put("present", session.ended() ? 0 : present)
                .put("expected", missing);
        if (running(session)) {
            about.put("missing", new JsonArray(missing(session).map(names::of).toList()));
        }
        if (session.ended()) about.put("signed", session.signOff().standing() != null);
        return about;
    }

    static String life(Life life) {
        return switch (life) {
            case Life.Scheduled _ -> "scheduled";
            case Life.Open _ -> "open";
            case Life.Unattended _ -> "unattended";
            case Life.Ended _ -> "ended";
        };
    }
}
