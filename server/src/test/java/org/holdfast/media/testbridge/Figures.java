package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What a bridge says of itself. What is not kept count of here has the value it had when it was recorded.
final class Figures {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final ObjectNode RECORDED = recordedStats();

    private final Conferences conferences;
    private final Condition condition;

    /// How the bridge is, besides its conferences.
    record Condition(double stress, boolean drain, boolean shuttingDown, boolean healthy) {}

    Figures(Conferences conferences, Condition condition) {
        this.conferences = conferences;
        this.condition = condition;
    }

    ObjectNode stats() {
        var people = conferences.byMeeting().values().stream()
                .mapToInt(conference -> conference.known().size())
                .sum();
        return RECORDED.deepCopy()
                .put("stress_level", condition.stress())
                .put("drain", condition.drain())
                .put("graceful_shutdown", condition.shuttingDown())
                .put("healthy", condition.healthy())
                .put("conferences", conferences.byMeeting().size())
                .put("total_conferences_created", conferences.created())
                .put(
                        "total_conferences_completed",
                        conferences.created() - conferences.byMeeting().size())
                .put("endpoints", people)
                .put("participants", people)
                .put("local_endpoints", people)
                .put("current_timestamp", LocalDateTime.now().format(STAMP));
    }

    ObjectNode debug() {
        var debug = JsonNodeFactory.instance
                .objectNode()
                .put("shutdown_state", condition.shuttingDown() ? "GRACEFUL_SHUTDOWN" : "RUNNING")
                .put("drain", condition.drain())
                .put("time", System.currentTimeMillis());
        debug.putObject("load_management")
                .put("state", "NOT_OVERLOADED")
                .put("stress", String.valueOf(condition.stress()))
                .put("reducer_enabled", "false");
        var all = debug.putObject("conferences");
        for (var conference : conferences.byMeeting().values()) {
            var one = all.putObject(conference.id())
                    .put("id", conference.id())
                    .put("rtcstatsEnabled", true)
                    .put("name", conference.name())
                    .put("meeting_id", conference.meeting());
            var endpoints = one.putObject("endpoints");
            conference.known().keySet().forEach(id -> endpoints.put(id, id));
            one.putObject("relays");
        }
        debug.putObject("health")
                .put("success", condition.healthy())
                .put("hardFailure", true)
                .putNull("responseCode")
                .putNull("message");
        return debug;
    }

    /// Nobody ever speaks here, so all stand in the order in which they came.
    static ObjectNode dominantSpeaker(Conference conference) {
        var reply = JsonNodeFactory.instance
                .objectNode()
                .put("dominantEndpoint", "null")
                .putNull("dominantSpeakerIdentification");
        for (var order : new String[] {"endpointsBySpeechActivity", "endpointsInLastNOrder"}) {
            var ids = reply.putArray(order);
            conference.known().keySet().forEach(ids::add);
        }
        return reply;
    }

    static ObjectNode version() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "JVB")
                .put("version", RECORDED.path("version").asText())
                .put("os", "Linux");
    }

    private static ObjectNode recordedStats() {
        try (var file = Figures.class.getResourceAsStream("/videobridge/contract.json")) {
            return stats(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode stats(@Nullable JsonNode recorded) {
        if (recorded != null) {
            for (var call : recorded) {
                if (call.path("label").asText().equals("stats") && call.path("reply") instanceof ObjectNode reply) {
                    return reply;
                }
            }
        }
        throw new IllegalStateException("The recording has no statistics");
    }
}
