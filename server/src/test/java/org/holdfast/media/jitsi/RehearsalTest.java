package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final Vertx vertx = Vertx.vertx();
    private final Rehearsal rehearsal = Rehearsal.over(vertx);

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @Test
    void a_bridge_holds_a_conference_and_says_that_it_did() {
        var bridge = Await.get(TestBridge.start(vertx));
        Await.get(rehearsal.at(bridge.address()));
        assertFalse(bridge.asked().isEmpty());
        assertTrue(bridge.conferences().isEmpty());
    }

    /// It did all the same, and whoever nobody knows of would stand there until the bridge forgets them.
    @Test
    void in_a_bridge_that_answers_too_late_nobody_is_left_either() {
        var bridge = Await.get(TestBridge.start(vertx));
        bridge.slow(true);
        var late = Rehearsal.over(vertx, SHORT).at(bridge.address());
        assertThrows(Away.class, () -> Await.get(late));
        assertEquals(2, bridge.asked().size());
        assertTrue(bridge.conferences().isEmpty());
    }

    @Test
    void where_there_is_none_it_says_so() {
        assertThrows(Away.class, () -> Await.get(rehearsal.at(URI.create("http://127.0.0.1:1"))));
    }
}
