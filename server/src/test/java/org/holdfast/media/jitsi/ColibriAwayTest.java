package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.jitsi.BridgeFailure.Gone;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.session.EndpointId;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bridges that do not answer, or answer what no bridge answers.
class ColibriAwayTest {
    private static final EndpointId AMINA = new EndpointId("e0000001");
    private static final EndpointId BEN = new EndpointId("e0000002");
    /// What a busy computer may add.
    private static final Duration SLACK = Duration.ofSeconds(8);

    private final Vertx vertx = Vertx.vertx();
    private final Colibri colibri = new Colibri(vertx);
    private TestBridge bridge;
    private Call at;

    @BeforeEach
    void start() {
        bridge = Await.get(TestBridge.start(vertx));
        at = new Call(bridge.address(), "m1");
    }

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @Test
    void a_dead_one_is_away_and_one_that_came_back_knows_nobody() {
        allocate(at, true, AMINA);
        Await.get(bridge.die());
        assertThrows(Away.class, () -> allocate(at, false, BEN));
        assertThrows(Away.class, () -> Await.get(colibri.expire(at, List.of(AMINA))));
        Await.get(bridge.comeBack());
        assertThrows(Gone.class, () -> allocate(at, false, BEN));
        allocate(at, true, BEN);
    }

    @Test
    void one_that_fails_is_away() {
        bridge.failing(true);
        assertThrows(Away.class, () -> allocate(at, true, AMINA));
        bridge.failing(false);
        allocate(at, true, AMINA);
    }

    @Test
    void a_slow_one_is_not_waited_for_and_what_it_did_meanwhile_does_no_harm() {
        allocate(at, true, BEN);
        bridge.slow(true);
        var begun = System.nanoTime();
        assertThrows(Away.class, () -> allocate(at, false, AMINA));
        var waited = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(waited.compareTo(BridgeHttp.PATIENCE.plus(SLACK)) < 0, waited.toString());
        bridge.slow(false);
        var allocated = allocate(at, false, AMINA);
        assertEquals(
                bridge.endpoint("m1", "e0000001").ufrag(), allocated.transport().ufrag());
    }

    @Test
    void one_that_says_its_answer_letter_by_letter_is_not_waited_for() {
        var there = serve(request -> {
            var response = request.response().setChunked(true);
            vertx.setPeriodic(50, timer -> {
                if (response.closed()) vertx.cancelTimer(timer);
                else response.write(" ");
            });
        });
        assertThrows(Away.class, () -> allocate(there, true, AMINA));
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        var there = serve(request -> {
            var response = request.response().setChunked(true);
            var part = "x".repeat(64 * 1024);
            for (var i = 0; i < 100 && !response.closed(); i++) response.write(part);
        });
        var away = assertThrows(Away.class, () -> allocate(there, true, AMINA));
        assertEquals("answer too long", away.getMessage());
    }

    @Test
    void what_is_no_bridge_is_away() {
        var texts = List.of("hello", "", "{", "{}", "[]", "7", "{\"endpoints\":{}}", "{\"endpoints\":[7,{\"id\":[]}]}");
        for (var text : texts) {
            var there = serve(request -> request.response().end(text));
            assertThrows(Away.class, () -> allocate(there, true, AMINA), text);
        }
        for (var status : List.of(201, 204, 401, 403, 405, 415, 429, 500, 503)) {
            var there =
                    serve(request -> request.response().setStatusCode(status).end());
            assertThrows(Away.class, () -> allocate(there, true, AMINA), String.valueOf(status));
        }
    }

    @Test
    void nobody_else_is_told_what_was_meant_for_the_bridge() {
        var others = new AtomicInteger();
        var elsewhere = serve(request -> {
            others.incrementAndGet();
            request.response().end("{}");
        });
        for (var status : List.of(301, 302, 303, 307, 308)) {
            var there = serve(request -> request.response()
                    .setStatusCode(status)
                    .putHeader("location", elsewhere.bridge().resolve("/").toString())
                    .end());
            assertThrows(Away.class, () -> allocate(there, true, AMINA));
        }
        assertEquals(0, others.get());
    }

    @Test
    void a_meetings_name_leads_nowhere_else() {
        for (var name : List.of("", "a/b", "../x", "a?b", "a b", "a%2e", "x".repeat(129))) {
            assertThrows(IllegalArgumentException.class, () -> new Call(URI.create("http://10.0.0.1:8080"), name));
        }
    }

    private Allocated allocate(Call there, boolean create, EndpointId endpoint) {
        return Await.get(colibri.allocate(there, create, endpoint));
    }

    private Call serve(Handler<HttpServerRequest> handler) {
        var server = Await.get(vertx.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1"));
        return new Call(URI.create("http://127.0.0.1:" + server.actualPort()), "m1");
    }
}
