package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.json.RecordJson;
import org.holdfast.person.Whereabouts;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;

/// Where a member said they are today and whom to call, for those who lead the session. That it is opened is noted
/// first; what cannot be noted is not shown.
final class MemberWhereabouts {
    private static final RecordJson<Whereabouts> JSON = RecordJson.of(Whereabouts.class);
    /// As long as it may be needed to look after somebody who left in distress.
    static final Duration AFTER_THE_END = Duration.ofHours(24);

    private final Sessions sessions;
    private final PersonLogs people;
    private final Noting noting;
    private final InstantSource clock;

    MemberWhereabouts(Sessions sessions, PersonLogs people, Noting noting, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.noting = noting;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var me = new MemberId(SeatGate.seat(context).person());
        var member = new MemberId(context.pathParam("member"));
        return sessions.session(Operations.session(context)).compose(session -> {
            var no = refusal(session, me, member);
            if (session == null || no != null) {
                return Future.failedFuture((no == null ? Problem.NOT_FOUND : no).raised());
            }
            var id = session.plan().session();
            return noting.first(
                            SeatGate.seat(context).clinic(),
                            new OpenRecord(member.value(), RecordKind.WHEREABOUTS, id.value()),
                            me)
                    .compose(_ -> people.person(member.value()))
                    .map(person -> {
                        var name = person.nameIn(id.value());
                        return new JsonObject(JSON.print(Whereabouts.of(person, id.value())))
                                .put("name", name == null ? PersonLogs.NAMELESS : name);
                    });
        });
    }

    /// A session that one is not part of is answered like one that does not exist; so is one that is long over.
    private @Nullable Problem refusal(@Nullable Session session, MemberId me, MemberId member) {
        if (session == null || !session.plan().knows(me)) return Problem.NOT_FOUND;
        if (!session.plan().staff().contains(me)) return Problem.NOT_YOURS;
        return session.plan().roster().contains(member) && stillNeeded(session.life()) ? null : Problem.NOT_FOUND;
    }

    private boolean stillNeeded(Life life) {
        return switch (life) {
            case Life.Scheduled _ -> false;
            case Life.Open _, Life.Unattended _ -> true;
            case Life.Ended(var at, var _) -> !clock.instant().isAfter(at.plus(AFTER_THE_END));
        };
    }
}
