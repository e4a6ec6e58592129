package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.directory.Sessions;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// The sessions that a member of staff leads, with how many wait and how many are there.
final class StaffSessions {
    private final Sessions sessions;

    StaffSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var me = new MemberId(SeatGate.seat(context).person());
        return sessions.of(me.value()).map(all -> {
            var list = new JsonArray();
            all.stream()
                    .filter(session -> session.plan().staff().contains(me))
                    .forEach(session -> list.add(about(session)));
            return new JsonObject().put("sessions", list);
        });
    }

    private static JsonObject about(Session session) {
        var plan = session.plan();
        var missing = plan.roster().stream()
                .filter(member -> !session.admission().members().containsKey(member))
                .count();
        var present = session.admission().members().keySet().stream()
                .filter(member -> session.present(member) != null)
                .count();
        return new JsonObject()
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
