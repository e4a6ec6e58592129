package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.holdfast.json.JsonText;
import org.holdfast.media.jitsi.BridgeSignal.Offer;
import org.holdfast.media.jitsi.Colibri.Muted;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.session.EndpointId;
import org.jitsi.xmpp.extensions.colibri2.IqProviderUtils;
import org.jitsi.xmpp.extensions.colibri2.json.Colibri2JSONDeserializer;
import org.junit.jupiter.api.Test;

/// What is said to a bridge and read of its answers, word by word as it was recorded when it worked.
class ColibriWireTest {
    private static final String[] EXCHANGES = {"exchange-2-people.json", "exchange-3-people-simulcast.json"};
    private static final EndpointId AMINA = new EndpointId("e0000001");

    @Test
    void a_place_is_asked_for_as_it_was_recorded() {
        var asked = 0;
        for (var call : Recorded.aboutOne(EXCHANGES)) {
            var recorded = call.at("/body/endpoints/0");
            if (!recorded.path("create").asBoolean()) continue;
            assertEquals(recorded, Wanted.allocated(id(recorded)));
            asked++;
        }
        assertEquals(5, asked);
    }

    @Test
    void what_chromium_answered_is_passed_on_as_it_was_recorded() {
        var answers = 0;
        for (var call : Recorded.aboutOne(EXCHANGES)) {
            var recorded = call.at("/body/endpoints/0");
            if (recorded.at("/transport/transport").isMissingNode()) continue;
            var answer = assertInstanceOf(Answer.class, PageSignal.read(Recorded.answer(recorded)));
            var written = Wanted.answered(id(recorded), answer.transport(), answer.sources());
            // Once more through text: numbers in memory have kinds that numbers on the wire have not.
            assertEquals(recorded, Recorded.parsed(JsonText.print(written)));
            answers++;
        }
        assertEquals(5, answers);
    }

    @Test
    void mutes_and_goodbyes_are_said_as_they_were_recorded() {
        var said = 0;
        for (var call : Recorded.aboutOne(EXCHANGES)) {
            var recorded = call.at("/body/endpoints/0");
            if (recorded.has("force-mute")) {
                var muted = recorded.path("force-mute");
                var which = new Muted(
                        muted.path("audio").asBoolean(), muted.path("video").asBoolean());
                assertEquals(call.path("body"), Wanted.muted(Map.of(id(recorded), which)));
                said++;
            }
            if (recorded.has("expire")) {
                assertEquals(call.path("body"), Wanted.expired(List.of(id(recorded))));
                said++;
            }
        }
        assertEquals(6, said);
    }

    @Test
    void what_was_answered_once_is_read_for_what_pages_need() {
        var read = 0;
        for (var call : Recorded.aboutOne("contract.json", EXCHANGES[0], EXCHANGES[1])) {
            var line = call.at("/reply/endpoints/0/transport/transport");
            if (line.isMissingNode()) continue;
            var allocated = Told.allocated(call.path("reply"), id(call.at("/reply/endpoints/0")));
            assertNotNull(allocated);
            assertEquals(line.path("ufrag").asText(), allocated.transport().ufrag());
            assertEquals(line.path("pwd").asText(), allocated.transport().pwd());
            assertEquals(line.at("/web-sockets/0").asText(), allocated.channel());
            assertEquals(
                    "sha-256", allocated.transport().fingerprints().getFirst().hash());
            assertEquals("10000", allocated.transport().candidates().getFirst().port());
            assertEquals(
                    call.at("/reply/sources").findValuesAsText("ssrc"),
                    allocated.feedback().stream()
                            .flatMap(source -> source.ssrcs().stream().map(String::valueOf))
                            .toList());
            read++;
        }
        assertTrue(read >= 7, read + " transports");
    }

