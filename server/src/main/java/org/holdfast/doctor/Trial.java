package org.holdfast.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.holdfast.doctor.Findings.Candidate;
import org.holdfast.doctor.Findings.Channel;
import org.holdfast.doctor.Findings.Room;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.media.bridges.Look;
import org.holdfast.media.bridges.Look.Silent;
import org.holdfast.media.bridges.Look.Well;
import org.jspecify.annotations.Nullable;

/// Tries a bridge as a session would: looks at it, opens a room with one endpoint, sends a browser's first packet and
/// opens its channel, and takes the room away again. It waits, so it is for a command, not for a server.
public final class Trial {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int OK = 200;
    /// The first answer after a bridge's start may come late.
    private static final int LOOKS = 3;

    private static final String CONFERENCES = "/colibri/v2/conferences/";
    private static final String ENDPOINT = "e0000001";

    private final HttpClient http;
    private final Function<URI, Look> look;

    public Trial(HttpClient http, Function<URI, Look> look) {
        this.http = http;
        this.look = look;
    }

    /// @param meeting a name that no other conference has
    public Findings of(URI rest, String meeting) {
        var found = look.apply(rest);
        for (var again = 1; again < LOOKS && found instanceof Silent; again++) found = look.apply(rest);
        if (!(found instanceof Well)) return new Findings(rest, found, null, null);
        var version = ask(rest.resolve("/about/version"), "GET", null);
        var name = version == null ? "" : version.path("version").asText();
        return new Findings(rest, found, name.isEmpty() ? null : name, room(rest, meeting));
    }

    private @Nullable Room room(URI rest, String meeting) {
        try {
            var allocated = ask(rest.resolve(CONFERENCES), "POST", wanted(meeting));
            if (allocated == null) return null;
            var transport =
                    allocated.path("endpoints").path(0).path("transport").path("transport");
            return new Room(
                    candidates(transport),
                    channel(transport.path("web-sockets").path(0).asText()));
        } finally {
            var expire = JsonNodeFactory.instance.objectNode().put("expire", true);
            ask(rest.resolve(CONFERENCES + meeting), "PATCH", expire);
        }
    }

    private static ObjectNode wanted(String meeting) {
        var wanted = JsonNodeFactory.instance
                .objectNode()
                .put("meeting-id", meeting)
                .put("name", meeting + "@trial.invalid")
                .put("create", true);
        var endpoint =
                wanted.putArray("endpoints").addObject().put("create", true).put("id", ENDPOINT);
        endpoint.putObject("transport").put("ice-controlling", true);
        endpoint.putArray("capabilities").add("source-names");
        endpoint.putArray("medias");
        return wanted;
    }

    private static List<Candidate> candidates(JsonNode transport) {
        var check = new StunCheck(
                transport.path("ufrag").asText(), transport.path("pwd").asText());
        var found = new ArrayList<Candidate>();
        for (var candidate : transport.path("candidates")) {
            if (!candidate.path("protocol").asText().equals("udp")) continue;
            var address = candidate.path("ip").asText();
            var port = candidate.path("port").asInt();
            found.add(new Candidate(address, port, check.answered(address, port)));
        }
        return found;
    }

    private @Nullable Channel channel(String url) {
        if (url.isEmpty()) return null;
        try {
            var address = URI.create(url);
            return address.getHost() == null ? null : new Channel(withoutPassword(address), greets(address));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static URI withoutPassword(URI address) {
        return URI.create(address.getScheme() + "://" + address.getAuthority() + address.getPath());
    }

    private boolean greets(URI channel) {
        var greeted = new CompletableFuture<Boolean>();
        var listener = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                greeted.complete(true);
                return null;
            }
        };
        try {
            var socket = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(channel, listener)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            var heard = greeted.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            socket.abort();
            return heard;
        } catch (CompletionException | IllegalArgumentException _) {
            return false;
        }
    }

    /// @return absent when it was refused, or is no JSON
    private @Nullable JsonNode ask(URI address, String method, @Nullable ObjectNode body) {
        var request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JsonText.print(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == OK ? JsonText.parse(answer.body()) : null;
        } catch (IOException | BadJson _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
