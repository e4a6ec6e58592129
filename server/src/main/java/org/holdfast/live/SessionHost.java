package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.holdfast.live.Connection.Standing;
import org.holdfast.live.People.NameBook;
import org.holdfast.session.Admission;
import org.holdfast.session.Asked;
import org.holdfast.session.Audience;
import org.holdfast.session.Change;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.Life;
import org.holdfast.session.Member.Link;
import org.holdfast.session.Member.Present;
import org.holdfast.session.MemberId;
import org.holdfast.session.Notice;
import org.holdfast.session.Roster;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.session.WorksheetView;
import org.holdfast.session.WorksheetViews;
import org.holdfast.session.You;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session on one node: its pages, what each may see after every entry, and the signals between them.
///
/// It decides nothing and remembers nothing that matters: with its memory gone, the log gives the same views again.
/// Everything runs on the live context.
public final class SessionHost {
    private static final Logger LOG = LoggerFactory.getLogger(SessionHost.class);

    /// More pages than a session with everybody's second browser needs.
    static final int MOST_CONNECTIONS = 200;

    private final SessionId id;
    private final LogHost<Session, SessionCommand, SessionEvent> log;
    private final Around around;
    private final NameBook names;
    private final Subscription advancing;
    private final SessionReactions.Running reacting;
    private final SharedViews views = new SharedViews();
    private final Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
    private final Signals signals;
    /// Without a page, and not answered yet.
    private int asked;

    private SessionHost(
            SessionId id, LogHost<Session, SessionCommand, SessionEvent> log, Around around, NameBook names) {
        this.id = id;
        this.log = log;
        this.around = around;
        this.names = names;
        this.signals = new Signals(id, log, around, connections);
        views.update(log.state(), names);
        this.advancing = log.onAdvance(new Listener<>() {
            @Override
            public void advanced(Session before, Entry<SessionEvent> entry, Session after) {
                SessionHost.this.advanced(before, entry, after);
            }

            @Override
            public void halted(Halt why) {
                List.copyOf(connections.values()).forEach(each -> say(each, Goodbye.TRY_AGAIN));
            }
        });
        this.reacting = around.reactions().start(log);
    }

    /// Whether all that the log calls for outside is done, and nothing is asked that may call for more.
    boolean settled() {
        return asked == 0 && reacting.settled();
    }

    /// Ends the session if its time has come.
    Future<Outcome> endIfDue() {
        return submit(new Life.EndIfDue(), new Actor.Node(around.node()), around.newCommand());
    }

    /// What is asked not by a page's socket, but of the record.
    Future<Outcome> submit(SessionCommand command, Actor by, CommandId id) {
        asked++;
        return log.submit(command, by, id).onComplete(_ -> asked--);
    }

    static Future<SessionHost> open(SessionId id, LogHost<Session, SessionCommand, SessionEvent> log, Around around) {
        var opened = new SessionHost[1];
        return around.people()
                .names(id, log.state().plan().everybody(), new People.Changes() {
                    @Override
                    public void called() {
                        if (opened[0] != null) opened[0].refresh();
                    }

                    @Override
                    public void wrote(MemberId member) {
                        if (opened[0] != null) opened[0].rewrite(member);
                    }
                })
                .map(names -> {
                    opened[0] = new SessionHost(id, log, around, names);
                    return opened[0];
                });
    }

    public SessionId id() {
        return id;
    }

    public Session state() {
        return log.state();
    }

    /// Whether its log may no longer be believed.
    boolean halted() {
        return log.halted() != null;
    }

    /// A page opened. Its welcome follows with the entry of its arrival.
    Future<Connection> connect(Visitor visitor, Page page) {
        var connection = new Connection(around.newConnection(), visitor, page, around.now());
        if (connections.size() >= MOST_CONNECTIONS || halted()) return turnAway(connection, Goodbye.TRY_AGAIN);
        if (!log.state().plan().knows(visitor.member())) return turnAway(connection, Goodbye.NOT_SIGNED_IN);
        connections.put(connection.id, connection);
        return seenBefore(visitor.member())
                .compose(seen -> arrive(connection, seen))
                .map(connection);
    }

    private Future<Connection> turnAway(Connection connection, Goodbye goodbye) {
        say(connection, goodbye);
        return Future.succeededFuture(connection);
    }

    private Future<?> arrive(Connection connection, Instant lastSeen) {
        var visitor = connection.visitor;
        var link = new Link.Live(around.node(), connection.id);
        var command = new Admission.Arrive(visitor.member(), visitor.device(), visitor.arrival(), link, lastSeen);
        var by = new Actor.Person(visitor.member().value());
        return log.submit(command, by, around.newCommand()).onComplete(answer -> {
            if (answer.failed()) {
                say(connection, Goodbye.TRY_AGAIN);
            } else if (answer.result() instanceof Outcome.Refused(var code)) {
                turnedAway(connection, code);
            }
        });
    }

