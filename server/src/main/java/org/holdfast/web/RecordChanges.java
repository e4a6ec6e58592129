package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.json.RecordJson;
import org.holdfast.live.SessionHosts;
import org.holdfast.session.Corrections;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.web.RecordRequest.Accept;
import org.holdfast.web.RecordRequest.AnswerDispute;
import org.holdfast.web.RecordRequest.CorrectRow;
import org.holdfast.web.RecordRequest.Decline;
import org.holdfast.web.RecordRequest.DisputeRow;
import org.jspecify.annotations.Nullable;

/// What staff put right on the sheet, what people say is wrong with their own row, and what staff answer.
final class RecordChanges {
    private static final RecordJson<CorrectRow> CORRECT = RecordJson.of(CorrectRow.class);
    private static final RecordJson<DisputeRow> DISPUTE = RecordJson.of(DisputeRow.class);
    private static final RecordJson<AnswerDispute> ANSWER = RecordJson.of(AnswerDispute.class);

    private final SessionRecords records;
    private final SessionHosts hosts;

    RecordChanges(SessionRecords records, SessionHosts hosts) {
        this.records = records;
        this.hosts = hosts;
    }

    Future<@Nullable JsonObject> correct(RoutingContext context) {
        var asked = CORRECT.read(Operations.body(context).encode());
        return records.led(context).compose(session -> {
            var command = new Corrections.Correct(asked.member(), asked.change(), asked.reason());
            return submit(session, command, asked.command(), context);
        });
    }

    Future<@Nullable JsonObject> dispute(RoutingContext context) {
        var asked = DISPUTE.read(Operations.body(context).encode());
        return records.mine(context).compose(session -> {
            var command = new Corrections.DisputeOwnRow(asked.words());
            return submit(session, command, asked.command(), context);
        });
    }

    Future<@Nullable JsonObject> answer(RoutingContext context) {
        var asked = ANSWER.read(Operations.body(context).encode());
        var answer = answer(new MemberId(context.pathParam("member")), asked.accept(), asked.decline());
        if (answer == null) return Future.failedFuture(Problem.MALFORMED.raised());
        return records.led(context).compose(session -> submit(session, answer, asked.command(), context));
    }

    private static Corrections.@Nullable Command answer(
            MemberId member, @Nullable Accept accept, @Nullable Decline decline) {
        if (accept != null && decline != null) return null;
        if (accept != null) return new Corrections.AcceptDispute(member, accept.change(), accept.reason());
        return decline == null ? null : new Corrections.DeclineDispute(member, decline.words());
    }

    private Future<@Nullable JsonObject> submit(
            Session session, SessionCommand command, CommandId id, RoutingContext context) {
        var by = new Actor.Person(SessionRecords.me(context).value());
        return hosts.submit(session.plan().session(), command, by, id)
                .compose(outcome -> Refused.unlessDone(outcome, Operations.language(context)));
    }
}
