package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The people of one meeting, in the order in which they came.
public final class Conference {
    private final String meeting;
    private final String name;
    private final String id = Dice.hex(16);
    private final long audioSsrc = Dice.ssrc();
    private final long videoSsrc = Dice.ssrc();
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

    Conference(String meeting, String name) {
        this.meeting = meeting;
        this.name = name;
    }

    public String meeting() {
        return meeting;
    }

    public String name() {
        return name;
    }

    /// The bridge's own name for it, which channels carry.
    public String id() {
        return id;
    }

    public Map<String, Endpoint> endpoints() {
        return Map.copyOf(endpoints);
    }

    Map<String, Endpoint> known() {
        return endpoints;
    }

    /// Something was asked that this bridge will not do. What was done before it stays done.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /// How its endpoints are reached.
    ///
    /// @param refusing whether it has none of what endpoints are made of
    record Reach(ArrayNode candidates, @Nullable String channels, boolean refusing) {}

    /// In the order in which they stand, each at once: there is no undoing when a later one is refused.
    ArrayNode change(JsonNode wanted, Reach reach) throws Refused {
        if (wanted.size() > 1 && anyIsMoreThanMuting(wanted)) {
            throw new Refused(
                    "Creating or updating media, sources or transport for more than one endpoint in a request.");
        }
        var done = JsonNodeFactory.instance.arrayNode();
        for (var endpoint : wanted) done.add(changeOne(endpoint, reach));
        return done;
    }

    private ObjectNode changeOne(JsonNode wanted, Reach reach) throws Refused {
        var key = wanted.path("id").asText();
        var reply = JsonNodeFactory.instance.objectNode().put("id", key);
        if (wanted.path("expire").asBoolean()) {
            endpoints.remove(key);
            return reply.put("expire", true);
        }
        if (wanted.path("create").asBoolean()) create(key, wanted, reach);
        var endpoint = endpoints.get(key);
        if (endpoint == null) {
            if (isMoreThanMuting(wanted)) throw new Refused("Unknown endpoint " + key);
            return reply;
        }
        var transport = apply(endpoint, wanted, reach);
        if (transport != null) reply.putObject("transport").set("transport", transport);
        return reply;
    }

    private static boolean anyIsMoreThanMuting(JsonNode wanted) {
        for (var endpoint : wanted) {
            if (isMoreThanMuting(endpoint)) return true;
        }
        return false;
    }

    private static boolean isMoreThanMuting(JsonNode wanted) {
        return wanted.path("create").asBoolean()
                || !wanted.path("medias").isEmpty()
                || wanted.has("transport")
                || wanted.has("sources");
    }

    private void create(String key, JsonNode wanted, Reach reach) throws Refused {
        if (endpoints.containsKey(key)) throw new Refused("Endpoint with ID " + key + " already exists");
        if (!wanted.path("transport").isObject()) throw new Refused("No transport for " + key);
        if (!namesSources(wanted)) throw new Refused("Source name support is mandatory.");
        endpoints.put(key, new Endpoint(key));
        // Only now, as it is in a real one: the endpoint of this refused request stays.
        if (wanted.path("transport").has("sctp")) throw new Refused("SCTP support is not configured");
        if (reach.refusing()) throw new Refused("No transport could be made for " + key);
    }

    private static boolean namesSources(JsonNode wanted) {
        for (var capability : wanted.path("capabilities")) {
            if (capability.asText().equals("source-names")) return true;
        }
        return false;
    }

    private @Nullable ObjectNode apply(Endpoint endpoint, JsonNode wanted, Reach reach) {
        var transport = wanted.path("transport");
        if (transport.path("transport").isObject()) endpoint.remote(transport.path("transport"));
        if (wanted.path("sources") instanceof ArrayNode sources) endpoint.sources(sources);
        if (wanted.path("force-mute").isObject()) endpoint.mute(wanted.path("force-mute"));
        var restarted = transport.path("ice-restart").asBoolean() && endpoint.restartIce();
        if (!restarted && !wanted.path("create").asBoolean()) return null;
        var channels = reach.channels() == null ? null : reach.channels() + "/" + id;
        return endpoint.transport(reach.candidates(), channels);
    }

    /// What the bridge itself sends to everyone.
    ArrayNode feedback() {
        var sources = JsonNodeFactory.instance.arrayNode();
        add(sources, "audio", "jvb-a0", audioSsrc);
        add(sources, "video", "jvb-v0", videoSsrc);
        return sources;
    }

    private static void add(ArrayNode sources, String type, String name, long ssrc) {
        sources.addObject()
                .put("type", type)
                .put("id", name)
                .putArray("sources")
                .addObject()
                .put("ssrc", ssrc)
                .put("name", name);
    }
}
