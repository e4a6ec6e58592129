package org.holdfast.infra;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.demo.DemoClinic;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisSafety;
import org.holdfast.sealing.MasterKey;
import org.holdfast.web.Origins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Redis as `infra/redis/start` starts it: enough for the server, nothing for anybody else.
@Timeout(90)
class RedisStartTest {
    private static final String PASSWORD = "b4a5968778695a4b3c2d1e0ff0e1d2c3";
    private static final Path START = Infra.here().path("redis/start");

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private int port;
    private Started redis;

    @BeforeEach
    void start() throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        redis = Started.of(START, environment(), "Ready to accept connections");
    }

    @AfterEach
    void stop() {
        get(vertx.close());
        redis.close();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HOLDFAST_REDIS_PASSWORD", PASSWORD);
        environment.put("HOLDFAST_REDIS_DATA", folder.toString());
        environment.put("HOLDFAST_REDIS_PORT", String.valueOf(port));
        environment.put("HOLDFAST_REDIS_RUN", folder.resolve("run").toString());
        return environment;
    }

    @Test
    void a_whole_clinic_lives_in_it_with_the_servers_user() throws Exception {
        var connections = get(RedisConnections.connect(vertx, address("holdfast:" + PASSWORD), 1));
        assertEquals(List.of(), get(RedisSafety.problems(connections)));
        connections.close();
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var pages = free.getLocalPort();
            free.close();
            var node = get(Node.start(new Node.Setup(
                    "node",
                    "127.0.0.1",
                    pages,
                    0,
                    address("holdfast:" + PASSWORD),
                    MasterKey.random(new SecureRandom()),
                    folder.resolve("heads.jsonl"),
                    Origins.loopback(pages, Set.of()),
                    null,
                    MediaSettings.PEER,
                    Clock.systemUTC(),
                    null,
                    null)));
            get(DemoClinic.in(
                            folder,
                            new DemoClinic.Into(
                                    node.links(),
                                    node.signInCodes(),
                                    node.people(),
                                    node.clinic(),
                                    node.index(),
                                    node.sessions(),
                                    node.sessionLogs(),
                                    Clock.systemUTC()))
                    .open());
            get(node.close());
        }
        assertTrue(Files.size(folder.resolve("appendonlydir/appendonly.aof.1.incr.aof")) > 1_000);
    }

    @Test
    void the_servers_user_changes_nothing_of_redis_itself() {
        var server = Redis.createClient(vertx, address("holdfast:" + PASSWORD));
        assertRefused(server, Command.CONFIG, "SET", "appendfsync", "no");
        assertRefused(server, Command.FLUSHALL);
        assertRefused(server, Command.BGREWRITEAOF);
        assertRefused(server, Command.SHUTDOWN);
        assertRefused(server, Command.ACL, "LIST");
    }

    @Test
    void without_a_user_or_with_the_one_for_health_nothing_is_read() {
        assertRefused(Redis.createClient(vertx, "redis://127.0.0.1:" + port), Command.GET, "links");
        var health = Redis.createClient(vertx, address("health:none"));
        assertEquals("PONG", get(health.send(Request.cmd(Command.PING))).toString());
        assertRefused(health, Command.GET, "links");
    }

    @Test
    void the_password_is_neither_on_the_command_line_nor_in_the_list_of_users() throws Exception {
        assertFalse(redis.commandLine().contains(PASSWORD));
        assertFalse(Files.readString(folder.resolve("run/users.acl")).contains(PASSWORD));
        var environment = Files.readString(Path.of("/proc/" + redis.process().pid() + "/environ"));
        assertFalse(environment.contains(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short"})
    void without_a_password_or_with_a_short_one_it_does_not_start(String password) {
        var environment = environment();
        environment.put("HOLDFAST_REDIS_PASSWORD", password);
        var refusal = Started.refusal(START, environment);
        assertNotEquals(0, refusal.code());
        assertTrue(refusal.said().contains("HOLDFAST_REDIS_PASSWORD"), refusal.said());
    }

    private String address(String user) {
        return "redis://" + user + "@127.0.0.1:" + port;
    }

    private static void assertRefused(Redis redis, Command command, String... words) {
        var request = Request.cmd(command);
        for (var word : words) request.arg(word);
        var refused = assertThrows(RuntimeException.class, () -> get(redis.send(request)));
        assertTrue(String.valueOf(refused.getMessage()).matches("(?s).*(NOPERM|NOAUTH).*"), refused.toString());
    }
}
