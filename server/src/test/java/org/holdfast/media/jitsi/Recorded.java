package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.json.JsonText;

/// What a real bridge and real browsers once said to each other.
final class Recorded {
    private Recorded() {}

    static JsonNode file(String name) {
        try (var stream = Objects.requireNonNull(Recorded.class.getResourceAsStream("/videobridge/" + name))) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All requests and replies of these recordings that are about one endpoint.
    static List<JsonNode> aboutOne(String... files) {
        var calls = new ArrayList<JsonNode>();
        for (var name : files) {
            for (var call : file(name)) {
                if (call.at("/body/endpoints").size() == 1
                        && call.path("status").asInt() == 200) calls.add(call);
            }
        }
        return calls;
    }

    /// As a page says it what the bridge was told for it.
    static ObjectNode answer(JsonNode endpoint) {
        var said = JsonNodeFactory.instance.objectNode().put("kind", "answer").put("generation", "3.1");
        var line = endpoint.at("/transport/transport");
        said.putObject("transport")
                .put("ufrag", line.path("ufrag").asText())
                .put("pwd", line.path("pwd").asText())
                .set("fingerprints", line.path("fingerprints"));
        var sources = said.putArray("sources");
        for (var source : endpoint.path("sources")) {
            var name = source.path("id").asText();
            var one = sources.addObject()
                    .put("name", name)
                    .put("kind", name.endsWith("a0") ? "audio" : name.endsWith("v0") ? "camera" : "screen");
            var ssrcs = one.putArray("ssrcs");
            source.path("sources").forEach(number -> ssrcs.add(number.path("ssrc")));
            var groups = one.putArray("groups");
            for (var group : source.path("ssrc-groups")) {
                groups.addObject()
                        .put("semantics", group.path("semantics").asText())
                        .set("ssrcs", group.path("sources"));
            }
        }
        return said;
    }

    static ObjectNode parsed(String text) {
        return (ObjectNode) JsonText.parse(text);
    }
}
