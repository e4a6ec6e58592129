package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.CanonicalSheet;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.demo.DemoClinic;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.json.RecordJson;
import org.holdfast.live.LogHost;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.live.RandomIds;
import org.holdfast.live.Subscription;
import org.holdfast.live.Timers;
import org.holdfast.person.PersonCommand;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Audience;
import org.holdfast.session.Life;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Plan;
import org.holdfast.session.Session;
import org.holdfast.session.SessionCommand;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.session.SheetHash;
import org.holdfast.session.View;
import org.holdfast.session.Views;
import org.holdfast.testing.FreePort;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.Origins;
import org.jspecify.annotations.Nullable;

/// A clinic with its evening group, served by one node or more on a test's Redis.
final class Clinic implements AutoCloseable {
    private static final long PATIENCE_S = 20;
    private static final int BEAT_EVERY_S = 5;
    static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");

    /// A node with the timers it waits by.
    record Server(Node node, int port, ManualTimers timers, ManualClock clock) {
        String address() {
            return "http://127.0.0.1:" + port;
        }
    }

    private final TestRedis redis;
    private static final Actor SYSTEM = new Actor.Node("test");
    private static final RandomIds IDS = new RandomIds(new SecureRandom());

    private final Path folder;
    private final MasterKey master = MasterKey.random(new SecureRandom());
    private final List<Server> servers = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    final ManualClock clock = new ManualClock(SIX);
    /// For the nodes that start from now on.
    MediaSettings media = MediaSettings.PEER;
    /// Absent for this computer's own; so are accounts, where staff come by links.
    @Nullable
    Origins origins;

    KeycloakAdapter.@Nullable Client accounts;
    private String session = "";

