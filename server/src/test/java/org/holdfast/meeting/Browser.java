package org.holdfast.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.json.JsonText;
import org.jspecify.annotations.Nullable;

/// Somebody's browser: its cookies and the pages it opens.
final class Browser {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String server;
    private final Map<String, String> cookies = new TreeMap<>();
    private @Nullable String seat;

    Browser(String server) {
        this.server = server;
    }

    /// The same browser, sent to another node.
    Browser at(String other) {
        var moved = new Browser(other);
        moved.cookies.putAll(cookies);
        moved.seat = seat;
        return moved;
    }

    /// A browser that claims a seat whose cookie it has not.
    Browser seat(String claimed) {
        seat = claimed;
        return this;
    }

    void exchange(String token) {
        var answer = tryExchange(token, server);
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
        seat = JsonText.parse(answer.body()).path("seat").asText();
    }

    HttpResponse<String> tryExchange(String token, String origin) {
        var body = JsonNodeFactory.instance.objectNode().put("token", token).toString();
        var request = request("/api/v1/links/exchange")
                .header("origin", origin)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = send(request);
        answer.headers().allValues("set-cookie").forEach(this::keep);
        return answer;
    }

    /// As a server's answer sets it.
    void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    HttpResponse<String> get(String path) {
        return send(request(path + (path.contains("?") ? "&" : "?") + "seat=" + seat())
                .GET()
                .build());
    }

    /// Of what is no text.
    HttpResponse<byte[]> getFile(String path) {
        return send(
                request(path + (path.contains("?") ? "&" : "?") + "seat=" + seat())
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /// As browsers ask, which take what is compressed.
    HttpResponse<String> getCompressible(String path) {
        return send(request(path + (path.contains("?") ? "&" : "?") + "seat=" + seat())
                .header("accept-encoding", "gzip, deflate")
                .GET()
                .build());
    }

    JsonNode json(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return JsonText.parse(answer.body());
    }

    HttpResponse<String> put(String path, String body) {
        return send(request(path + "?seat=" + seat())
                .header("origin", server)
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path + (path.contains("?") ? "&" : "?") + "seat=" + seat())
                .header("origin", server)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + path));
        if (!cookies.isEmpty()) request.header("cookie", cookieHeader());
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Tab open(String session) {
        return open(session, server, true);
    }

    Tab open(String session, String origin, boolean reads) {
        var address = server.replace("http", "ws") + "/ws/sessions/" + session + "?lang=en&seat=" + seat();
        return Tab.open(URI.create(address), origin, cookieHeader(), reads);
    }

    String seat() {
        if (seat == null) throw new IllegalStateException("No link was opened yet");
        return seat;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }
}
