package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.util.List;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Source.Semantics;
import org.holdfast.media.jitsi.Source.SsrcGroup;
import org.holdfast.media.jitsi.Transport.Fingerprint;
import org.holdfast.media.testbridge.JitsiReading;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.session.EndpointId;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the focus asks of a bridge, and what it makes of all that a real one was seen to answer.
class ColibriTest {
    private static final EndpointId AMINA = new EndpointId("e0000001");
    private static final EndpointId BEN = new EndpointId("e0000002");
    private static final EndpointId CLARA = new EndpointId("e0000003");

    private static final Transport ANSWER = new Transport(
            "Gge9", "UCz2YAkizM+BgUNiCPqEcYM5", List.of(new Fingerprint("sha-256", "D6:C7:C2:2D", "active")));
    private static final List<Source> SOUND_AND_CAMERA = List.of(
            new Source("e0000001-a0", Kind.AUDIO, List.of(7L), List.of()),
            new Source(
                    "e0000001-v0",
                    Kind.CAMERA,
                    List.of(1L, 2L),
                    List.of(new SsrcGroup(Semantics.FID, List.of(1L, 2L)))));

    private final Vertx vertx = Vertx.vertx();
    private final Colibri colibri = new Colibri(vertx);
    private TestBridge bridge;
    private Call at;

    @BeforeEach
    void start() {
        bridge = Await.get(TestBridge.start(vertx));
        at = new Call(bridge.address(), "m1");
    }

    /// Whatever a test had it say, Jitsi's own parser understood every word.
    @AfterEach
    void close() {
        assertEquals(List.of(), JitsiReading.notUnderstood(bridge.asked()));
        Await.get(vertx.close());
    }

    @Test
    void the_first_one_opens_the_conference_and_is_told_how_to_get_there() {
        var allocated = allocate(true, AMINA);
        assertEquals(
                bridge.endpoint("m1", "e0000001").ufrag(), allocated.transport().ufrag());
        assertEquals("10.99.0.1", allocated.transport().candidates().getFirst().ip());
        assertNotNull(allocated.channel());
        assertTrue(allocated.channel().contains("/e0000001?pwd="));
    }

    private Allocated allocate(boolean create, EndpointId endpoint) {
        return Await.get(colibri.allocate(at, create, endpoint));
    }
}
