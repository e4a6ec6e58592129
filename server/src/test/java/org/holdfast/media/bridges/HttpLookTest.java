package org.holdfast.media.bridges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.holdfast.live.Timers;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Unwell;
import org.holdfast.media.bridges.Look.Well;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a look finds of a bridge that answers as a real one does, and of one that does not.
class HttpLookTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpLook look = new HttpLook(vertx);
    private TestBridge bridge;

    @BeforeEach
    void start() {
        bridge = Await.get(TestBridge.start(vertx));
    }

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @Test
    void one_that_is_well_says_what_it_has_to_do() {
        bridge.stress(0.3);
        var well = well();
        assertEquals(0.3, well.stress());
        assertFalse(well.leaving());
    }

    @Test
    void one_that_drains_or_shuts_down_is_leaving() {
        bridge.drain(true);
        assertTrue(well().leaving());
        bridge.drain(false);
        bridge.shutDownGracefully();
        assertTrue(well().leaving());
    }

    @Test
    void one_that_says_it_is_not_well_is_believed() {
        bridge.healthy(false);
        assertInstanceOf(Unwell.class, seen());
    }

    @Test
    void where_nobody_listens_any_more_that_is_seen() {
        Await.get(bridge.die());
        // Whoever knocked while it died was heard, and got no answer.
        Await.until(() -> seen() instanceof Refused);
    }

    @Test
    void the_moment_in_which_one_dies_is_told_and_which_one_it_was() {
        var broken = new LinkedBlockingQueue<URI>();
        look.onBreak(broken::add);
        well();
        assertEquals(List.of(), List.copyOf(broken));
        Await.get(bridge.die());
        Await.until(() -> !broken.isEmpty());
        assertEquals(Set.of(bridge.address()), Set.copyOf(broken));
    }

    @Test
    void one_that_does_not_answer_in_time_is_silent() {
        bridge.slow(true);
        assertInstanceOf(Silent.class, seen());
    }

    @Test
    void a_server_that_is_no_bridge_is_not_well() {
        var other = Await.get(vertx.createHttpServer()
                .requestHandler(request -> request.response().end("hello"))
                .listen(0, "127.0.0.1"));
        var there = URI.create("http://127.0.0.1:" + other.actualPort());
        assertInstanceOf(Unwell.class, Await.get(look.at(there)));
    }

    @Test
    void a_pool_finds_out_that_a_bridge_died_and_that_it_came_back() {
        var pool = BridgePool.start(vertx, List.of(bridge.address()), Timers.of(vertx), new SimpleMeterRegistry());
        Await.until(() -> pool.choose().isPresent());
        Await.get(bridge.die());
        Await.until(() -> !pool.usable(bridge.address()));
        Await.get(bridge.comeBack());
        Await.until(() -> pool.choose().isPresent());
        pool.close();
    }

    /// On a busy computer one may miss its time, as a pool forgives as well.
    private Well well() {
        var seen = seen();
        for (var tries = 0; tries < 3 && seen instanceof Silent; tries++) seen = seen();
        return assertInstanceOf(Well.class, seen);
    }

    private Look seen() {
        return Await.get(look.at(bridge.address()));
    }
}
