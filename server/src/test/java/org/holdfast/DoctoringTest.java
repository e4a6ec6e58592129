package org.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.media.testbridge.TestBridge.Candidate;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `doctor --bridge` prints where somebody has set a bridge up, well or not.
class DoctoringTest {
    private final Vertx vertx = Vertx.vertx();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
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
    void a_bridge_that_serves_this_network_passes_and_leaves_no_room_behind() {
        assertEquals(Doctoring.WELL, doctor(Map.of()), said());
        assertTrue(said().contains("good   It answers and is well, version 2.3"), said());
        assertTrue(said().contains("10.99.0.1 port 10000, over UDP"), said());
        assertTrue(said().contains("good   Its channel at ws://127.0.0.1:"), said());
        assertTrue(bridge.conferences().isEmpty());
    }

    @Test
    void a_bridge_that_people_at_home_cannot_reach_fails_with_what_to_set() {
        assertEquals(Doctoring.FAULTS, doctor(Map.of("HOLDFAST_ORIGINS", "https://meet.example")));
        assertTrue(said().contains("fault  Browsers are told to send sound and pictures to 10.99.0.1"), said());
    }

    @Test
    void a_named_address_behind_the_pages_own_proxy_needs_only_the_proxy() {
        bridge.advertise(List.of(new Candidate("media.invalid", "srflx", 10_000)));
        bridge.channels(true, "wss://meet.invalid");
        assertEquals(Doctoring.FAULTS, doctor(Map.of("HOLDFAST_ORIGINS", "https://meet.invalid")));
        assertEquals(
                1, said().lines().filter(line -> line.startsWith("  fault")).count(), said());
        assertTrue(said().contains("wss://meet.invalid does not open from this server"), said());
    }

    @Test
    void a_bridge_without_channels_fails() {
        bridge.channels(false, null);
        assertEquals(Doctoring.FAULTS, doctor(Map.of()));
        assertTrue(said().contains("videobridge.websockets.enabled"), said());
    }

    @Test
    void a_dead_bridge_fails_beside_one_that_is_well() {
        var other = Await.get(TestBridge.start(vertx));
        Await.get(other.die());
        var both = bridge.address() + "," + other.address();
        assertEquals(Doctoring.FAULTS, doctor(Map.of("HOLDFAST_BRIDGES", both)));
        assertTrue(said().contains("fault  Nobody listens there"), said());
        assertTrue(said().contains("good   It answers and is well"), said());
    }

    @Test
    void a_bridge_that_fails_inside_gives_no_room_and_no_stack_trace() {
        bridge.failing(true);
        assertEquals(Doctoring.FAULTS, doctor(Map.of()));
        assertTrue(said().contains("would not open a room"), said());
        assertFalse(said().contains("Exception"), said());
    }

    @Test
    void nobody_takes_two_people_who_hear_each_other_for_a_proof() {
        doctor(Map.of());
        assertTrue(said().contains("proves nothing about one"), said());
    }

    @Test
    void without_a_bridge_there_is_nothing_to_try() {
        var errors = assertThrows(ConfigErrors.class, () -> new Doctoring(out()).run(Map.of()));
        assertTrue(errors.getMessage().startsWith("HOLDFAST_BRIDGES is missing"));
    }

    private int doctor(Map<String, String> more) {
        var environment =
                new HashMap<>(Map.of("HOLDFAST_BRIDGES", bridge.address().toString()));
        environment.putAll(more);
        return new Doctoring(out()).run(environment);
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
