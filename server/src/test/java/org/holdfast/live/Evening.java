package org.holdfast.live;

import static org.holdfast.testing.Await.get;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.json.JsonText;
import org.holdfast.live.People.NameBook;
import org.holdfast.sealing.SignedHead;
import org.holdfast.session.Asked;
import org.holdfast.session.Cast;
import org.holdfast.session.ConnectionId;
import org.holdfast.session.DeviceId;
import org.holdfast.session.EndpointId;
import org.holdfast.session.ItemId;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.RowId;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.session.WorksheetId;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.holdfast.testing.MemoryEventLog;
import org.holdfast.testing.MemoryTurns;
import org.holdfast.testing.NotedPlane;
import org.jspecify.annotations.Nullable;

/// A node with the evening group's session, all in memory: who is told what, in which order, among what the media
/// plane does.
final class Evening {
    private static final SessionId SESSION = Cast.plan().session();

    private final String node;
    private final Vertx vertx;
    private final MemoryEventLog<SessionEvent> store;
    private final MemoryTurns turns;
    private final ManualTimers timers = new ManualTimers();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> forgotten = new ArrayList<>();
    private final NotedPlane plane = new NotedPlane(told);
    private final Map<MemberId, PageLine> lines = new HashMap<>();
    private final Context context;
    private final LogHosts<Session, SessionCommand, SessionEvent> logs;
    private final SessionHosts hosts;
    private int asked;

    private Evening(String node, Vertx vertx, MemoryEventLog<SessionEvent> store, MemoryTurns turns) {
        this.node = node;
        this.vertx = vertx;
        this.store = store;
        this.turns = turns;
        this.context = get(LiveContext.start(vertx));
        var live = new Live(context, new ManualClock(Cast.STARTS), timers, Alarm.LOGGED);
        this.logs = new LogHosts<>(Session.DECIDER, store, live);
        var neighbours = new SessionHosts.Neighbours(
                new Named(),
                new Nowhere(),
                plane,
                new SessionReactions(store, turns, node, new IdleHands(), plane, live));
        this.hosts = new SessionHosts(node, logs, live, new RandomIds(new Random(7)), neighbours);
    }

    static Evening opens(Vertx vertx) {
        var evening = new Evening("one", vertx, new MemoryEventLog<>(), new MemoryTurns());
        var opening = new Life.OpenSession(Cast.plan());
        get(evening.logs.submit(LogId.session(SESSION.value()), opening, new Actor.Node("one"), new CommandId("open")));
        return evening;
    }

    /// On the same store.
    Evening anotherNode() {
        return new Evening("two", vertx, store, turns);
    }

    /// Its session is open there.
    Future<?> ready() {
        return hosts.endIfDue(LogId.session(SESSION.value())).otherwiseEmpty();
    }

    NotedPlane plane() {
        return plane;
    }

    Session state() {
        return get(logs.open(LogId.session(SESSION.value()))).state();
    }

    void comes(MemberId member) {
        comesWith(member, Cast.device(member));
    }

    void comesWith(MemberId member, DeviceId device) {
        var visitor = new Visitor(member, device, Cast.arrival());
        lines.putIfAbsent(member, get(hosts.connect(SESSION, visitor, page(member))));
    }

    void asks(MemberId member, Asked wish) {
        var outcome = get(lines.get(member).submit(wish, new CommandId("a" + asked++)));
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(wish + ": " + outcome);
    }

    boolean signals(MemberId member, String to) {
        return get(lines.get(member).signal(new EndpointId(to), JsonNodeFactory.instance.objectNode()));
    }

    /// What pages and plane were told and did since the last forgetting.
    List<String> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    List<String> everTold() {
        var all = new ArrayList<>(forgotten);
        all.addAll(told());
        return all;
    }

    void forget() {
        settles();
        forgotten.addAll(told());
        told.clear();
    }

    /// All that was asked so far has run.
    void settles() {
        var through = Promise.<Void>promise();
        context.runOnContext(first -> context.runOnContext(nothing -> through.complete()));
        get(through.future());
    }

    void passTime() {
        context.runOnContext(nothing -> timers.goOff());
        settles();
    }

    /// Without a word to anybody; its turns pass to whoever asks next.
    void dies() {
        var id = LogId.session(SESSION.value());
        plane.bridgesAre(true);
        for (var kind : List.of("devices", "keys", "heads", "archive", "end", "media")) {
            get(turns.release(id, kind, node));
        }
    }

    void close() {
        get(hosts.close());
    }

    private Page page(MemberId member) {
        return new Page() {
            @Override
            public void send(String frame) {
                told.add(member + ": " + said(frame));
            }

            @Override
            public void afterwards(Runnable errand) {
                errand.run();
            }

            @Override
            public void close(Goodbye goodbye) {
                told.add(member + ": close " + goodbye);
            }
        };
    }

    private static String said(String frame) {
        try {
            var json = JsonText.parse(frame);
            var type = json.path("type").asText();
            return json.has("code") ? type + " " + json.path("code").asText() : type;
        } catch (org.holdfast.json.BadJson e) {
            throw new AssertionError(e);
        }
    }

    private static final class Named implements People {
        @Override
        public Future<NameBook> names(SessionId session, Set<MemberId> members, Changes changes) {
            return Future.succeededFuture(new NameBook() {
                @Override
                public String of(MemberId member) {
                    return Cast.name(member);
                }

                @Override
                public @Nullable String of(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row) {
                    return null;
                }

                @Override
                public void take(MemberId member) {}

                @Override
                public void close() {}
            });
        }
    }

    private static final class Nowhere implements PresenceStore {
        @Override
        public Future<Void> write(Map<SessionId, Map<ConnectionId, Instant>> beats) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Map<ConnectionId, Instant>> read(SessionId session) {
            return Future.succeededFuture(Map.of());
        }

        @Override
        public Future<Void> holds(String node, SessionId session) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> releases(String node, SessionId session) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Set<String>> nodes() {
            return Future.succeededFuture(Set.of());
        }

        @Override
        public Future<Set<SessionId>> heldBy(String node) {
            return Future.succeededFuture(Set.of());
        }

        @Override
        public Future<Void> forget(String node) {
            return Future.succeededFuture();
        }
    }

    private static final class IdleHands implements SessionReactions.Hands {
        @Override
        public Future<?> bind(MemberId member, DeviceId device) {
            return Future.succeededFuture();
        }

        @Override
        public Future<?> destroyChat(SessionId session) {
            return Future.succeededFuture();
        }

        @Override
        public Future<?> forgetArrivals(SessionId session, Instant at) {
            return Future.succeededFuture();
        }

        @Override
        public Future<?> signHead(SessionId session, long seq, Instant at, SignedHead.Why why, @Nullable String sheet) {
            return Future.succeededFuture();
        }

        @Override
        public Future<?> archiveAt(SessionId session, Instant at) {
            return Future.succeededFuture();
        }

        @Override
        public Future<?> endAt(SessionId session, @Nullable Instant at) {
            return Future.succeededFuture();
        }
    }
}
