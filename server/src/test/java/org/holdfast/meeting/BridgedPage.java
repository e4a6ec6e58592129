package org.holdfast.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/// A page as its bridge sees it: what it is told of the bridge, and how it answers.
record BridgedPage(Tab tab) {
    private static final String FINGERPRINT =
            "D6:C7:C2:2D:03:72:43:12:2B:9A:7A:71:EA:B2:CA:C8:04:2A:91:14:9D:8B:4B:26:" + "1E:24:B2:72:5D:27:4C:2F";

    /// Waits until something like this was said for the bridge, now or earlier, and takes the latest.
    ObjectNode told(Predicate<ObjectNode> like) {
        return (ObjectNode) tab.frame(frame ->
                        frame.path("from").asText().equals("bridge") && like.test((ObjectNode) frame.path("signal")))
                .path("signal");
    }

    ObjectNode offer() {
        return told(signal -> signal.path("kind").asText().equals("offer"));
    }

    long countOfOffers() {
        return tab.texts().stream()
                .filter(text -> text.contains("\"kind\":\"offer\""))
                .count();
    }

    /// Another one than this.
    ObjectNode offerAfter(ObjectNode offer) {
        return told(signal -> signal.path("kind").asText().equals("offer")
                && !signal.path("generation").equals(offer.path("generation")));
    }

    /// Waits until it was told last that this endpoint sends these.
    void hearsOf(BridgedPage other, String... kinds) {
        told(signal -> kindsOf(signal.path("set").path(other.endpoint())).equals(List.of(kinds))
                || kindsOf(signal.path("sources").path(other.endpoint())).equals(List.of(kinds)));
    }

    void hearsThatIsGone(String endpoint) {
        told(signal -> signal.path("gone").toString().contains(endpoint));
    }

    private static List<String> kindsOf(JsonNode sources) {
        return sources.findValuesAsText("kind");
    }

    String endpoint() {
        return tab.you().path("endpoint").asText();
    }

    /// Takes the latest offer as browsers do.
    ObjectNode joins() {
        var offer = offer();
        answers(offer, "audio", "camera");
        return offer;
    }

    void answers(ObjectNode offer, String... kinds) {
        says(answer(offer, kinds));
    }

    ObjectNode answer(ObjectNode offer, String... kinds) {
        var answer = of("answer", offer);
        var transport = answer.putObject("transport").put("ufrag", "Gge9").put("pwd", "UCz2YAkizM+BgUNiCPqEcYM5");
        transport
                .putArray("fingerprints")
                .addObject()
                .put("hash", "sha-256")
                .put("fingerprint", FINGERPRINT)
                .put("setup", "active");
        addSources(answer, offer.path("endpoint").asText(), kinds);
        return answer;
    }

    void sends(ObjectNode offer, String... kinds) {
        var sources = of("sources", offer);
        addSources(sources, offer.path("endpoint").asText(), kinds);
        says(sources);
    }

    void asks(String kind, ObjectNode offer) {
        says(of(kind, offer));
    }

    void says(ObjectNode signal) {
        tab.done("media.signal", "to", "bridge", "signal", signal);
    }

    static ObjectNode of(String kind, ObjectNode offer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("generation", offer.path("generation").asText());
    }

    static void addSources(ObjectNode said, String endpoint, String... kinds) {
        var sources = said.putArray("sources");
        var number = 1_000L * Integer.parseInt(endpoint.substring(1), 16);
        for (var kind : kinds) {
            switch (kind) {
                case "audio" -> addSource(sources.addObject(), endpoint + "-a0", kind, number + 1);
                case "camera" -> addSource(sources.addObject(), endpoint + "-v0", kind, number + 2, number + 3);
                case "screen" -> addSource(sources.addObject(), endpoint + "-v1", kind, number + 4, number + 5);
                default -> throw new IllegalArgumentException(kind);
            }
        }
    }

    private static void addSource(ObjectNode source, String name, String kind, long... ssrcs) {
        source.put("name", name).put("kind", kind);
        var numbers = source.putArray("ssrcs");
        for (var ssrc : ssrcs) numbers.add(ssrc);
        var groups = source.putArray("groups");
        if (ssrcs.length == 1) return;
        var repeats = groups.addObject().put("semantics", "FID").putArray("ssrcs");
        for (var ssrc : ssrcs) repeats.add(ssrc);
    }
}