    /// A bridge says more than pages need: its name for a candidate and for the conference, what it sends itself.
    @Test
    void nothing_else_that_a_bridge_says_gets_to_a_page() {
        var reply = (ObjectNode) Recorded.aboutOne(EXCHANGES).getFirst().path("reply");
        var line = (ObjectNode) reply.at("/endpoints/0/transport/transport");
        line.put("inside", "secret");
        ((ObjectNode) line.at("/candidates/0"))
                .put("rel-addr", "192.0.2.1")
                .put("rel-port", "9")
                .put("host", "secret");
        var allocated = Told.allocated(reply, new EndpointId("ep000010"));
        assertNotNull(allocated);
        var offer = new Offer("3.1", new EndpointId("ep000010"), allocated.transport(), allocated.channel(), Map.of())
                .json();
        assertEquals(
                Recorded.parsed("""
                        {"kind":"offer","generation":"3.1","endpoint":"ep000010","transport":{
                          "ufrag":"c7tnq1k86g80ko","pwd":"5a1mu6ot8u02k3a56hpk65cp60","fingerprints":[{
                            "hash":"sha-256","setup":"actpass","fingerprint":"%s"}],
                          "candidates":[{"foundation":"1","component":"1","protocol":"udp","priority":"2130706431",
                            "ip":"10.99.0.1","port":"10000","type":"host","generation":"0",
                            "rel-addr":"192.0.2.1","rel-port":"9"}]},
                         "channel":"%s","sources":{}}
                        """.formatted(
                                line.at("/fingerprints/0/fingerprint").asText(),
                                line.at("/web-sockets/0").asText())),
                offer);
    }

    @Test
    void an_answer_about_somebody_else_is_none() {
        var reply = Recorded.aboutOne(EXCHANGES).getFirst().path("reply");
        assertNull(Told.allocated(reply, AMINA));
        assertNull(Told.allocated(Recorded.parsed("{\"endpoints\":[{\"id\":\"e0000001\"}]}"), AMINA));
    }

    /// One that can only be reached by an address of another kind is of no use to a browser.
    @Test
    void a_channel_is_a_websockets_address_or_none() {
        var reply = Recorded.aboutOne(EXCHANGES).getFirst().path("reply");
        var line = (ObjectNode) reply.at("/endpoints/0/transport/transport");
        for (var urls : List.of("[]", "{}", "\"wss://x\"", "[7]", "[\"https://x\"]", "[\"wss://a b\"]", "[\"wss:\"]")) {
            line.set("web-sockets", Recorded.parsed("{\"u\":" + urls + "}").path("u"));
            assertNull(allocated(reply).channel(), urls);
        }
        line.putArray("web-sockets").add("").add("wss://bridge.example/colibri-ws/jvb1/x/ep000010?pwd=y");
        assertEquals(
                "wss://bridge.example/colibri-ws/jvb1/x/ep000010?pwd=y",
                allocated(reply).channel());
    }

    private static Colibri.Allocated allocated(JsonNode reply) {
        var allocated = Told.allocated(reply, new EndpointId("ep000010"));
        assertNotNull(allocated);
        return allocated;
    }

    /// Nothing to send is not the same as nothing said about it.
    @Test
    void jitsis_parser_reads_no_sources_as_none_and_not_as_unchanged() {
        IqProviderUtils.registerProviders();
        var silent = Wanted.endpoint(Wanted.sending(AMINA, List.of())).put("meeting-id", "m1");
        var read = Colibri2JSONDeserializer.deserializeConferenceModify(silent).build();
        var sources = read.getEndpoints().getFirst().getSources();
        assertNotNull(sources);
        assertTrue(sources.getMediaSources().isEmpty());
        var muted = Wanted.muted(Map.of(AMINA, new Muted(true, true))).put("meeting-id", "m1");
        assertNull(Colibri2JSONDeserializer.deserializeConferenceModify(muted)
                .build()
                .getEndpoints()
                .getFirst()
                .getSources());
    }

    @Test
    void what_is_said_of_them_in_a_log_names_no_key_no_number_and_no_address() {
        var call = Recorded.aboutOne(EXCHANGES).getFirst();
        var allocated = allocated(call.path("reply"));
        var answer = PageSignal.read(
                Recorded.answer(Recorded.aboutOne(EXCHANGES).get(1).at("/body/endpoints/0")));
        var offer = new Offer("3.1", AMINA, allocated.transport(), allocated.channel(), Map.of());
        var said = allocated + " " + allocated.transport() + " "
                + allocated.transport().candidates() + answer + offer;
        for (var secret : List.of("10.99.0.1", "c7tnq1k86g80ko", "5a1mu6ot8u", "pwd=", "C8:66", "3239701459", "Gge9")) {
            assertFalse(said.contains(secret), said);
        }
    }

    private static EndpointId id(JsonNode endpoint) {
        return new EndpointId(endpoint.path("id").asText());
    }
}
