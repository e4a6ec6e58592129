package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.media.jitsi.BridgeFailure.Away;
import org.holdfast.media.jitsi.BridgeFailure.Gone;
import org.holdfast.media.jitsi.BridgeFailure.NoTransport;
import org.holdfast.media.jitsi.BridgeFailure.Refused;
import org.holdfast.media.jitsi.Colibri.Allocated;
import org.holdfast.media.jitsi.Colibri.Muted;
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
    private static final Source SOUND = new Source("e0000001-a0", Kind.AUDIO, List.of(7L), List.of());
    private static final Source CAMERA = new Source(
            "e0000001-v0", Kind.CAMERA, List.of(1L, 2L), List.of(new SsrcGroup(Semantics.FID, List.of(1L, 2L))));

    /// Their JSON reader does not know the word, though the bridge does.
    private static final String NOT_READ = "/endpoints/0/transport/ice-restart ";

    private final Vertx vertx = Vertx.vertx();
    private final Colibri colibri = new Colibri(vertx);
    private TestBridge bridge;
    private Call at;

    @BeforeEach
    void start() {
        bridge = Await.get(TestBridge.start(vertx));
        at = new Call(bridge.address(), "m1");
    }

    /// Whatever a test had it say, Jitsi's own parser understands every word of it.
    @AfterEach
    void close() {
        var missed = JitsiReading.notUnderstood(bridge.asked());
        assertEquals(
                List.of(),
                missed.stream().filter(miss -> !miss.startsWith(NOT_READ)).toList());
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

    @Test
    void others_come_into_the_same_conference_one_request_each() {
        allocate(true, AMINA);
        allocate(false, BEN);
        allocate(false, CLARA);
        assertEquals(Set.of("e0000001", "e0000002", "e0000003"), there());
        assertEquals(3, bridge.asked().size());
    }

    @Test
    void who_is_in_a_conference_changes_one_after_the_other_and_no_other_conference_waits_for_it() {
        allocate(true, AMINA);
        bridge.slow(true);
        var ben = colibri.allocate(at, false, BEN);
        var clara = colibri.allocate(at, false, CLARA);
        var gone = colibri.expire(at, List.of(AMINA));
        Await.until(() -> bridge.asked().size() == 2);
        var elsewhere = colibri.allocate(new Call(bridge.address(), "m2"), true, AMINA);
        Await.until(() -> bridge.asked().size() == 3);
        assertEquals(Set.of("m1", "m2"), bridge.conferences().keySet());
        assertEquals(Set.of("e0000001", "e0000002"), there());
        bridge.slow(false);
        for (var each : List.of(ben, clara, gone, elsewhere)) Await.get(each);
        assertEquals(Set.of("e0000002", "e0000003"), there());
    }

    @Test
    void one_that_was_not_done_does_not_hold_up_those_behind() {
        allocate(true, AMINA);
        bridge.failing(true);
        var ben = colibri.allocate(at, false, BEN);
        var gone = colibri.expire(at, List.of(AMINA));
        assertThrows(Away.class, () -> Await.get(ben));
        assertThrows(Away.class, () -> Await.get(gone));
        bridge.failing(false);
        allocate(false, CLARA);
        assertEquals(Set.of("e0000001", "e0000003"), there());
    }

    @Test
    void a_place_in_a_conference_that_is_not_there_is_gone() {
        assertThrows(Gone.class, () -> allocate(false, AMINA));
        assertTrue(bridge.conferences().isEmpty());
    }

    /// Data channels may be off, and a bridge that has them off refuses whoever asks for them.
    @Test
    void no_data_channel_is_asked_for_but_a_websocket_is_named() {
        assertNotNull(allocate(true, AMINA).channel());
        assertFalse(bridge.asked().toString().contains("sctp"));
        bridge.channels(false, null);
        assertNull(allocate(false, BEN).channel());
    }

    @Test
    void whoever_opens_a_conference_that_is_open_comes_into_it() {
        allocate(true, AMINA);
        allocate(true, BEN);
        assertEquals(Set.of("e0000001", "e0000002"), there());
        assertEquals(1, bridge.conferences().size());
    }

    /// The answer to the first request was lost, or the page said that nothing gets through.
    @Test
    void whoever_is_allocated_again_gets_a_place_of_their_own_anew() {
        allocate(true, AMINA);
        var first = allocate(false, BEN);
        var second = allocate(false, BEN);
        assertNotEquals(first.transport().ufrag(), second.transport().ufrag());
        assertEquals(
                bridge.endpoint("m1", "e0000002").ufrag(), second.transport().ufrag());
        assertEquals(Set.of("e0000001", "e0000002"), there());
    }

    /// Making room for them ends the conference, so it is opened again.
    @Test
    void whoever_is_alone_and_opens_the_conference_again_gets_it_anew() {
        var first = allocate(true, AMINA);
        var second = allocate(true, AMINA);
        assertNotEquals(first.transport().ufrag(), second.transport().ufrag());
        assertEquals(Set.of("e0000001"), there());
    }

    @Test
    void whoever_is_alone_and_is_allocated_again_finds_the_conference_gone() {
        allocate(true, AMINA);
        assertThrows(Gone.class, () -> allocate(false, AMINA));
    }

    @Test
    void one_that_is_refused_is_not_left_behind() {
        allocate(true, AMINA);
        bridge.refusing(true);
        assertThrows(Refused.class, () -> allocate(false, BEN));
        assertThrows(Refused.class, () -> allocate(true, CLARA));
        assertEquals(Set.of("e0000001"), there());
    }

    @Test
    void nor_is_the_conference_that_was_opened_for_one_who_is_refused() {
        bridge.refusing(true);
        assertThrows(Refused.class, () -> allocate(true, AMINA));
        assertTrue(bridge.conferences().isEmpty());
    }

    @Test
    void a_bridge_that_shuts_down_in_good_order_opens_no_conference_and_keeps_those_it_has() {
        allocate(true, AMINA);
        bridge.shutDownGracefully();
        assertThrows(Refused.class, () -> Await.get(colibri.allocate(new Call(bridge.address(), "m2"), true, BEN)));
        allocate(false, BEN);
        assertEquals(Set.of("e0000001", "e0000002"), there());
    }

    @Test
    void what_the_page_answered_reaches_the_bridge() {
        allocate(true, AMINA);
        Await.get(colibri.answer(at, AMINA, ANSWER, List.of(SOUND, CAMERA)));
        var endpoint = bridge.endpoint("m1", "e0000001");
        assertNotNull(endpoint.remote());
        assertEquals("Gge9", endpoint.remote().path("ufrag").asText());
        assertEquals("active", endpoint.remote().at("/fingerprints/0/setup").asText());
        assertEquals("video", endpoint.sources().at("/1/type").asText());
        assertEquals(2, endpoint.sources().at("/1/ssrc-groups/0/sources/1").asInt());
    }

    @Test
    void sources_are_told_as_a_whole_and_none_takes_all_away() {
        allocate(true, AMINA);
        Await.get(colibri.answer(at, AMINA, ANSWER, List.of(SOUND, CAMERA)));
        Await.get(colibri.sources(at, AMINA, List.of(SOUND)));
        assertEquals(1, bridge.endpoint("m1", "e0000001").sources().size());
        Await.get(colibri.sources(at, AMINA, List.of()));
        assertEquals(0, bridge.endpoint("m1", "e0000001").sources().size());
    }

    /// A minute without packets is enough for it.
    @Test
    void an_answer_of_one_whom_the_bridge_has_forgotten_is_refused() {
        allocate(true, AMINA);
        allocate(false, BEN);
        bridge.timeOut("m1", "e0000001");
        assertThrows(Refused.class, () -> Await.get(colibri.answer(at, AMINA, ANSWER, List.of())));
        assertThrows(Refused.class, () -> Await.get(colibri.sources(at, AMINA, List.of())));
        allocate(false, AMINA);
        Await.get(colibri.answer(at, AMINA, ANSWER, List.of()));
    }

    @Test
    void ice_that_never_connected_is_not_begun_anew_and_the_place_stays_as_it_was() {
        var allocated = allocate(true, AMINA);
        assertThrows(NoTransport.class, () -> Await.get(colibri.restart(at, AMINA)));
        assertEquals(
                allocated.transport().ufrag(), bridge.endpoint("m1", "e0000001").ufrag());
    }

    @Test
    void ice_that_had_connected_is_begun_anew_under_another_name() {
        var before = allocate(true, AMINA).transport();
        bridge.connectIce("m1", "e0000001");
        var after = Await.get(colibri.restart(at, AMINA));
        assertNotEquals(before.ufrag(), after.ufrag());
        assertEquals(before.fingerprints(), after.fingerprints());
    }

    @Test
    void several_are_muted_in_one_request_each_in_their_own_way() {
        allocate(true, AMINA);
        allocate(false, BEN);
        Await.get(colibri.forceMute(at, Map.of(AMINA, new Muted(true, false), BEN, new Muted(true, true))));
        assertTrue(bridge.endpoint("m1", "e0000001").audioMuted());
        assertFalse(bridge.endpoint("m1", "e0000001").videoMuted());
        assertTrue(bridge.endpoint("m1", "e0000002").videoMuted());
        assertEquals(3, bridge.asked().size());
        Await.get(colibri.forceMute(at, Map.of(BEN, new Muted(false, true))));
        assertFalse(bridge.endpoint("m1", "e0000002").audioMuted());
    }

    @Test
    void muting_one_who_is_not_there_does_nothing_and_says_nothing() {
        allocate(true, AMINA);
        Await.get(colibri.forceMute(at, Map.of(BEN, new Muted(true, true), AMINA, new Muted(true, true))));
        assertEquals(Set.of("e0000001"), there());
        assertTrue(bridge.endpoint("m1", "e0000001").audioMuted());
    }

    @Test
    void several_are_put_out_in_one_request_and_once_more_without_harm() {
        allocate(true, AMINA);
        allocate(false, BEN);
        allocate(false, CLARA);
        Await.get(colibri.expire(at, List.of(AMINA, BEN)));
        Await.get(colibri.expire(at, List.of(AMINA, BEN)));
        assertEquals(Set.of("e0000003"), there());
        assertEquals(5, bridge.asked().size());
    }

    @Test
    void with_the_last_one_the_conference_ends_and_everybody_is_to_come_anew() {
        allocate(true, AMINA);
        Await.get(colibri.expire(at, List.of(AMINA)));
        assertTrue(bridge.conferences().isEmpty());
        Await.get(colibri.expire(at, List.of(AMINA)));
        assertThrows(Gone.class, () -> Await.get(colibri.forceMute(at, Map.of(AMINA, new Muted(true, true)))));
        assertThrows(Gone.class, () -> allocate(false, BEN));
    }

    @Test
    void about_nobody_nothing_is_asked() {
        Await.get(colibri.expire(at, List.of()));
        Await.get(colibri.forceMute(at, Map.of()));
        assertEquals(List.of(), bridge.asked());
    }

    /// A bridge says why in its status line and a page around it: words about its inside, for no person.
    @Test
    void a_refusal_repeats_nothing_of_what_the_bridge_said() {
        bridge.refusing(true);
        var refused = assertThrows(Refused.class, () -> allocate(true, AMINA));
        assertEquals("the bridge refused it", refused.getMessage());
        assertEquals(0, refused.getStackTrace().length);
    }

    private Allocated allocate(boolean create, EndpointId endpoint) {
        return Await.get(colibri.allocate(at, create, endpoint));
    }

    private Set<String> there() {
        return bridge.conferences().get("m1").endpoints().keySet();
    }
}
