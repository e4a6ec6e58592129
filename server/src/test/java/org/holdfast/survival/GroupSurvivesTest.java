package org.holdfast.survival;

import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdfast.sealing.SignedHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a group must live through: real processes, killed, frozen and cut off as they are in a clinic.
@Timeout(120)
class GroupSurvivesTest {
    private static final int SECONDS_TO_BE_BACK = 5;

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
    void aServerKilledWithFivePeopleFindsThemAllInTheirSeatsAgain() throws Exception {
        var node = node("first", 0);
        var dana = facilitator(node, 0);
        var people = List.of(
                dana, seated(node, dana, 0), seated(node, dana, 1), seated(node, dana, 2), seated(node, dana, 3));
        var raised = people.get(1).ask("hand.raise").get(10, TimeUnit.SECONDS);
        assertTrue(raised.path("ok").asBoolean(), raised.toString());

        node.kill9();
        for (var person : people) person.isCutOff();
        var again = node("second", node.port());
        var from = Instant.now();
        for (var person : people) person.isSeated();

        var took = Duration.between(from, Instant.now());
        assertTrue(took.toSeconds() < SECONDS_TO_BE_BACK, "All were back after " + took);
        assertEquals(0, dana.view().path("waiting").size(), "Nobody had to be let in again");
        assertEquals(
                1,
                dana.view()
                        .path("people")
                        .path(people.get(1).seat())
                        .path("hand")
                        .asInt());
        assertEquals(node.session(), again.session());
    }

    @Test
    void aRedisKilledInMidSessionLosesNothingThatWasAcknowledged() throws Exception {
        var node = node("only", 0);
        var dana = facilitator(node, 0);
        var sam = seated(node, dana, 1);
        var maria = seated(node, dana, 2);
        sam.ask("hand.raise").get(10, TimeUnit.SECONDS);

        redis.kill9();
        var asked = maria.ask("hand.raise");
        redis.start();

        var answer = asked.get(20, TimeUnit.SECONDS);
        assertTrue(answer.path("ok").asBoolean(), answer.toString());
        dana.sees("both hands, in order", view -> hand(view, sam) == 1 && hand(view, maria) == 2);
        dana.isSeated();
    }

    @Test
    void peopleOnTwoNodesSeeEachOtherAndOutliveOneOfThem() throws Exception {
        var one = node("one", 0);
        var two = node("two", 0);
        var dana = facilitator(one, 0);
        var sam = seated(two, dana, 1);
        sam.ask("hand.raise").get(10, TimeUnit.SECONDS);
        dana.sees("Sam's hand from the other node", view -> hand(view, sam) == 1);

        var killed = Instant.now();
        two.kill9();
        sam.isCutOff();
        dana.sees("Sam dropped", view -> "dropped".equals(line(view, sam)));
        sam.goTo(one);
        sam.isSeated();
        dana.sees("Sam here", view -> "here".equals(line(view, sam)));

        var drop = row(dana, sam).path("intervals").get(0).path("to").asText();
        assertTrue(
                !Instant.parse(drop).isAfter(killed.plusMillis(100)),
                "Dropped as of the last beat, not of when it was noticed: " + drop + ", killed " + killed);
    }

    @Test
    void aNodeThatWasFrozenForEightSecondsTakesItsPeopleBack() throws Exception {
        var one = node("one", 0);
        var two = node("two", 0);
        var dana = facilitator(one, 0);
        var sam = seated(two, dana, 1);

        two.freeze();
        pass(Duration.ofSeconds(8));
        two.thaw();

        dana.sees("Sam here", view -> "here".equals(line(view, sam)));
        sam.ask("hand.raise").get(20, TimeUnit.SECONDS);
        dana.sees("Sam's hand", view -> hand(view, sam) == 1);
        assertEquals("here", line(dana.view(), sam));
        assertEquals("here", line(dana.view(), dana));
        for (var interval : row(dana, sam).path("intervals")) {
            if (!"dropped".equals(interval.path("cause").asText())) continue;
            var away = Duration.between(
                    Instant.parse(interval.path("from").asText()),
                    Instant.parse(interval.path("to").asText()));
            assertTrue(away.toSeconds() <= 12, "Out for no longer than the node was silent, not " + away);
        }
    }

