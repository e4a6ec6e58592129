package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.holdfast.json.JsonText;
import org.holdfast.json.Kebab;
import org.holdfast.media.jitsi.BridgeSignal.None;
import org.holdfast.media.jitsi.BridgeSignal.Offer;
import org.holdfast.media.jitsi.BridgeSignal.Refused;
import org.holdfast.media.jitsi.BridgeSignal.Reset;
import org.holdfast.media.jitsi.BridgeSignal.Restarted;
import org.holdfast.media.jitsi.BridgeSignal.Sources;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.media.jitsi.SourceCheck.Why;
import org.holdfast.session.EndpointId;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.Test;

/// What pages are told is what the contract names. A test of the pages reads the approved file too, and misses nothing.
class BridgeSignalTest {
    private static final Expected APPROVED = Expected.in("videobridge", "bridge-signals.json");
    private static final String EXCHANGE = "exchange-3-people-simulcast.json";
    private static final String GENERATION = "3.1";

    /// One of each kind, made of what three people once were told and said.
    private static List<BridgeSignal> all() {
        var sources = new LinkedHashMap<EndpointId, List<Source>>();
        for (var call : Recorded.aboutOne(EXCHANGE)) {
            var endpoint = call.at("/body/endpoints/0");
            if (endpoint.at("/transport/transport").isMissingNode()) continue;
            var answer = (Answer) PageSignal.read(Recorded.answer(endpoint));
            // As the log numbers them.
            var id = new EndpointId("e00000" + endpoint.path("id").asText().substring(6));
            sources.put(id, renamed(id, answer.sources()));
        }
        var own = sources.keySet().iterator().next();
        var allocated =
                Told.allocated(Recorded.aboutOne(EXCHANGE).getFirst().path("reply"), new EndpointId("ep000010"));
        assertNotNull(allocated);
        var others = new LinkedHashMap<>(sources);
        others.remove(own);
        return List.of(
                new Offer(GENERATION, own, allocated.transport(), allocated.channel(), others),
                new Offer(GENERATION, own, allocated.transport(), null, Map.of()),
                new Sources(GENERATION, others, Set.of(new EndpointId("e0000009"))),
                new Restarted(GENERATION, allocated.transport()),
                new Reset(),
                new None(),
                new Refused(GENERATION, Why.SSRC_OF_ANOTHER));
    }

    private static List<Source> renamed(EndpointId id, List<Source> sources) {
        return sources.stream()
                .map(source -> new Source(
                        SourceCheck.nameOf(id, source.kind()), source.kind(), source.ssrcs(), source.groups()))
                .toList();
    }

    @Test
    void what_is_told_stays_as_it_was_approved() throws IOException {
        var written = JsonNodeFactory.instance.arrayNode();
        all().forEach(signal -> written.add(signal.json()));
        var printed = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n";
        if (Expected.REWRITE) APPROVED.write(printed);
        assertEquals(APPROVED.read(), printed);
    }

    @Test
    void every_kind_is_told_as_the_contract_has_it() {
        var kinds = new TreeSet<String>();
        for (var signal : all()) {
            var told = JsonText.parse(JsonText.print(signal.json()));
            assertEquals(List.of(), SignalContract.faults("FromBridge", told), told.toString());
            kinds.add(told.path("kind").asText());
        }
        assertEquals(SignalContract.kinds("FromBridge"), kinds);
    }

    @Test
    void every_kind_that_pages_say_is_read_as_the_contract_has_it() {
        var recorded = Recorded.aboutOne(EXCHANGE).get(1).at("/body/endpoints/0");
        var answer = JsonText.print(Recorded.answer(recorded)).replace("ep000010-", "e0000010-");
        assertEquals(List.of(), SignalContract.faults("ToBridge", Recorded.parsed(answer)));
        var read = new TreeSet<String>();
        for (var kind : SignalContract.kinds("ToBridge")) {
            var signal = PageSignal.read(Recorded.parsed(answer).put("kind", kind));
            assertEquals(kind, signal.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            read.add(kind);
        }
        assertEquals(PageSignal.class.getPermittedSubclasses().length, read.size());
    }

    @Test
    void every_reason_is_in_the_contract() {
        var named = StreamSupport.stream(
                        SignalContract.variant("FromBridge", "refused")
                                .at("/properties/why/enum")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .toList();
        assertEquals(Arrays.stream(Why.values()).map(Kebab::of).toList(), named);
    }

    @Test
    void what_the_contract_does_not_name_would_be_seen() {
        var offer = all().getFirst().json();
        assertFalse(
                SignalContract.faults("FromBridge", without(offer, "transport")).isEmpty());
        assertFalse(SignalContract.faults("FromBridge", offer.deepCopy().put("kind", "x"))
                .isEmpty());
        var named = offer.deepCopy();
        ((ObjectNode) named.at("/sources/e0000011/0")).put("name", "mallory");
        assertTrue(SignalContract.faults("FromBridge", named).getFirst().contains("name"));
        var extra = offer.deepCopy();
        ((ObjectNode) extra.path("transport")).put("inside", 1);
        assertTrue(SignalContract.faults("FromBridge", extra).getFirst().contains("inside"));
    }

    private static ObjectNode without(ObjectNode node, String name) {
        var less = node.deepCopy();
        less.remove(name);
        return less;
    }
}
