package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.media.jitsi.BridgeFailure.Gone;
import org.holdfast.media.jitsi.BridgeFailure.NoTransport;
import org.holdfast.media.jitsi.BridgeFailure.Refused;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.session.EndpointId;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Where there is a real bridge it does what the double does, as far as it can without a browser.
@EnabledIfEnvironmentVariable(named = "HOLDFAST_TEST_BRIDGE", matches = "http.*")
class RealBridgeTest {
    private static final EndpointId AMINA = new EndpointId("ep000010");
    private static final EndpointId BEN = new EndpointId("ep000011");
    private static final EndpointId NOBODY = new EndpointId("ep0000ff");

    private final Vertx vertx = Vertx.vertx();
    private final Colibri colibri = new Colibri(vertx);
    private final List<Answer> answers = new ArrayList<>();
    private Call at;

    @BeforeEach
    void begin() {
        var first = System.getenv("HOLDFAST_TEST_BRIDGE").split(",")[0];
        at = new Call(URI.create(first), "try-" + UUID.randomUUID());
        for (var call : Recorded.aboutOne("exchange-3-people-simulcast.json")) {
            var endpoint = call.at("/body/endpoints/0");
            if (endpoint.at("/transport/transport").isMissingNode()) continue;
            answers.add(assertInstanceOf(Answer.class, PageSignal.read(Recorded.answer(endpoint))));
        }
    }

    @AfterEach
    void close() {
        Await.get(colibri.expire(at, List.of(AMINA, BEN)));
        Await.get(vertx.close());
    }

    @Test
    void two_come_answer_are_muted_and_go() {
        var amina = Await.get(colibri.allocate(at, true, AMINA));
        assertNotNull(amina.channel());
        assertTrue(amina.channel().contains("/ep000010?pwd="));
        assertTrue(amina.transport().candidates().stream()
                .anyMatch(candidate -> candidate.protocol().equals("udp")));
        var ben = Await.get(colibri.allocate(at, false, BEN));
        assertNotEquals(amina.transport().ufrag(), ben.transport().ufrag());
        assertEquals(amina.transport().fingerprints(), ben.transport().fingerprints());
        answer(AMINA, answers.get(0));
        answer(BEN, answers.get(1));
        Await.get(colibri.forceMute(at, Map.of(AMINA, new Muted(true, true), BEN, new Muted(true, false))));
        Await.get(colibri.forceMute(at, Map.of(NOBODY, new Muted(true, true))));
        Await.get(colibri.sources(at, AMINA, List.of()));
        Await.get(colibri.sources(at, AMINA, answers.get(0).sources()));
        Await.get(colibri.expire(at, List.of(AMINA, BEN)));
        assertThrows(Gone.class, () -> Await.get(colibri.allocate(at, false, AMINA)));
    }

    @Test
    void whoever_is_allocated_again_gets_a_place_anew() {
        var first = Await.get(colibri.allocate(at, true, AMINA));
        var alone = Await.get(colibri.allocate(at, true, AMINA));
        assertNotEquals(first.transport().ufrag(), alone.transport().ufrag());
        Await.get(colibri.allocate(at, true, BEN));
        var third = Await.get(colibri.allocate(at, false, AMINA));
        assertNotEquals(alone.transport().ufrag(), third.transport().ufrag());
        answer(AMINA, answers.get(0));
    }

    @Test
    void ice_that_never_connected_is_not_begun_anew_and_nobody_is_refused_an_answer() {
        Await.get(colibri.allocate(at, true, AMINA));
        assertThrows(NoTransport.class, () -> Await.get(colibri.restart(at, AMINA)));
        assertThrows(Refused.class, () -> answer(NOBODY, answers.get(0)));
    }

    /// It would be one request for a whole group. What is done for several at once is to mute and to put out.
    @Test
    void several_places_are_not_to_be_had_in_one_request() {
        Await.get(colibri.allocate(at, true, AMINA));
        var both = Wanted.endpoint(Wanted.allocated(BEN));
        both.withArray("endpoints").add(Wanted.allocated(NOBODY));
        var asked = new BridgeHttp(vertx, BridgeHttp.PATIENCE)
                .ask(HttpMethod.PATCH, at.bridge().resolve("/colibri/v2/conferences/" + at.meeting()), both);
        assertThrows(Refused.class, () -> Await.get(asked));
        Await.get(colibri.forceMute(at, Map.of(AMINA, new Muted(true, true), BEN, new Muted(true, true))));
        assertThrows(Refused.class, () -> answer(BEN, answers.get(1)));
    }

    private void answer(EndpointId endpoint, Answer answer) {
        Await.get(colibri.answer(at, endpoint, answer.transport(), answer.sources()));
    }
}
