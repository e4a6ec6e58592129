package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdfast.json.BadJson;
import org.holdfast.media.jitsi.PageSignal.Answer;
import org.holdfast.media.jitsi.PageSignal.Renew;
import org.holdfast.media.jitsi.PageSignal.Restart;
import org.holdfast.media.jitsi.PageSignal.Sources;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Source.Semantics;
import org.holdfast.session.EndpointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What pages say for the bridge, and what somebody who writes a page of their own may try.
class PageSignalTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PRINT = "D6:C7:C2:2D:03:72:43:12:2B:9A:7A:71:EA:B2:CA:C8:04:2A:91:14";

    private static ObjectNode answer() {
        return Recorded.parsed("""
                {"kind":"answer","generation":"3.1",
                 "transport":{"ufrag":"Gge9","pwd":"UCz2YAkizM+BgUNiCPqEcYM5",
                   "fingerprints":[{"hash":"sha-256","fingerprint":"%s","setup":"active"}]},
                 "sources":[
                   {"name":"e0000001-a0","kind":"audio","ssrcs":[7]},
                   {"name":"e0000001-v0","kind":"camera","ssrcs":[1,2],
                    "groups":[{"semantics":"FID","ssrcs":[1,2]}]}]}
                """.formatted(PRINT));
    }

    @Test
    void an_answer_is_read_whole() {
        var read = assertInstanceOf(Answer.class, PageSignal.read(answer()));
        assertEquals("3.1", read.generation());
        assertEquals("UCz2YAkizM+BgUNiCPqEcYM5", read.transport().pwd());
        assertEquals(PRINT, read.transport().fingerprints().getFirst().fingerprint());
        assertEquals(List.of(), read.sources().getFirst().groups());
        var camera = read.sources().getLast();
        assertEquals(Kind.CAMERA, camera.kind());
        assertEquals(Semantics.FID, camera.groups().getFirst().semantics());
        assertEquals(List.of(1L, 2L), camera.groups().getFirst().ssrcs());
    }

    @Test
    void the_other_three_are_read() {
        var sources = Recorded.parsed("{\"kind\":\"sources\",\"generation\":\"g\",\"sources\":[]}");
        assertEquals(new Sources("g", List.of()), PageSignal.read(sources));
        var restart = Recorded.parsed("{\"kind\":\"restart\",\"generation\":\"g\"}");
        assertEquals(new Restart("g"), PageSignal.read(restart));
        var renew = Recorded.parsed("{\"kind\":\"renew\",\"generation\":\"g\"}");
        assertEquals(new Renew("g"), PageSignal.read(renew));
    }

    /// A later page may say more.
    @Test
    void what_is_said_besides_is_passed_over() {
        var more = answer();
        more.put("more", 1);
        ((ObjectNode) more.at("/transport")).putArray("candidates").add("x");
        ((ObjectNode) more.at("/sources/0")).put("more", 1);
        assertEquals(PageSignal.read(answer()), PageSignal.read(more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"answer\"}",
                "{\"generation\":\"g\"}",
                "{\"kind\":\"offer\",\"generation\":\"g\"}",
                "{\"kind\":7,\"generation\":\"g\"}",
                "{\"kind\":null,\"generation\":\"g\"}",
                "{\"kind\":[\"renew\"],\"generation\":\"g\"}",
                "{\"kind\":\"renew\",\"generation\":7}",
                "{\"kind\":\"renew\",\"generation\":\"\"}",
                "{\"kind\":\"renew\",\"generation\":\"a b\"}",
                "{\"kind\":\"renew\",\"generation\":\"a\\r\\nb\"}",
                "{\"kind\":\"renew\",\"generation\":\"a\\n\"}",
                "{\"kind\":\"sources\",\"generation\":\"g\"}",
                "{\"kind\":\"sources\",\"generation\":\"g\",\"sources\":{}}",
                "{\"kind\":\"sources\",\"generation\":\"g\",\"sources\":[null]}",
                "{\"kind\":\"sources\",\"generation\":\"g\",\"sources\":[[]]}",
                "{\"kind\":\"answer\",\"generation\":\"g\",\"sources\":[]}",
                "{\"kind\":\"answer\",\"generation\":\"g\",\"sources\":[],\"transport\":[]}",
                "{\"kind\":\"answer\",\"generation\":\"g\",\"sources\":[],\"transport\":{}}"
            })
    void what_is_no_signal_is_refused(String text) {
        refused(Recorded.parsed(text));
    }

    @Test
    void every_part_has_its_form() {
        for (var wrong : List.of("", "abc", "a b c d", "abcd\r\na=x", "ñandú", "x".repeat(257))) {
            refusedWith("/transport/ufrag", JSON.textNode(wrong));
            refusedWith("/transport/pwd", JSON.textNode(wrong));
        }
        for (var wrong : List.of("", "sha-", "md5", "sha-256\n", "sha-9999")) {
            refusedWith("/transport/fingerprints/0/hash", JSON.textNode(wrong));
        }
        for (var wrong : List.of("", "D6:C7", "D6".repeat(20), PRINT + "\r\n", PRINT + ":", "D6:".repeat(64) + "D6")) {
            refusedWith("/transport/fingerprints/0/fingerprint", JSON.textNode(wrong));
        }
        for (var wrong : List.of("", "actpass", "holdconn", "ACTIVE")) {
            refusedWith("/transport/fingerprints/0/setup", JSON.textNode(wrong));
        }
        for (var wrong : List.of("", "a b", "x".repeat(65), "e1\r\n")) {
            refusedWith("/sources/0/name", JSON.textNode(wrong));
        }
        for (var wrong : List.of("", "video", "AUDIO", "Camera")) {
            refusedWith("/sources/0/kind", JSON.textNode(wrong));
        }
        for (var wrong : List.of("", "sim", "FEC-FR", "fid")) {
            refusedWith("/sources/1/groups/0/semantics", JSON.textNode(wrong));
        }
        for (var wrong : List.of(
                JSON.textNode("1"),
                JSON.numberNode(1.5),
                JSON.booleanNode(true),
                JSON.nullNode(),
                JSON.numberNode(BigInteger.TWO.pow(64)))) {
            refusedWith("/sources/0/ssrcs/0", wrong);
            refusedWith("/sources/1/groups/0/ssrcs/0", wrong);
        }
    }

    @Test
    void no_list_is_longer_than_it_needs_to_be() {
        for (var list : List.of(
                "/transport/fingerprints", "/sources", "/sources/0/ssrcs", "/sources/1/groups", "/sources/1/ssrcs")) {
            var said = answer();
            var grown = (ArrayNode) said.at(list);
            while (grown.size() < 1_000) grown.add(grown.get(0).deepCopy());
            refused(said);
        }
        var none = answer();
        ((ArrayNode) none.at("/transport/fingerprints")).removeAll();
        refused(none);
    }

    /// One more than there can be is still read, so that the page is told what is wrong with it.
    @Test
    void a_little_too_many_are_for_the_check_to_refuse() {
        var said = answer();
        var sources = (ArrayNode) said.at("/sources");
        while (sources.size() < 4) sources.add(sources.get(0).deepCopy());
        assertEquals(
                4,
                assertInstanceOf(Answer.class, PageSignal.read(said)).sources().size());
    }

    @Test
    void however_deep_it_is_it_is_read_no_deeper_than_it_is_known() {
        JsonNode deep = JSON.objectNode();
        for (var i = 0; i < 100_000; i++) deep = JSON.arrayNode().add(deep);
        for (var place : List.of("/transport/ufrag", "/sources/0/ssrcs/0", "/sources/0/name", "/sources/0")) {
            refusedWith(place, deep);
        }
    }

    @Test
    void whatever_is_put_in_at_random_it_is_read_or_refused_and_no_line_break_gets_through() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var read = 0;
        for (var round = 0; round < 20_000; round++) {
            var said = answer();
            for (var changes = 1 + random.nextInt(2); changes > 0; changes--) change(said, random);
            try {
                var signal = PageSignal.read(said);
                read++;
                if (!(signal instanceof Answer answer)) continue;
                var written = Wanted.answered(new EndpointId("e0000001"), answer.transport(), answer.sources());
                assertTrue(!written.toString().contains("\\"), "seed " + seed + ", round " + round);
            } catch (BadJson _) {
                // As it should be.
            }
        }
        assertTrue(read > 200, read + " were read, seed " + seed);
    }

    private static void change(ObjectNode said, Random random) {
        var parents = new ArrayList<JsonNode>();
        collect(said, parents);
        var parent = parents.get(random.nextInt(parents.size()));
        var value = anything(random);
        if (parent instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) object.remove(name);
            else object.set(name, value);
        } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
            if (random.nextBoolean()) array.add(value);
            else array.set(random.nextInt(array.size()), value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (!node.isContainerNode()) return;
        parents.add(node);
        node.forEach(child -> collect(child, parents));
    }

    private static JsonNode anything(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextDouble());
            case 4 -> JSON.textNode("a=b\r\nc=d\"\\");
            case 5 -> JSON.textNode("renew");
            case 6 -> JSON.textNode("x".repeat(random.nextInt(400)));
            case 7 -> JSON.arrayNode();
            case 8 -> JSON.objectNode();
            default -> JSON.numberNode(new BigInteger(200, random));
        };
    }

    private static void refusedWith(String place, JsonNode value) {
        var said = answer();
        var slash = place.lastIndexOf('/');
        var parent = said.at(place.substring(0, slash));
        var name = place.substring(slash + 1);
        if (parent instanceof ObjectNode object) object.set(name, value);
        else ((ArrayNode) parent).set(Integer.parseInt(name), value);
        refused(said);
    }

    private static void refused(ObjectNode said) {
        assertThrows(BadJson.class, () -> PageSignal.read(said));
    }
}
