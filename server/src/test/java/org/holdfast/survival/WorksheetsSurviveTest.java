package org.holdfast.survival;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.holdfast.live.LogId;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.StreamEntries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Six people fill in one worksheet at once on two servers. Two of them lose their line in the middle of what they say
/// and return, and one server is killed.
@Timeout(120)
@ExtendWith(VertxExtension.class)
class WorksheetsSurviveTest {
    private static final int PEOPLE = 6;
    private static final String SHEET = "wTriggersTriggersTrigg";
    private static final String PATH = "/api/v1/me/worksheets/" + SHEET;

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
    void every_keystroke_that_was_acknowledged_is_there_and_none_twice(Vertx vertx) throws Exception {
        var stays = node("stays");
        var dies = node("dies");
        var dana = RawPerson.open(stays, stays.staffToken(0));
        toClose.add(dana);
        dana.isSeated();
        var people = new ArrayList<RawPerson>();
        for (var n = 0; n < PEOPLE; n++) people.add(seated(n % 2 == 0 ? dies : stays, dana, n));
        var opened = dana.ask(
                        "worksheet.open",
                        Map.of("worksheet", SHEET, "form", "trigger-map", "version", "1", "mode", "private"))
                .get(10, TimeUnit.SECONDS);
        assertTrue(opened.path("ok").asBoolean(), opened.toString());

        // All have begun when the server is killed, and none of them is done.
        var begun = new CyclicBarrier(PEOPLE + 1);
        var killed = new CompletableFuture<Void>();
        var typists = new ArrayList<Typist>();
        for (var n = 0; n < PEOPLE; n++) typists.add(new Typist(people.get(n), PATH, n >= 4, stays));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var typing = new ArrayList<Future<?>>();
            for (var typist : typists) typing.add(threads.submit(() -> typist.type(begun, killed)));
            begun.await(30, TimeUnit.SECONDS);
            dies.kill9();
            killed.complete(null);
            for (var one : typing) one.get(60, TimeUnit.SECONDS);
        }

        var connections = get(RedisConnections.connect(vertx, redis.url(), 1));
        toClose.add(connections::close);
        assertTrue(typists.stream().anyMatch(Typist::wasInDoubt), "Nobody had to say anything again");
        for (var typist : typists) {
            assertEquals(typist.written(), answers(typist.person()));
            assertEquals(Typist.KEYSTROKES, logged(connections, typist.person()), "Entries of " + typist.person());
        }
    }

    /// What stands there now, by its row.
    private static Map<String, String> answers(RawPerson person) {
        var all = new TreeMap<String, String>();
        for (var answer : person.get(PATH).path("answers")) {
            all.put(answer.path("row").asText(), answer.path("value").asText());
        }
        return all;
    }

    /// How many answers the person's log has.
    private static long logged(RedisConnections redis, RawPerson person) {
        var entries = get(new StreamEntries(redis).of(LogId.person(person.seat())));
        return entries.stream()
                .filter(entry -> entry.events().contains("worksheet.answered"))
                .count();
    }

    private NodeProcess node(String name) {
        var node = NodeProcess.start(data, name, 0, redis.url(), PEOPLE);
        toClose.add(node);
        return node;
    }

    private RawPerson seated(NodeProcess node, RawPerson facilitator, int n) throws Exception {
        var person = RawPerson.open(node, node.participantToken(n));
        toClose.add(person);
        person.waits();
        facilitator.sees("who waits", view -> view.path("waiting").has(person.seat()));
        JsonNode answer =
                facilitator.ask("member.admit", Map.of("member", person.seat())).get(10, TimeUnit.SECONDS);
        assertTrue(answer.path("ok").asBoolean(), answer.toString());
        person.isSeated();
        return person;
    }
}
