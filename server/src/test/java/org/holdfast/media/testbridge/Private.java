package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The side that only the focus reaches: which path asks for what.
final class Private {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFERENCES = "/colibri/v2/conferences/";
    private static final String SPEAKERS = "/dominant-speaker-identification";

    private final TestBridge bridge;

    Private(TestBridge bridge) {
        this.bridge = bridge;
    }

    Answer answer(String method, String path, String type, String body, String address) {
        return switch (method + " " + path) {
            case "GET /about/health" -> Answer.empty(bridge.condition().healthy() ? 200 : 500);
            case "GET /about/version" -> Answer.json(Figures.version());
            case "GET /colibri/stats" -> Answer.json(bridge.figures().stats());
            case "GET /debug" -> Answer.json(bridge.figures().debug());
            case "GET /colibri/drain" ->
                Answer.json(JsonNodeFactory.instance
                        .objectNode()
                        .put("drain", bridge.condition().drain()));
            case "POST /colibri/drain/enable" -> drained(true);
            case "POST /colibri/drain/disable" -> drained(false);
            default ->
                path.startsWith(CONFERENCES) ? conferences(method, path, type, body, address) : Answer.empty(404);
        };
    }

    private Answer drained(boolean drain) {
        bridge.drain(drain);
        return Answer.empty(200);
    }

    private Answer conferences(String method, String path, String type, String body, String address) {
        var rest = path.substring(CONFERENCES.length());
        if (method.equals("GET") && rest.endsWith(SPEAKERS)) {
            var conference = bridge.conferences().get(rest.substring(0, rest.length() - SPEAKERS.length()));
            return conference == null ? Answer.empty(404) : Answer.json(Figures.dominantSpeaker(conference));
        }
        if (!type.startsWith("application/json")) return Answer.page(415, "Unsupported Media Type", address + path);
        var wanted = read(body);
        if (wanted == null && method.equals("POST")) return Answer.page(400, "No JSON", address + path);
        if (wanted == null) return Answer.empty(400);
        return switch (method) {
            case "POST" -> bridge.create(wanted, address + path);
            case "PATCH" -> bridge.change(rest, wanted);
            default -> Answer.empty(405);
        };
    }

    private static @Nullable ObjectNode read(String body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode wanted ? wanted : null;
        } catch (IOException _) {
            return null;
        }
    }

    /// What a focus asked, for tests to look at.
    static JsonNode parsed(String body) {
        var read = read(body);
        return read == null ? JsonNodeFactory.instance.missingNode() : read;
    }
}