    @Test
    void redisAwayForTenSecondsDropsNobody() throws Exception {
        var one = node("one", 0);
        var two = node("two", 0);
        var dana = facilitator(one, 0);
        var sam = seated(two, dana, 1);

        redis.freeze();
        pass(Duration.ofSeconds(10));
        redis.thaw();

        sam.ask("hand.raise").get(20, TimeUnit.SECONDS);
        dana.sees("Sam's hand", view -> hand(view, sam) == 1);
        for (var person : List.of(dana, sam)) {
            var causes = new ArrayList<String>();
            row(dana, person)
                    .path("intervals")
                    .forEach(interval -> causes.add(interval.path("cause").asText()));
            assertTrue(!causes.contains("dropped"), "Nobody was dropped: " + causes);
        }
    }

    /// Whether the first had signed or not when it was killed: there is one signature, and it has left Redis.
    @Test
    void aServerKilledRightAfterTheEndLeavesItToAnotherToSignForIt() throws Exception {
        var first = node("first", 0);
        node("second", 0);
        var dana = facilitator(first, 0);
        var ended = dana.ask("session.end").get(10, TimeUnit.SECONDS);
        first.kill9();
        assertTrue(ended.path("ok").asBoolean(), ended.toString());

        until(() -> headsOf(first.session(), "second").size() == 1);
        assertEquals(
                SignedHead.Why.CLOSED,
                headsOf(first.session(), "second").getFirst().says().why());
    }

    /// What a node has written to its file about a session.
    private List<SignedHead> headsOf(String session, String node) {
        var file = data.resolve("heads-" + node + ".jsonl");
        try {
            var lines = Files.exists(file) ? Files.readString(file) : "";
            // The last may be half written.
            return lines.substring(0, lines.lastIndexOf('\n') + 1)
                    .lines()
                    .map(SignedHead::parse)
                    .filter(head -> head.says().log().equals("session:" + session))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NodeProcess node(String name, int port) {
        var node = NodeProcess.start(data, name, port, redis.url());
        toClose.add(node);
        return node;
    }

    private RawPerson facilitator(NodeProcess node, int n) {
        var person = RawPerson.open(node, node.staffToken(n));
        toClose.add(person);
        person.isSeated();
        return person;
    }

    private RawPerson seated(NodeProcess node, RawPerson facilitator, int n) throws Exception {
        var person = RawPerson.open(node, node.participantToken(n));
        toClose.add(person);
        person.waits();
        facilitator.sees("who waits", view -> view.path("waiting").has(person.seat()));
        var answer =
                facilitator.ask("member.admit", Map.of("member", person.seat())).get(10, TimeUnit.SECONDS);
        assertTrue(answer.path("ok").asBoolean(), answer.toString());
        person.isSeated();
        return person;
    }

    private JsonNode row(RawPerson staff, RawPerson of) {
        for (var row :
                staff.get("/api/v1/sessions/" + staff.session() + "/attendance").path("rows")) {
            if (row.path("member").asText().equals(of.seat())) return row;
        }
        throw new AssertionError("No row for " + of.seat());
    }

    private static int hand(JsonNode view, RawPerson person) {
        return view.path("people").path(person.seat()).path("hand").asInt();
    }

    private static String line(JsonNode view, RawPerson person) {
        return view.path("people").path(person.seat()).path("line").asText();
    }

    /// The fault itself lasts this long; nothing here waits for a result.
    private static void pass(Duration time) throws InterruptedException {
        assertTrue(!new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS));
    }
}
