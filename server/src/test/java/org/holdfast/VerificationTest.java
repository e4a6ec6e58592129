package org.holdfast;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.live.EventLog.Appended;
import org.holdfast.live.LogId;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.RedisKeyring;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.Tally;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({VertxExtension.class, RedisExtension.class})
class VerificationTest {
    private static final MasterKey MASTER = MasterKey.random(new SecureRandom());

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private RedisConnections redis;
    private Map<String, String> environment;

    @BeforeEach
    void twoLogs(Vertx vertx, TestRedis server) {
        environment = Map.of(
                "HOLDFAST_REDIS",
                server.url(),
                "HOLDFAST_MASTER_KEY",
                MASTER.export(),
                "HOLDFAST_HEADS_FILE",
                server.folder().resolve("heads.jsonl").toString());
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        var heads = new RedisHeads(redis, MASTER);
        var log = new RedisEventLog<>(
                redis, SealedJson.of(Tally.Event.class), MASTER, new RedisKeyring(redis, MASTER), heads);
        for (var id : List.of(LogId.session("evening"), LogId.person("sam"))) {
            var mac = Mac.NONE;
            for (var seq = 1; seq <= 3; seq++) {
                var entry = new Entry<Tally.Event>(
                        seq,
                        Instant.parse("2026-03-02T09:00:00Z"),
                        new Actor.Person("dana"),
                        new CommandId("c" + seq),
                        List.of(new Tally.Event.Added("chairs", 1)));
                mac = ((Appended.Written) get(log.append(id, entry, mac))).mac();
            }
        }
        get(heads.flush());
    }

    @AfterEach
    void disconnect() {
        redis.close();
    }

    private List<String> verify(int exit, String... session) throws IOException {
        var verification = new Verification(new PrintStream(said, true, StandardCharsets.UTF_8));
        var store = Objects.requireNonNull(Verification.named(environment));
        assertEquals(exit, verification.run(store, session.length == 0 ? null : session[0]));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void sound_logs_are_told_of_one_by_one() throws IOException {
        assertEquals(
                List.of(
                        "person:sam: all 3 entries are as they were written.",
                        "session:evening: all 3 entries are as they were written.",
                        "2 of 2 logs are as they were written."),
                verify(0));
    }

    @Test
    void a_tampered_session_is_named_with_its_entry_and_the_exit_says_so() throws IOException {
        get(redis.send(Request.cmd(Command.XDEL).arg("log:{session:evening}").arg("2-0")));
        assertEquals(List.of("session:evening: entry 2 was cut out."), verify(1, "evening"));
    }

    @Test
    void one_log_of_any_kind_can_be_named() throws IOException {
        assertEquals(List.of("person:sam: all 3 entries are as they were written."), verify(0, "person:sam"));
    }

    @Test
    void what_is_not_named_or_cannot_be_verified_is_said() {
        assertNull(Verification.named(Map.of()));
        var keyless = assertThrows(
                ConfigErrors.class, () -> Verification.named(Map.of("HOLDFAST_REDIS", "redis://127.0.0.1:1")));
        assertTrue(keyless.sentences().getFirst().startsWith("HOLDFAST_MASTER_KEY is missing"));
        var nameless = assertThrows(ConfigErrors.class, () -> verify(2, "no such: log"));
        assertEquals(List.of("There is no log named no such: log."), nameless.sentences());
        var unknown = assertThrows(ConfigErrors.class, () -> verify(2, "tomorrow"));
        assertEquals(List.of("There is no log named session:tomorrow."), unknown.sentences());
    }
}
