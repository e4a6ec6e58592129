package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The side that browsers reach: one channel for each endpoint, for whoever knows its password.
final class Channels {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("/colibri-ws/" + TestBridge.SERVER + "/([^/]+)/([^/]+)");

    private final Function<String, @Nullable Conference> conferences;
    private final Map<String, ServerWebSocket> open = new HashMap<>();
    private final Map<String, List<JsonNode>> heard = new HashMap<>();

    /// @param conferences by the bridge's own name for each
    Channels(Function<String, @Nullable Conference> conferences) {
        this.conferences = conferences;
    }

    void upgrade(HttpServerRequest request) {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            refuse(request, 404);
            return;
        }
        var conference = conferences.apply(path.group(1));
        var endpoint = conference == null ? null : conference.endpoints().get(path.group(2));
        // Whatever is wrong, it looks the same from outside.
        if (endpoint == null || !endpoint.channelPassword().equals(request.getParam("pwd"))) {
            refuse(request, 403);
            return;
        }
        request.toWebSocket().onSuccess(socket -> opened(endpoint.id(), socket));
    }

    private static void refuse(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }

    private synchronized void opened(String endpoint, ServerWebSocket socket) {
        var earlier = open.put(endpoint, socket);
        if (earlier != null) earlier.close((short) 1000, "replaced");
        socket.textMessageHandler(text -> hear(endpoint, text));
        socket.closeHandler(_ -> closed(endpoint, socket));
        socket.writeTextMessage(JsonNodeFactory.instance
                .objectNode()
                .put("colibriClass", "ServerHello")
                .put("version", Figures.version().path("version").asText())
                .toString());
    }

    private synchronized void hear(String endpoint, String text) {
        try {
            heard.computeIfAbsent(endpoint, _ -> new ArrayList<>()).add(JSON.readTree(text));
        } catch (IOException _) {
            // As the real one: what cannot be read is not answered.
        }
    }

    private synchronized void closed(String endpoint, ServerWebSocket socket) {
        open.remove(endpoint, socket);
    }

    synchronized List<JsonNode> heard(String endpoint) {
        return List.copyOf(heard.getOrDefault(endpoint, List.of()));
    }

    synchronized boolean isOpen(String endpoint) {
        return open.containsKey(endpoint);
    }

    synchronized void say(String endpoint, JsonNode message) {
        var socket = open.get(endpoint);
        if (socket == null) throw new IllegalStateException(endpoint + " has no channel open");
        socket.writeTextMessage(message.toString());
    }

    /// A channel ends with its endpoint.
    synchronized void close(String endpoint) {
        var socket = open.remove(endpoint);
        if (socket != null) socket.close((short) 1001, "expired");
    }

    synchronized List<String> openOnes() {
        return List.copyOf(open.keySet());
    }
}
