package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final int MOST_TRIES = 10;

    private final Vertx vertx = Vertx.vertx();
    private final Rehearsal rehearsal = Rehearsal.over(vertx);

    @AfterEach
    void close() {
        Await.get(vertx.close());
    }

    @Test
    void a_bridge_holds_a_conference_and_says_that_it_did() {
        var bridge = Await.get(TestBridge.start(vertx));
        Await.get(untilDone(bridge.address(), MOST_TRIES));
        assertFalse(bridge.asked().isEmpty());
    }

    /// On a busy computer the first try is late, which is what it is for.
    private Future<?> untilDone(URI bridge, int tries) {
        return rehearsal
                .at(bridge)
                .<Void>mapEmpty()
                .recover(late -> tries > 1 ? untilDone(bridge, tries - 1).mapEmpty() : Future.failedFuture(late));
    }

    @Test
    void where_there_is_none_it_says_so() {
        assertThrows(Away.class, () -> Await.get(rehearsal.at(URI.create("http://127.0.0.1:1"))));
    }
}