    private void turnedAway(Connection connection, RefusalCode code) {
        if (code == RefusalCode.ENDED) {
            connection.standing = Standing.AFTERWARDS;
            show(connection, null, log.state(), around.now().toString());
        } else if (code == RefusalCode.REMOVED) {
            connection.page.send(Frames.notice(new Notice.WasRemoved()));
            say(connection, Goodbye.REMOVED);
        } else {
            say(connection, code == RefusalCode.NOT_MEMBER ? Goodbye.NOT_SIGNED_IN : Goodbye.TRY_AGAIN);
        }
    }

    /// When the seat's connection was last heard of: by this node, else by the one that held it.
    private Future<Instant> seenBefore(MemberId member) {
        if (!(log.state().admission().members().get(member) instanceof Present present)) {
            return Future.succeededFuture(around.now());
        }
        var connection = present.link().connection();
        var here = connections.get(connection);
        if (here != null) return Future.succeededFuture(here.lastBeat);
        // Time that nobody can vouch for is not counted.
        return around.presence().read(id).map(beats -> beats.getOrDefault(connection, Instant.EPOCH));
    }

    /// Whoever hears the answer does not wait then.
    Future<Outcome> submit(Connection connection, Asked asked, CommandId command) {
        var by = new Actor.Person(connection.visitor.member().value());
        return switch (connection.standing) {
            case SEATED -> log.ask(asked, by, command);
            case BESIDE -> asked instanceof Admission.Leave ? stepAside(connection, command) : refuse();
            case ARRIVING, AFTERWARDS, GONE -> refuse();
        };
    }

    private static Future<Outcome> refuse() {
        return Future.succeededFuture(new Outcome.Refused(RefusalCode.STALE_CONNECTION));
    }

    /// A second browser that gives up does not take the person out of their seat.
    private Future<Outcome> stepAside(Connection connection, CommandId command) {
        var withdraw = new Admission.WithdrawDevice(connection.visitor.member(), connection.id);
        connection.page.send(Frames.notice(new Notice.HasLeft()));
        connection.standing = Standing.GONE;
        return log.submit(withdraw, new Actor.Person(connection.visitor.member().value()), command)
                .onComplete(_ -> say(connection, Goodbye.LEFT));
    }

    void mediaAgain() {
        reacting.mediaAgain();
    }

    Signals signals() {
        return signals;
    }

    void beat(Connection connection) {
        if (!connection.cut) connection.lastBeat = around.now();
    }

    void cut(Connection connection) {
        if (connection.cut) return;
        connection.cut = true;
        connection.lastBeat = around.now();
        var done = connection.standing == Standing.GONE || connection.standing == Standing.AFTERWARDS;
        if (done) connections.remove(connection.id);
    }

    List<Connection> connections() {
        return new ArrayList<>(connections.values());
    }

    /// The log says that somebody of ours is gone, or another node judged so. `lastSeen` is the last beat there was.
    Future<Outcome> drop(MemberId member, ConnectionId connection, Instant lastSeen) {
        var by = new Actor.Node(around.node());
        return log.submit(new Admission.Drop(member, connection, lastSeen), by, around.newCommand());
    }

    /// Forgets a page that fell silent, and tells it so in case it still listens.
    void forget(Connection connection) {
        connections.remove(connection.id);
        if (connection.standing != Standing.GONE) connection.page.close(Goodbye.COME_BACK);
        connection.standing = Standing.GONE;
    }

    private void advanced(Session before, Entry<SessionEvent> entry, Session after) {
        var at = around.now().toString();
        var change = Change.between(before, after);
        for (var event : entry.events()) if (event instanceof Roster.Joined joined) names.take(joined.member());
        views.advance(change, names);
        var notices = entry.events().stream()
                .map(event -> Notice.of(event, names))
                .filter(Objects::nonNull)
                .toList();
        var message = ChatPages.in(entry, after, names);
        for (var connection : connections()) {
            guarded(connection, () -> {
                withdraw(connection, after);
                for (var notice : notices) tell(connection, notice);
                if (message != null) hear(connection, message, after);
                place(connection, entry, after);
                var member = connection.visitor.member();
                if (show(connection, change, after, at))
                    catchUp(connection, after, ChatPages.heardUntil(member, entry));
            });
        }
    }

    /// Out of the room, or on another endpoint: the media are gone before the page is told anything.
    private void withdraw(Connection connection, Session after) {
        var forfeited = connection.forfeited(after.present(connection.visitor.member()));
        if (forfeited != null) connection.page.holdUntil(around.media().withdraw(id, forfeited), around.live());
    }

