package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import org.holdfast.audit.AuditCommand.OpenRecord;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.AuditLogs;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.identity.Secrets;
import org.holdfast.json.RecordJson;
import org.holdfast.live.Outcome;
import org.holdfast.person.Whereabouts;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a member said they are today and whom to call, for those who lead the session. That it is opened is noted
/// first; what cannot be noted is not shown.
final class MemberWhereabouts {
    private static final Logger LOG = LoggerFactory.getLogger(MemberWhereabouts.class);
    private static final RecordJson<Whereabouts> JSON = RecordJson.of(Whereabouts.class);
    /// As long as it may be needed to look after somebody who left in distress.
    static final Duration AFTER_THE_END = Duration.ofHours(24);

    private final Sessions sessions;
    private final PersonLogs people;
    private final AuditLogs audit;
    private final InstantSource clock;

    MemberWhereabouts(Sessions sessions, PersonLogs people, AuditLogs audit, InstantSource clock) {
        this.sessions = sessions;
        this.people = people;
        this.audit = audit;
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
            return noted(new OpenRecord(member.value(), RecordKind.WHEREABOUTS, id.value()), me)
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

    private Future<?> noted(OpenRecord opening, MemberId me) {
        return audit.submit(opening, new Actor.Person(me.value()), new CommandId(Secrets.fresh()))
                .transform((outcome, cause) -> switch (outcome) {
                    case Outcome.Done done -> Future.succeededFuture(done);
                    case Outcome.Refused(var code) -> unnoted(code.wire());
                    case null -> unnoted(String.valueOf(cause));
                });
    }

    private Future<Outcome.Done> unnoted(String why) {
        LOG.warn("{} could not be written, so nothing was shown: {}", audit.current(), why);
        return Future.failedFuture(Problem.NOT_NOTED.raised());
    }
}
