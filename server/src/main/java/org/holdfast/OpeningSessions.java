package org.holdfast;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Openings;
import org.holdfast.clinic.Planning;
import org.holdfast.clinic.Slot;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.ClinicLog;
import org.holdfast.directory.SessionIndex;
import org.holdfast.live.Due;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Untrusted;
import org.holdfast.log.LogVerifier;
import org.holdfast.session.Life;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sessions come into being out of the calendar, by whichever node gets to it. A slot's id is its session's, so two
/// that open the same one open it once; what a node that died left half done is done again.
final class OpeningSessions {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningSessions.class);

    /// The same wish by whichever node: it is done once.
    private static final CommandId OPEN = new CommandId("open");

    private final ClinicLog clinics;
    private final LogHosts<Session, SessionCommand, SessionEvent> sessions;
    private final SessionIndex index;
    private final Due due;
    private final LogVerifier logs;
    private final int roomLimit;
    private final InstantSource clock;
    private final Actor node;

    /// Which were opened from here or found open, until they are over by their plan. Only to spare the store: a node
    /// that knows none looks again.
    private final Map<SessionId, Instant> settled = new HashMap<>();

    /// @param roomLimit how many people the media of one session can carry
    OpeningSessions(
            String node,
            ClinicLog clinics,
            LogHosts<Session, SessionCommand, SessionEvent> sessions,
            SessionIndex index,
            Due due,
            LogVerifier logs,
            int roomLimit,
            InstantSource clock) {
        this.node = new Actor.Node(node);
        this.clinics = clinics;
        this.sessions = sessions;
        this.index = index;
        this.due = due;
        this.logs = logs;
        this.roomLimit = roomLimit;
        this.clock = clock;
    }

    /// Sets the first look into each calendar. Whatever was lost of these times comes back by it.
    Future<Void> start() {
        return logs.logs()
                .compose(all -> Future.join(all.stream()
                        .filter(log -> log.kind().equals(ClinicLog.ID.kind()))
                        .map(log -> due.at(new Due.Item(ClinicLog.CALENDAR, log), clock.instant()))
                        .toList()))
                .mapEmpty();
    }

    /// Opens what is to be open in this clinic, and sets the next look. On the live context.
    Future<Void> look(LogId clinic) {
        return clinics.of(new ClinicId(clinic.id())).clinic().compose(state -> {
            var now = clock.instant();
            var openings = Openings.of(state, now);
            settled.values().removeIf(until -> !until.isAfter(now));
            return Future.join(openings.open().stream()
                            .map(slot -> open(state, slot))
                            .toList())
                    .compose(_ -> due.at(new Due.Item(ClinicLog.CALENDAR, clinic), openings.again()));
        });
    }

    private Future<?> open(Clinic clinic, Slot slot) {
        var session = new SessionId(slot.id().value());
        if (settled.containsKey(session)) return Future.succeededFuture();
        return Future.succeededFuture()
                .compose(_ -> opened(clinic, slot, LogId.session(session.value())))
                .onFailure(cause -> LOG.warn("{} could not be opened yet: {}", session, cause.toString()));
    }

    private Future<?> opened(Clinic clinic, Slot slot, LogId log) {
        var plan = Planning.plan(clinic, slot, roomLimit);
        if (plan == null) return Future.succeededFuture();
        return sessions.submit(log, new Life.OpenSession(plan), node, OPEN)
                .compose(_ -> sessions.open(log))
                .map(Untrusted::trusted)
                .map(LogHost::state)
                .compose(this::findable)
                .onSuccess(_ -> settled.put(plan.session(), slot.ends()));
    }

    /// As it was opened, which may have been before the calendar was looked at here: its people find it, and it ends
    /// although nobody comes.
    private Future<?> findable(Session session) {
        var ends = session.dueAt();
        var item =
                new Due.Item(Outside.END, LogId.session(session.plan().session().value()));
        return Future.all(
                List.of(index.add(session.plan()), ends == null ? Future.succeededFuture() : due.at(item, ends)));
    }
}
