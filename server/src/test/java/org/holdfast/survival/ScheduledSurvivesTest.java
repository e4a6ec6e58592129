package org.holdfast.survival;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Openings;
import org.holdfast.clinic.Place;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SlotId;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.live.Outcome;
import org.holdfast.live.Timers;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.Life;
import org.holdfast.session.Session;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SessionId;
import org.holdfast.testing.FreePort;
import org.holdfast.testing.ManualTimers;
import org.holdfast.web.Origins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sessions of the calendar on two servers, of which one is killed while they open.
@Timeout(120)
class ScheduledSurvivesTest {
    private static final int SESSIONS = 8;
    private static final int KILLED_AT = 4;
    private static final Duration LENGTH = Duration.ofMinutes(30);

    @TempDir
    Path data;

    private RedisProcess redis;
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @BeforeEach
    void startRedis() {
        redis = new RedisProcess(data);
    }

    @AfterEach
    void endEverything() throws Exception {
        for (var open : toClose.reversed()) open.close();
        redis.close();
    }

    @Test
    void each_is_opened_once_and_closed_once() throws IOException {
        var first = NodeProcess.start(data, "first", 0, redis.url());
        toClose.add(first);
        toClose.add(NodeProcess.start(data, "second", 0, redis.url()));
        var onlooker = here("onlooker", Clock.systemUTC(), new ManualTimers());

        // One a second, from a few seconds on.
        var opens = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        for (var n = 0; n < SESSIONS; n++)
            plan(onlooker, n, opens.plusSeconds(n).plus(Openings.BEFORE));
        until(() -> !happened(onlooker, KILLED_AT).isEmpty());
        first.kill9();
        until(() -> found(onlooker).size() == SESSIONS);
        for (var n = 0; n < SESSIONS; n++) {
            assertEquals(1, happened(onlooker, n).size());
            assertTrue(happened(onlooker, n).getFirst() instanceof Life.Opened, id(n));
        }

        // Two hours later by the clocks of two more.
        InstantSource later = () -> Instant.now().plus(Duration.ofHours(2));
        here("later", later, null);
        here("latest", later, null);
        until(() -> found(onlooker).stream().allMatch(Session::ended));
        for (var n = 0; n < SESSIONS; n++) {
            assertEquals(
                    new Life.SessionEnded(Life.EndCause.OVERTIME),
                    happened(onlooker, n).getLast());
            assertEquals(2, happened(onlooker, n).size());
        }
    }

    private static String id(int n) {
        return "xextra" + n;
    }

    private void plan(Node node, int n, Instant starts) {
        var zoned = starts.atZone(ZoneId.systemDefault());
        var place = new Place(zoned.toLocalDate(), zoned.toLocalTime(), (int) LENGTH.toMinutes());
        var add = new Scheduling.Add(new SlotId(id(n)), new GroupId("g-evening"), place, null, null, new TreeSet<>());
        var outcome = get(node.clinic().submit(add, new Actor.Node("test"), new CommandId("plan" + n)));
        assertTrue(outcome instanceof Outcome.Done, outcome.toString());
    }

    private static List<SessionEvent> happened(Node node, int n) {
        return get(node.sessions().entries(new SessionId(id(n)))).stream()
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    /// Those of them that their people find.
    private static List<Session> found(Node node) {
        var ids =
                IntStream.range(0, SESSIONS).mapToObj(ScheduledSurvivesTest::id).toList();
        return get(node.sessions().of("p-dana")).stream()
                .filter(session -> ids.contains(session.plan().session().value()))
                .toList();
    }

    /// A server in this process.
    ///
    /// @param timers absent for those that really go off
    private Node here(String name, InstantSource clock, @Nullable Timers timers) throws IOException {
        var port = FreePort.find();
        var node = get(Node.start(new Node.Setup(
                name,
                "127.0.0.1",
                port,
                0,
                redis.url(),
                MasterKey.parse(Files.readString(data.resolve("master-key"))),
                data.resolve("heads-" + name + ".jsonl"),
                Origins.loopback(port, Set.of()),
                null,
                MediaSettings.PEER,
                clock,
                timers,
                null)));
        toClose.add(() -> get(node.close()));
        return node;
    }
}
