package org.holdfast.web;

import io.vertx.core.Future;
import org.holdfast.audit.AuditCommand;
import org.holdfast.clinic.ClinicId;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.AuditLogs;
import org.holdfast.identity.Secrets;
import org.holdfast.live.Outcome;
import org.holdfast.session.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes that somebody opens or exports a record before they get it. What cannot be noted is not shown: the request
/// fails.
final class Noting {
    private static final Logger LOG = LoggerFactory.getLogger(Noting.class);

    private final AuditLogs audit;

    Noting(AuditLogs audit) {
        this.audit = audit;
    }

    Future<?> first(ClinicId clinic, AuditCommand command, MemberId me) {
        return audit.submit(clinic, command, new Actor.Person(me.value()), new CommandId(Secrets.fresh()))
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
