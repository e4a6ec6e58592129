package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What a real bridge was asked once, and what it answered.
///
/// @param contentType absent where the recording does not say; empty where the answer had none
record Recording(
        String label,
        String method,
        String path,
        String body,
        int status,
        @Nullable String contentType,
        JsonNode reply) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<String> FILES =
            List.of("contract.json", "several.json", "exchange-2-people.json", "exchange-3-people-simulcast.json");

    /// @param meetings put before each meeting's own name, so that one bridge can be played to again and again
    static List<Recording> of(String file, String meetings) {
        try (var stream = Objects.requireNonNull(Recording.class.getResourceAsStream("/videobridge/" + file))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("contract-", meetings + "contract-")
                    .replace("m-1795", meetings + "m-1795");
            return StreamSupport.stream(JSON.readTree(text).spliterator(), false)
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording read(JsonNode call) {
        var body = call.path("body");
        var type = call.path("contentType");
        return new Recording(
                call.path("label").asText(call.path("method").asText()),
                call.path("method").asText(),
                call.path("path").asText(),
                body.isTextual() ? body.asText() : body.isMissingNode() ? "" : body.toString(),
                call.path("status").asInt(),
                type.isMissingNode() ? null : type.asText("").replace("null", ""),
                call.path("reply"));
    }

    boolean isJson() {
        return body.endsWith("}");
    }

    boolean asksForConference() {
        return path.startsWith("/colibri/v2/") && !method.equals("GET") && isJson();
    }

    Asked asked() {
        return new Asked(method, path, Private.parsed(body));
    }
}