    Clinic(TestRedis redis) {
        this.redis = redis;
        try {
            folder = Files.createTempDirectory("holdfast-clinic");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With one node and its session open.
    static Clinic open(TestRedis redis) {
        var clinic = new Clinic(redis);
        clinic.start();
        return clinic;
    }

    Server start() {
        return start(clock);
    }

    /// A node that believes another clock than the clinic's.
    Server start(ManualClock clock) {
        var port = FreePort.find();
        var timers = new ManualTimers();
        var setup = new Node.Setup(
                "test",
                "127.0.0.1",
                port,
                0,
                redis.url(),
                master,
                headsFile(servers.size()),
                origins == null ? Origins.loopback(port, Set.of()) : origins,
                pages(),
                media,
                clock,
                onContext(timers),
                accounts);
        var server = new Server(get(Node.start(setup)), port, timers, clock);
        servers.add(server);
        admitCast(server.node());
        return server;
    }

    /// Stands in for the built pages, which these tests are not about.
    private Path pages() {
        var pages = folder.resolve("pages");
        try {
            Files.createDirectories(pages.resolve("assets"));
            Files.writeString(pages.resolve("join.html"), "<!doctype html><title>Your meeting</title>");
            Files.writeString(pages.resolve("staff.html"), "<!doctype html><title>Meetings</title>");
            Files.writeString(pages.resolve("assets/join-abc123.js"), "export {};");
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admitCast(Node node) {
        try {
            var into = new DemoClinic.Into(
                    node.links(),
                    node.signInCodes(),
                    node.people(),
                    node.clinic(),
                    node.index(),
                    node.sessions(),
                    node.sessionLogs(),
                    clock);
            var opened = get(DemoClinic.in(folder, into).open());
            session = opened.session().value();
            for (var person : opened.invitations()) {
                tokens.put(person.name(), person.path().substring(person.path().indexOf('#') + 1));
                if (person.code() != null) codes.put(person.name(), person.code());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// After a session that has ended the group meets anew.
    void opensAgain() {
        admitCast(first().node());
    }

    /// A session of a larger group than the demo's, led by Dana W., which all that follows is about:
    /// its participants are called `Member 1` and on.
    void openFor(int participants) {
        var node = first().node();
        var roster = new TreeSet<MemberId>();
        for (var n = 1; n <= participants; n++) {
            var id = "p-member-" + n;
            roster.add(new MemberId(id));
            submit(node.people().submit(id, new PersonCommand.Register("Member " + n), SYSTEM, fresh()));
            var link = new PersonalLinks.Link(id, Kind.PARTICIPANT, null);
            tokens.put("Member " + n, get(node.links().issue(link)));
        }
        var dana = new MemberId("p-dana");
        var larger = new SessionId("slarger");
        var starts = clock.instant();
        var plan = new Plan(
                larger,
                "Larger group",
                starts,
                starts.plus(Duration.ofHours(1)),
                "UTC",
                dana,
                new TreeSet<>(List.of(dana)),
                roster,
                participants + 1,
                AttendanceRules.DEFAULT);
        var log = LogId.session(larger.value());
        submit(node.sessionLogs().submit(log, new Life.OpenSession(plan), SYSTEM, fresh()));
        get(node.index().add(plan));
        session = larger.value();
    }

    private static void submit(Future<Outcome> wish) {
        if (!(get(wish) instanceof Outcome.Done)) throw new AssertionError("Refused: " + get(wish));
    }

    private static CommandId fresh() {
        return new CommandId(IDS.next());
    }

    Server first() {
        return servers.getFirst();
    }

    String session() {
        return session;
    }

    /// What the chains of its logs are made with.
    MasterKey master() {
        return master;
    }

    /// Where signed heads leave Redis from one of the nodes, the first being 0.
    Path headsFile(int node) {
        return folder.resolve("heads-" + node + ".jsonl");
    }

    String token(String name) {
        var token = tokens.get(name);
        if (token == null) throw new IllegalArgumentException("Not in the cast: " + name);
        return token;
    }

    /// What this member of staff types for a fresh sign-in.
    String code(String name) {
        return Objects.requireNonNull(codes.get(name));
    }

    /// A new browser that has opened this person's link.
    Browser browserOf(String name) {
        return browserOf(name, first());
    }

    Browser browserOf(String name, Server server) {
        var browser = new Browser(server.address());
        browser.exchange(token(name));
        return browser;
    }

    /// A page of this person in a new browser, with its first frame read.
    Tab tabOf(String name) {
        return browserOf(name).open(session);
    }

    Tab seatOf(String name, Tab facilitator) {
        var tab = tabOf(name);
        tab.welcome("waiting");
        facilitator.done("member.admit", "member", tab.id());
        tab.welcome("room");
        return tab;
    }

    /// Time goes by for everybody, second by second, while these pages beat as pages do.
    void pass(Duration time, Tab... beating) {
        for (var second = 1; second <= time.toSeconds(); second++) {
            clock.pass(Duration.ofSeconds(1));
            if (second % BEAT_EVERY_S == 0 || second == time.toSeconds()) {
                for (var tab : beating) tab.beatHeard();
            }
            tick();
        }
    }

    /// Everything that waits goes off once, and what follows from it is done.
    void tick() {
        servers.forEach(this::tick);
    }

    /// Lets time pass until the page sees this. What a node does in its own time also waits for the store, which no
    /// clock here hurries, so no number of seconds is surely enough.
    ObjectNode passUntil(Predicate<ObjectNode> seen, Tab tab, Tab... beating) {
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!seen.test(tab.view())) {
            if (System.nanoTime() > patience) throw new AssertionError("It did not come: " + tab.view());
            pass(Duration.ofSeconds(1), beating);
        }
        return tab.view();
    }

    private void tick(Server server) {
        server.timers().goOff();
        // The live context does one thing after the other, and so does a log: empty tasks behind the others mark their
        // end, and the clock, which only the test moves, does not run ahead of the store.
        for (var turn = 0; turn < 2; turn++) {
            get(server.node().settled());
            get(hostOn(server).catchUp());
        }
    }

    /// Every node forgets what it knows of the session and folds it again.
    void refold() {
        servers.forEach(server -> get(hostOn(server).refold()));
    }

    /// What an audience may know, made from the log as it now stands.
    String viewFromTheLog(Audience audience) {
        var state = hostOn(first()).state();
        var people = first().node().people();
        Names names = member -> get(people.nameIn(member.value(), new SessionId(session)));
        return switch (Views.of(state, audience, names)) {
            case View.ConsoleView console ->
                RecordJson.of(View.ConsoleView.class).print(console);
            case View.RoomView room -> RecordJson.of(View.RoomView.class).print(room);
            case View.WaitingView waiting ->
                RecordJson.of(View.WaitingView.class).print(waiting);
            case View.EndedView ended -> RecordJson.of(View.EndedView.class).print(ended);
            case null -> "";
        };
    }

    /// Each version that was signed stands in the log with its bytes, and the log still gives the same.
    void keepsWhatWasSigned(int versions) {
        var entries = get(first().node().sessions().entries(new SessionId(session)));
        var signed = hostOn(first()).state().signOff().versions();
        assertEquals(versions, signed.size());
        for (var version : signed) {
            var text = CanonicalSheet.text(AttendanceSheet.asSigned(entries, version.number()));
            assertEquals(text, version.text());
            assertEquals(SheetHash.of(text), version.hash());
        }
    }

    private LogHost<Session, SessionCommand, SessionEvent> hostOn(Server server) {
        return get(server.node().sessionLogs().open(LogId.session(session)));
    }

    void end(Server server) {
        servers.remove(server);
        get(server.node().close());
    }

    private static Timers onContext(ManualTimers timers) {
        return new Timers() {
            @Override
            public Subscription after(Duration delay, Runnable action) {
                return timers.after(delay, here(action));
            }

            @Override
            public Subscription every(Duration period, Runnable action) {
                return timers.every(period, here(action));
            }

            /// Between two tries of the store, real time passes: the store is real too.
            @Override
            public Future<Void> pause(Duration length) {
                return Vertx.currentContext()
                        .owner()
                        .timer(length.toMillis(), TimeUnit.MILLISECONDS)
                        .mapEmpty();
            }

            private Runnable here(Runnable action) {
                var context = Vertx.currentContext();
                return context == null ? action : () -> context.runOnContext(_ -> action.run());
            }
        };
    }

    @Override
    public void close() {
        List.copyOf(servers).forEach(this::end);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
