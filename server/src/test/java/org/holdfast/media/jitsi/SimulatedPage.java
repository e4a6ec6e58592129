package org.holdfast.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.media.testbridge.Endpoint;
import org.holdfast.session.EndpointId;
import org.jspecify.annotations.Nullable;

/// A page that takes every offer at once, and keeps what it is told of the others.
final class SimulatedPage {
    private final EndpointId endpoint;
    private final Consumer<ObjectNode> says;
    private final Map<String, List<String>> known = new TreeMap<>();
    private @Nullable String generation;
    private String ufrag = "";
    private boolean screen;

    SimulatedPage(EndpointId endpoint, Consumer<ObjectNode> says) {
        this.endpoint = endpoint;
        this.says = says;
    }

    synchronized void hear(ObjectNode signal) {
        switch (signal.path("kind").asText()) {
            case "offer" -> {
                generation = signal.path("generation").asText();
                ufrag = signal.at("/transport/ufrag").asText();
                known.clear();
                learn(signal.path("sources"));
                say("answer");
            }
            case "sources" -> {
                if (!signal.path("generation").asText().equals(generation)) return;
                signal.path("gone").forEach(gone -> known.remove(gone.asText()));
                learn(signal.path("set"));
            }
            default -> {}
        }
    }

    private void learn(JsonNode sources) {
        sources.properties()
                .forEach(one -> known.put(one.getKey(), one.getValue().findValuesAsText("name")));
    }

    /// Whether it is this place at a bridge that it sends to.
    synchronized boolean sendsTo(Endpoint place) {
        return place.ufrag().equals(ufrag);
    }

    synchronized void shows(boolean now) {
        screen = now;
        if (generation != null) say("sources");
    }

    synchronized void asks(String kind) {
        if (generation != null) say(kind);
    }

    private void say(String kind) {
        var said = JsonNodeFactory.instance.objectNode().put("kind", kind).put("generation", generation);
        if (kind.equals("answer")) transport(said.putObject("transport"));
        if (kind.equals("answer") || kind.equals("sources")) {
            var sources = said.putArray("sources");
            var number = 1_000L * Integer.parseInt(endpoint.value().substring(1), 16);
            for (var name : names(true)) {
                var kinds = Map.of("a0", "audio", "v0", "camera", "v1", "screen");
                var source =
                        sources.addObject().put("name", endpoint + "-" + name).put("kind", kinds.get(name));
                source.putArray("ssrcs").add(number + name.hashCode() % 100);
                source.putArray("groups");
            }
        }
        says.accept(said);
    }

    private static void transport(ObjectNode transport) {
        transport.put("ufrag", "Gge9").put("pwd", "UCz2YAkizM+BgUNiCPqEcYM5");
        transport
                .putArray("fingerprints")
                .addObject()
                .put("hash", "sha-256")
                .put("fingerprint", "D6" + ":C7".repeat(31))
                .put("setup", "active");
    }

    private List<String> names(boolean camera) {
        var names = new ArrayList<>(List.of("a0"));
        if (camera) names.add("v0");
        if (screen) names.add("v1");
        return names;
    }

    synchronized List<String> passing(Seat seat) {
        var shows = seat.screen() && screen;
        return names(seat.camera() || !shows).stream()
                .filter(name -> seat.screen() || !name.equals("v1"))
                .map(name -> endpoint + "-" + name)
                .toList();
    }

    /// How a bridge should have it.
    synchronized String expected(Seat seat) {
        var videoMuted = !seat.camera() && !(seat.screen() && screen);
        return !seat.microphone() + " " + videoMuted + " " + passing(seat);
    }

    synchronized Map<String, List<String>> known() {
        return new TreeMap<>(known);
    }
}
