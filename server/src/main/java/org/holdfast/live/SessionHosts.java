package org.holdfast.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Asked;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.EndpointId;
import org.holdfast.session.Life;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sessions whose pages this node holds. What is asked here may come from any thread; it is done on the live
/// context, and answers arrive on the asker's.
public final class SessionHosts {
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /// A node that was stopped for longer than this has beats waiting unread: it lets pages speak before it judges.
    static final Duration ABSENT = Duration.ofSeconds(3);
    static final Duration HEARING = Duration.ofSeconds(6);

    /// What a session's host has around it on its node.
    public record Neighbours(People people, PresenceStore presence, MediaPlane media, SessionReactions reactions) {}

    private static final Logger LOG = LoggerFactory.getLogger(SessionHosts.class);

    private final LogHosts<Session, SessionCommand, SessionEvent> logs;
    private final Live live;
    private final Around around;
    private final Map<SessionId, Future<SessionHost>> open = new HashMap<>();
    private final Subscription ticking;
    private boolean lookingAfter;
    private Instant lastLook;
    private Instant judgesFrom;

    public SessionHosts(
            String node,
            LogHosts<Session, SessionCommand, SessionEvent> logs,
            Live live,
            RandomIds ids,
            Neighbours neighbours) {
        this.logs = logs;
        this.live = live;
        this.around = new Around(
                node,
                live,
                neighbours.people(),
                neighbours.presence(),
                neighbours.media(),
                ids,
                neighbours.reactions());
        this.lastLook = live.clock().instant();
        this.judgesFrom = lastLook;
        this.ticking = live.timers().every(LOOK_EVERY, () -> live.context().runOnContext(_ -> look()));
        neighbours.media().onSignal(this::deliver);
        neighbours.media().onUnsettled(session -> live.context().runOnContext(_ -> mediaAgain(session)));
    }

    /// A page of this visitor opened.
    public Future<PageLine> connect(SessionId session, Visitor visitor, Page page) {
        var reply = new Reply<PageLine>();
        live.context()
                .runOnContext(_ -> host(session)
                        .compose(host ->
                                host.connect(visitor, page).map(connection -> (PageLine) new Line(host, connection)))
                        .onSuccess(reply::complete)
                        .onFailure(reply::fail));
        return reply.future();
    }

    /// What is asked of the record, by whoever may be in no room any more. The session's host is around meanwhile, so
    /// open pages hear of it and what must follow outside does, however long ago the session ended.
    public Future<Outcome> submit(SessionId session, SessionCommand command, Actor by, CommandId id) {
        var reply = new Reply<Outcome>();
        live.context()
                .runOnContext(_ -> host(session)
                        .compose(host -> host.submit(command, by, id))
                        .onSuccess(reply::complete)
                        .onFailure(reply::fail));
        return reply.future();
    }

    /// Looks after the people of nodes that are gone: out as of the last moment seen. Any node that is
    /// left may do it, and doing it twice changes nothing. On the live context, after each renewal of
    /// this node's lease.
    public void lookAfterOthers(NodeLease lease) {
        if (!lease.mayJudge() || lookingAfter) return;
        lookingAfter = true;
        around.presence()
                .nodes()
                .compose(nodes -> Future.join(nodes.stream()
                        .filter(lease::judgesGone)
                        .map(this::lookAfterPeopleOf)
                        .toList()))
                .onComplete(_ -> lookingAfter = false);
    }

    private Future<?> lookAfterPeopleOf(String node) {
        return around.presence()
                .heldBy(node)
                .compose(sessions -> Future.join(sessions.stream()
                        .map(session -> host(session).compose(host -> new Bereaved(host, around).drop(node)))
                        .toList()))
                .compose(_ -> around.presence().forget(node))
                .onFailure(cause -> LOG.warn("Not all people of {} are looked after yet", node, cause));
    }

    /// The time has come at which a session may be over; should it have moved meanwhile, it is set
    /// anew. Fails when that is not certain, so that it comes up again.
    public Future<?> endIfDue(LogId session) {
        return host(new SessionId(session.id())).compose(host -> host.endIfDue().compose(out -> ended(host, out)));
    }

    private Future<?> ended(SessionHost host, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Future.succeededFuture();
            case Outcome.Refused(var code) ->
                code == RefusalCode.NOT_YET
                        ? around.reactions().setEnd(host.state())
                        : Future.failedFuture("The end was refused: " + code.wire());
        };
    }

    /// Every page is told to come back, to any node.
    public Future<Void> close() {
        var reply = new Reply<Boolean>();
        live.context().runOnContext(_ -> {
            ticking.close();
            hosts().forEach(SessionHost::close);
            open.clear();
            reply.complete(true);
        });
        return reply.future().mapEmpty();
    }

    private Future<SessionHost> host(SessionId session) {
        var there = open.get(session);
        if (there != null) return there;
        var host = logs.open(LogId.session(session.value()))
                .map(Untrusted::trusted)
                .compose(log -> log.state().life() instanceof Life.Scheduled
                        ? Future.<SessionHost>failedFuture(new NoSuchSession())
                        : SessionHost.open(session, log, around));
        open.put(session, host);
        return host.onSuccess(_ -> around.presence().holds(around.node(), session))
                .onFailure(_ -> open.remove(session, host));
    }

    private List<SessionHost> hosts() {
        var hosts = new ArrayList<SessionHost>();
        for (var host : open.values()) if (host.succeeded()) hosts.add(host.result());
        return hosts;
    }

    private void deliver(MediaPlane.Signal signal) {
        var host = open.get(signal.session());
        if (host != null && host.succeeded()) host.result().signals().deliver(signal);
    }

    /// A session that is not open here has its pages elsewhere, and so whoever reconciles its media.
    private void mediaAgain(SessionId session) {
        var host = open.get(session);
        if (host != null && host.succeeded()) host.result().mediaAgain();
    }

    private void look() {
        var now = live.clock().instant();
        if (now.isAfter(lastLook.plus(ABSENT))) judgesFrom = now.plus(HEARING);
        lastLook = now;
        var beats = new HashMap<SessionId, Map<ConnectionId, Instant>>();
        for (var host : hosts()) {
            if ((host.connections().isEmpty() && host.settled()) || host.halted()) {
                open.remove(host.id());
                host.close();
                around.presence().releases(around.node(), host.id());
            } else {
                var heard = new Beats(host).look(now, !now.isBefore(judgesFrom));
                if (!heard.isEmpty()) beats.put(host.id(), heard);
            }
        }
        if (!beats.isEmpty()) around.presence().write(beats);
    }

    private final class Line implements PageLine {
        private final SessionHost host;
        private final Connection connection;

        Line(SessionHost host, Connection connection) {
            this.host = host;
            this.connection = connection;
        }

        @Override
        public Future<Outcome> submit(Asked asked, CommandId command) {
            var promise = Promise.<Outcome>promise();
            live.context().runOnContext(_ -> {
                host.beat(connection);
                host.submit(connection, asked, command)
                        .onComplete(answer -> connection.page.afterwards(() -> promise.handle(answer)));
            });
            return promise.future();
        }

        @Override
        public Future<Boolean> signal(EndpointId to, ObjectNode body) {
            var promise = Promise.<Boolean>promise();
            live.context().runOnContext(_ -> {
                host.beat(connection);
                var passed = host.signals().pass(connection, to, body);
                connection.page.afterwards(() -> promise.complete(passed));
            });
            return promise.future();
        }

        @Override
        public void beat() {
            live.context().runOnContext(_ -> host.beat(connection));
        }

        @Override
        public void closed() {
            live.context().runOnContext(_ -> host.cut(connection));
        }
    }
}
