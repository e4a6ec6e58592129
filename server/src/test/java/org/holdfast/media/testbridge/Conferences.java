package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdfast.media.testbridge.Conference.Reach;
import org.holdfast.media.testbridge.Conference.Refused;
import org.jspecify.annotations.Nullable;

/// All conferences of one bridge since it started.
final class Conferences {
    /// Something before and something after one @ is enough.
    private static final Pattern JID = Pattern.compile("[^@/\\s]+@[^@\\s]+");

    private final Map<String, Conference> byMeeting = new LinkedHashMap<>();
    private int created;

    Map<String, Conference> byMeeting() {
        return byMeeting;
    }

    int created() {
        return created;
    }

    @Nullable
    Conference byId(String id) {
        for (var conference : byMeeting.values()) {
            if (conference.id().equals(id)) return conference;
        }
        return null;
    }

    Answer create(JsonNode body, Reach reach, String address) {
        var name = body.path("name").asText();
        var meeting = body.path("meeting-id").asText();
        if (!JID.matcher(name).matches()) return notCreated("Invalid conference name (not a JID)", address);
        if (!body.path("create").asBoolean()) {
            return notCreated("Conference not found for ID: " + meeting, address);
        }
        if (byMeeting.containsKey(meeting)) {
            return notCreated("Conference already exists for ID: " + meeting, address);
        }
        var conference = new Conference(meeting, name);
        byMeeting.put(meeting, conference);
        created++;
        try {
            return changed(conference, body, reach);
        } catch (Refused refused) {
            return notCreated(refused.getMessage(), address);
        }
    }

    static Answer notCreated(String why, String address) {
        return Answer.page(400, "Failed to create conference: " + why, address);
    }

    Answer change(String meeting, JsonNode body, Reach reach) {
        var conference = byMeeting.get(meeting);
        if (conference == null) return Answer.empty(404);
        try {
            return changed(conference, body, reach);
        } catch (Refused _) {
            return Answer.empty(400);
        }
    }

    private Answer changed(Conference conference, JsonNode body, Reach reach) throws Refused {
        var endpoints = conference.change(body.path("endpoints"), reach);
        var reply = JsonNodeFactory.instance.objectNode();
        if (!endpoints.isEmpty()) reply.set("endpoints", endpoints);
        if (asksForFeedback(body)) reply.set("sources", conference.feedback());
        if (ends(conference, body)) byMeeting.remove(conference.meeting());
        return Answer.json(reply);
    }

    private static boolean asksForFeedback(JsonNode body) {
        if (body.path("create").asBoolean()) return true;
        for (var endpoint : body.path("endpoints")) {
            if (endpoint.path("create").asBoolean()) return true;
        }
        return false;
    }

    /// With the last one who leaves it ends by itself.
    private static boolean ends(Conference conference, JsonNode body) {
        if (body.path("expire").asBoolean()) return true;
        return !body.path("create").asBoolean() && conference.known().isEmpty();
    }
}
