package org.holdfast;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.holdfast.audit.Audit;
import org.holdfast.audit.AuditCommand;
import org.holdfast.audit.AuditEvent;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.AuditLogs;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.RandomIds;
import org.holdfast.live.Timers;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.MasterKey;

/// The note in the audit that a log is about to leave as a bundle: in a log of this run's own, like any other writer's.
final class BundleNote {
    private final Vertx vertx;
    private final RedisConnections redis;
    private final MasterKey master;
    private final InstantSource clock;
    private final RandomIds ids = new RandomIds(new SecureRandom());

    BundleNote(Vertx vertx, RedisConnections redis, MasterKey master, InstantSource clock) {
        this.vertx = vertx;
        this.redis = redis;
        this.master = master;
        this.clock = clock;
    }

    /// Fails when it could not be noted.
    Future<Void> write(LogId log) {
        var by = "bundle-" + ids.next();
        var heads = new RedisHeads(redis, master);
        var events = new RedisEventLog<>(
                redis, SealedJson.of(AuditEvent.class), master, new RedisKeyring(redis, master), heads);
        return LiveContext.start(vertx).compose(context -> {
            var live = new Live(context, clock, Timers.of(vertx), Alarm.LOGGED);
            var audit = new AuditLogs(new LogHosts<>(Audit.DECIDER, events, live), clock, by);
            return audit.submit(
                            new AuditCommand.BundleLog(log.toString()), new Actor.Node(by), new CommandId(ids.next()))
                    .compose(outcome -> outcome instanceof Outcome.Done
                            ? heads.flush()
                            : Future.failedFuture(new IOException("The audit did not take the note: " + outcome)))
                    .onComplete(_ -> audit.close());
        });
    }
}
