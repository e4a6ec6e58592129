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
import org.holdfast.directory.ClinicLog.Books;
import org.holdfast.directory.SessionIndex;
import org.holdfast.identity.Secrets;
import org.holdfast.live.Due;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Untrusted;
import org.holdfast.log.LogVerifier;
import org.holdfast.session.Life;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sessions come into being out of the calendar, by whichever node gets to it. A slot's id is its session's, so two
/// that open the same one open it once; what a node that died left half done is done again. While one is open, who may
/// come to it follows the clinic's books.
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

    /// One that was opened from here or found open, until it is over by its plan. Only to spare the store: a node that
    /// knows of none looks again.
    ///
    /// @param books how far they were read when it was last looked at
    /// @param plan whose people find it
    private record Settled(Instant until, long books, Plan plan) {}

    private final Map<SessionId, Settled> settled = new HashMap<>();

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

    /// Opens what is to be open in this clinic, has what is open follow its books, and sets the next look. On the live
    /// context.
    Future<Void> look(LogId clinic) {
        return clinics.of(new ClinicId(clinic.id())).books().compose(books -> {
            var now = clock.instant();
            var openings = Openings.of(books.clinic(), now);
            settled.values().removeIf(it -> !it.until().isAfter(now));
            return Future.join(openings.open().stream()
                            .map(slot -> attend(books, slot, now))
                            .toList())
                    .compose(_ -> due.at(new Due.Item(ClinicLog.CALENDAR, clinic), openings.again()));
        });
    }

    private Future<?> attend(Books books, Slot slot, Instant now) {
        var session = new SessionId(slot.id().value());
        var known = settled.get(session);
        if (known != null && known.books() == books.seq()) return Future.succeededFuture();
        return Future.succeededFuture()
                .compose(_ -> known == null ? opened(books.clinic(), slot) : Future.succeededFuture(known.plan()))
                .compose(plan -> plan == null ? Future.succeededFuture() : followed(books, slot, plan, now))
                .onFailure(cause -> LOG.warn("{} could not be opened or followed yet: {}", session, cause.toString()));
    }

    /// The plan that its people find it by; nothing for a group that does not meet.
    private Future<@Nullable Plan> opened(Clinic clinic, Slot slot) {
        var plan = Planning.plan(clinic, slot, roomLimit);
        if (plan == null) return Future.succeededFuture();
        var log = LogId.session(slot.id().value());
        return sessions.submit(log, new Life.OpenSession(plan), node, OPEN)
                .compose(_ -> session(log))
                .compose(session -> findable(session).map(session.plan()));
    }

    /// Whoever may come since finds it by their link before the books are done with.
    private Future<?> followed(Books books, Slot slot, Plan known, Instant now) {
        var follow = Planning.follow(books.clinic(), slot, books.seq(), now);
        if (follow == null) return Future.succeededFuture();
        var log = LogId.session(slot.id().value());
        return sessions.submit(log, follow, node, new CommandId(Secrets.fresh()))
                .compose(_ -> session(log))
                .map(Session::plan)
                .compose(plan -> (plan.equals(known) ? Future.<Void>succeededFuture() : index.add(plan)).map(plan))
                .onSuccess(plan -> settled.put(plan.session(), new Settled(slot.ends(), books.seq(), plan)));
    }

    private Future<Session> session(LogId log) {
        return sessions.open(log).map(Untrusted::trusted).map(LogHost::state);
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
