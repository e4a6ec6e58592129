package org.holdfast.media.testbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the double can be told to do, and what of a bridge the recordings do not show.
class TestBridgeTest {
    private static final String ONE = "{\"create\":true,\"id\":\"aaaa0001\",\"transport\":{\"ice-controlling\":true},"
            + "\"capabilities\":[\"source-names\"],\"medias\":[]}";
    private static final String MEETING =
            "{\"meeting-id\":\"m1\",\"name\":\"m1@rooms.example\",\"create\":true," + "\"endpoints\":[" + ONE + "]}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocketClient sockets = vertx.createWebSocketClient();
    private TestBridge bridge;

    private record Reply(int status, JsonNode body) {}

    @BeforeEach
    void start() {
        bridge = Await.get(TestBridge.start(vertx));
    }

    @AfterEach
    void close() {
        http.close();
        Await.get(vertx.close());
    }

    @Test
    void a_dead_one_refuses_connections_and_a_restarted_one_knows_nobody() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        Await.get(bridge.die());
        assertThrows(RuntimeException.class, () -> ask("GET", "/about/health", ""));
        Await.get(bridge.comeBack());
        assertEquals(200, ask("GET", "/about/health", "").status());
        assertEquals(404, ask("PATCH", "/colibri/v2/conferences/m1", "{}").status());
        assertEquals(0, stats().path("total_conferences_created").asInt());
    }

    @Test
    void what_it_was_told_to_be_stands_in_its_figures() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        bridge.stress(0.75);
        bridge.drain(true);
        bridge.shutDownGracefully();
        bridge.healthy(false);
        assertEquals(0.75, stats().path("stress_level").asDouble());
        assertTrue(stats().path("drain").asBoolean());
        assertTrue(stats().path("graceful_shutdown").asBoolean());
        assertEquals(1, stats().path("conferences").asInt());
        assertEquals(500, ask("GET", "/about/health", "").status());
    }

    @Test
    void one_that_fails_says_so_and_does_nothing() {
        bridge.failing(true);
        assertEquals(500, ask("POST", "/colibri/v2/conferences/", MEETING).status());
        assertTrue(bridge.conferences().isEmpty());
    }

    @Test
    void one_that_refuses_a_newcomer_keeps_them_all_the_same() {
        bridge.refusing(true);
        assertEquals(400, ask("POST", "/colibri/v2/conferences/", MEETING).status());
        assertEquals("aaaa0001", bridge.endpoint("m1", "aaaa0001").id());
    }

    @Test
    void what_is_no_json_is_refused_and_what_is_not_even_called_so_is_not_read() {
        assertEquals(
                400, ask("POST", "/colibri/v2/conferences/", "{\"meeting-id\":").status());
        assertEquals(400, ask("PATCH", "/colibri/v2/conferences/m1", "[]").status());
        var plain = HttpRequest.newBuilder(bridge.address().resolve("/colibri/v2/conferences/"))
                .POST(BodyPublishers.ofString(MEETING))
                .build();
        var answer = http.sendAsync(plain, BodyHandlers.discarding()).orTimeout(Await.PATIENCE_S, TimeUnit.SECONDS);
        assertEquals(415, answer.join().statusCode());
    }

    @Test
    void a_slow_one_has_done_what_it_has_not_answered_yet() {
        bridge.slow(true);
        var answer = request("POST", "/colibri/v2/conferences/", MEETING);
        Await.until(() -> !bridge.conferences().isEmpty());
        assertFalse(answer.isDone());
        bridge.slow(false);
        assertEquals(200, answer.join().status());
    }

    @Test
    void force_mute_and_sources_are_kept_for_each_endpoint() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        ask(
                "PATCH",
                "/colibri/v2/conferences/m1",
                "{\"endpoints\":[{\"id\":\"aaaa0001\",\"force-mute\":{\"audio\":true,\"video\":false},"
                        + "\"sources\":[{\"type\":\"audio\",\"id\":\"aaaa0001-a0\",\"sources\":[]}]}]}");
        var endpoint = bridge.endpoint("m1", "aaaa0001");
        assertTrue(endpoint.audioMuted());
        assertFalse(endpoint.videoMuted());
        assertEquals("aaaa0001-a0", endpoint.sources().path(0).path("id").asText());
    }

    @Test
    void ice_is_restarted_with_a_new_transport_once_it_had_connected() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        var restart = "{\"endpoints\":[{\"id\":\"aaaa0001\",\"transport\":{\"ice-restart\":true}}]}";
        var before = bridge.endpoint("m1", "aaaa0001").ufrag();
        assertFalse(ask("PATCH", "/colibri/v2/conferences/m1", restart)
                .body()
                .at("/endpoints/0")
                .has("transport"));
        bridge.connectIce("m1", "aaaa0001");
        var answer = ask("PATCH", "/colibri/v2/conferences/m1", restart).body();
        assertNotEquals(
                before, answer.at("/endpoints/0/transport/transport/ufrag").asText());
        assertEquals(
                bridge.endpoint("m1", "aaaa0001").ufrag(),
                answer.at("/endpoints/0/transport/transport/ufrag").asText());
    }

    @Test
    void several_are_muted_and_expired_at_once_but_changed_one_by_one() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        var two = ONE.replace("aaaa0001", "aaaa0002");
        var both = "{\"endpoints\":[" + two + ",{\"id\":\"aaaa0001\",\"expire\":true}]}";
        assertEquals(400, ask("PATCH", "/colibri/v2/conferences/m1", both).status());
        assertEquals(
                Set.of("aaaa0001"), bridge.conferences().get("m1").endpoints().keySet());
        var mutes = "{\"endpoints\":[{\"id\":\"aaaa0001\",\"force-mute\":{\"audio\":true,\"video\":true}},"
                + "{\"id\":\"gone0001\",\"expire\":true}]}";
        assertEquals(200, ask("PATCH", "/colibri/v2/conferences/m1", mutes).status());
        assertTrue(bridge.endpoint("m1", "aaaa0001").videoMuted());
    }

    @Test
    void an_answer_for_an_endpoint_that_is_gone_is_refused() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        var answer = "{\"endpoints\":[{\"id\":\"gone0001\",\"transport\":{\"transport\":{}}}]}";
        assertEquals(400, ask("PATCH", "/colibri/v2/conferences/m1", answer).status());
    }

    @Test
    void the_last_one_to_go_takes_the_conference_along() {
        ask("POST", "/colibri/v2/conferences/", MEETING);
        ask("PATCH", "/colibri/v2/conferences/m1", "{\"endpoints\":[{\"id\":\"aaaa0001\",\"expire\":true}]}");
        assertEquals(404, ask("PATCH", "/colibri/v2/conferences/m1", "{}").status());
    }

    @Test
    void a_channel_greets_its_owner_and_keeps_what_it_is_told() throws Exception {
        var url = channel(ask("POST", "/colibri/v2/conferences/", MEETING).body());
        var said = new LinkedBlockingQueue<String>();
        // What greets may come together with the answer to the upgrade.
        var socket = Await.get(sockets.webSocket()
                .textMessageHandler(said::add)
                .connect(new WebSocketConnectOptions().setAbsoluteURI(url)));
        assertEquals(
                "ServerHello", Private.parsed(said.take()).path("colibriClass").asText());
        socket.writeTextMessage("{\"colibriClass\":\"ReceiverVideoConstraints\",\"lastN\":-1}");
        Await.until(() -> !bridge.heard("aaaa0001").isEmpty());
        assertEquals(-1, bridge.heard("aaaa0001").getFirst().path("lastN").asInt());
        bridge.say("aaaa0001", Private.parsed("{\"colibriClass\":\"ForwardedSources\"}"));
        assertEquals(
                "ForwardedSources",
                Private.parsed(said.take()).path("colibriClass").asText());
        ask("PATCH", "/colibri/v2/conferences/m1", "{\"endpoints\":[{\"id\":\"aaaa0001\",\"expire\":true}]}");
        Await.until(socket::isClosed);
    }

    @Test
    void a_channel_is_refused_to_whoever_has_another_ones_password() {
        var url = channel(ask("POST", "/colibri/v2/conferences/", MEETING).body());
        var wrong = new WebSocketConnectOptions().setAbsoluteURI(url.substring(0, url.indexOf("?pwd=")) + "?pwd=guess");
        var refused = assertThrows(UpgradeRejectedException.class, () -> Await.get(sockets.connect(wrong)));
        assertEquals(403, refused.getStatus());
    }

    @Test
    void all_that_was_asked_of_conferences_is_kept_for_a_look() {
        ask("GET", "/about/health", "");
        ask("POST", "/colibri/v2/conferences/", MEETING);
        assertEquals(1, bridge.asked().size());
        assertEquals("m1", bridge.asked().getFirst().body().path("meeting-id").asText());
    }

    private static String channel(JsonNode allocated) {
        return allocated.at("/endpoints/0/transport/transport/web-sockets/0").asText();
    }

    private JsonNode stats() {
        return ask("GET", "/colibri/stats", "").body();
    }

    private Reply ask(String method, String path, String body) {
        return request(method, path, body).join();
    }

    private CompletableFuture<Reply> request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(bridge.address().resolve(path))
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(Await.PATIENCE_S, TimeUnit.SECONDS)
                .thenApply(response -> new Reply(response.statusCode(), Private.parsed(response.body())));
    }
}