    private static void hear(Connection connection, ChatPages.Message message, Session after) {
        var member = connection.visitor.member();
        var mayRead = message.said().readableBy(Audience.of(after, member), member);
        if (connection.standing == Standing.SEATED && mayRead) connection.page.send(message.frame());
    }

    private void catchUp(Connection connection, Session state, @Nullable Instant heardUntil) {
        if (connection.standing != Standing.SEATED) return;
        var member = connection.visitor.member();
        var before = ChatPages.before(state, member, Audience.of(state, member), names, heardUntil);
        if (before != null) connection.page.send(before);
    }

    /// A page that missed something would show a room that does not exist: it comes again and is shown the whole.
    private void guarded(Connection connection, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException fault) {
            LOG.error("A page of {} could not be told what happened", id, fault);
            say(connection, Goodbye.FAULT);
        }
    }

    private static void tell(Connection connection, Notice.Addressed notice) {
        var to = notice.to();
        var forSeat = connection.standing == Standing.SEATED
                && connection.visitor.member().equals(to);
        var forAll = to == null && connection.standing != Standing.GONE;
        if (forSeat || forAll) connection.page.send(Frames.notice(notice.notice()));
    }

    private void place(Connection connection, Entry<SessionEvent> entry, Session after) {
        var member = connection.visitor.member();
        if (connection.standing == Standing.GONE || connection.standing == Standing.AFTERWARDS) return;
        if (after.admission().speaksFor(member, connection.id)) {
            connection.standing = Standing.SEATED;
        } else if (after.admission().waitsBeside(member, connection.id)) {
            connection.standing = Standing.BESIDE;
        } else if (connection.standing != Standing.ARRIVING) {
            lost(connection, Farewell.to(member, entry.events()), after);
        }
    }

    private void lost(Connection connection, Farewell farewell, Session after) {
        var goodbye = farewell.goodbye();
        if (farewell.notice() != null) connection.page.send(Frames.notice(farewell.notice()));
        if (goodbye != null || connection.cut || connection.dropping || after.ended()) {
            say(connection, goodbye == null ? Goodbye.COME_BACK : goodbye);
            return;
        }
        // Judged gone by another node while its page is here: it takes its seat again, out from the last beat until
        // now.
        LOG.info("A page of {} was believed gone and announces itself again", id);
        var seen = connection.lastBeat;
        connections.remove(connection.id);
        connection.renew(around.newConnection());
        connections.put(connection.id, connection);
        arrive(connection, seen);
    }

    private void say(Connection connection, Goodbye goodbye) {
        connections.remove(connection.id);
        connection.standing = Standing.GONE;
        connection.page.close(goodbye);
    }

    /// Somebody is called differently now.
    private void refresh() {
        views.update(log.state(), names);
        for (var connection : connections()) {
            guarded(connection, () -> {
                connection.renamed();
                show(connection, null, log.state(), around.now().toString());
            });
        }
    }

    /// Somebody wrote otherwise on a worksheet.
    private void rewrite(MemberId member) {
        for (var connection : connections()) {
            if (!WorksheetViews.concerns(log.state(), member, connection.visitor.member())) continue;
            guarded(
                    connection,
                    () -> connection.rewrite(paper(connection), around.now().toString()));
        }
    }

    private WorksheetView.All paper(Connection connection) {
        return connection.standing == Standing.SEATED
                ? WorksheetViews.of(log.state(), connection.visitor.member(), names, names)
                : WorksheetView.All.NOTHING;
    }

    /// Whether it was shown all anew.
    private boolean show(Connection connection, @Nullable Change change, Session state, String at) {
        var member = connection.visitor.member();
        var audience = switch (connection.standing) {
            case SEATED -> Audience.of(state, member);
            case BESIDE, AFTERWARDS -> Audience.WAITING;
            case ARRIVING, GONE -> Audience.NONE;
        };
        var shown = views.of(audience);
        if (shown == null) return false;
        var you = connection.standing == Standing.BESIDE && !state.ended()
                ? You.waiting(state, member, names)
                : change == null ? You.of(state, member, names) : connection.you(change, names);
        var same = change != null && change.keepsPaper() && connection.shown(audience);
        var paper = same ? connection.paper() : paper(connection);
        var anew = connection.show(audience, shown, you, paper, state, at);
        var endpoint = state.ended() || audience == Audience.WAITING ? null : you.endpoint();
        if (connection.takesEndpoint(endpoint)) {
            connection.page.send(Frames.plane(around.media().terms(id, endpoint)));
        }
        return anew;
    }

    void close() {
        advancing.close();
        reacting.close();
        names.close();
        connections().forEach(connection -> say(connection, Goodbye.COME_BACK));
    }
}
