package org.holdfast;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Due;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.log.Archiver;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Archives the sessions whose sheet is signed and about which nothing was said for a day.
final class ArchivedSessions {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivedSessions.class);

    /// A damaged log stays where it is until people have looked at it; until then nobody asks every ten seconds.
    static final Duration DAMAGED_AGAIN = Duration.ofHours(24);

    private final LogHosts<Session, SessionCommand, SessionEvent> sessions;
    private final Archiver archiver;
    private final Due due;
    private final InstantSource clock;

    ArchivedSessions(
            LogHosts<Session, SessionCommand, SessionEvent> sessions, Archiver archiver, Due due, InstantSource clock) {
        this.sessions = sessions;
        this.archiver = archiver;
        this.due = due;
        this.clock = clock;
    }

    /// What was said meanwhile has set a time of its own, so there is nothing to do for it here.
    Future<?> ifSigned(LogId session) {
        return sessions.open(session)
                .map(LogHost::state)
                .compose(
                        state -> state.signOff().standing() == null ? Future.<Void>succeededFuture() : archive(session))
                .recover(cause -> cause instanceof DamagedLog ? later(session, cause) : Future.failedFuture(cause));
    }

    private Future<Void> archive(LogId session) {
        return archiver.archive(session)
                .onSuccess(outcome -> LOG.info("{}: {}", session, outcome))
                .mapEmpty();
    }

    private Future<Void> later(LogId session, Throwable cause) {
        LOG.error("{} is not archived: {}", session, cause.getMessage());
        return due.at(new Due.Item(Outside.ARCHIVE, session), clock.instant().plus(DAMAGED_AGAIN));
    }
}
