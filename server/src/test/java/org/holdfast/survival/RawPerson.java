package org.holdfast.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A person without a browser: exchanges a link, holds a socket, beats, folds patches, and comes back to whichever
/// node is there. Speaks the protocol as written, independent of the product's client.
final class RawPerson implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BEAT_SECONDS = 5;
    private static final int RETRY_MS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final SecureRandom random = new SecureRandom();
    private final Object lock = new Object();
    private final Map<String, CompletableFuture<JsonNode>> unanswered = new HashMap<>();
    private final Map<String, String> unansweredText = new HashMap<>();
    private final String session;
    private volatile URI node;
    private String cookie = "";
    private String seat = "";
    private WebSocket socket;
    private ObjectNode view = JSON.createObjectNode();
    private ObjectNode you = JSON.createObjectNode();
    private boolean connected;
    private volatile boolean closed;

    RawPerson(String url, String session) {
        this.node = URI.create(url);
        this.session = session;
        timer.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    static RawPerson open(NodeProcess node, String token) {
        var person = new RawPerson(node.url(), node.session());
        person.exchange(token);
        person.connect();
        return person;
    }

    String session() {
        return session;
    }

    String seat() {
        return seat;
    }

    /// From now on, tries this node.
    void goTo(NodeProcess other) {
        node = URI.create(other.url());
    }

    private void exchange(String token) {
        var body = JSON.createObjectNode().put("token", token).toString();
        var answer = send(HttpRequest.newBuilder(node.resolve("/api/v1/links/exchange"))
                .header("Content-Type", "application/json")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) throw new IllegalStateException("Exchange: " + answer.statusCode());
        seat = parse(answer.body()).get("seat").asText();
        cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    }

    JsonNode get(String path) {
        var answer = send(
                HttpRequest.newBuilder(node.resolve(path + "?seat=" + seat)).header("Cookie", cookie));
        if (answer.statusCode() != 200) throw new IllegalStateException(path + ": " + answer.statusCode());
        return parse(answer.body());
    }

    /// One try, of which nobody says whether it arrived when the line breaks.
    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.resolve(path + "?seat=" + seat))
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .header("Origin", origin())
                .timeout(PATIENCE)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// All of it is sent, and nothing is heard of it.
    void putAndBeGone(String path, String body) throws IOException {
        var text = "PUT " + path + "?seat=" + seat + " HTTP/1.1\r\nHost: " + node.getAuthority() + "\r\nCookie: "
                + cookie + "\r\nOrigin: " + origin() + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (var line = new Socket(node.getHost(), node.getPort())) {
            line.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String origin() {
        return "http://" + node.getAuthority();
    }

    private void connect() {
        if (closed) return;
        var uri = URI.create("ws://" + node.getAuthority() + "/ws/sessions/" + session + "?seat=" + seat);
        http.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin())
                .connectTimeout(Duration.ofSeconds(2))
                .buildAsync(uri, new Listener())
                .whenComplete((opened, failure) -> {
                    if (failure != null) later();
                });
    }

    private void later() {
        synchronized (lock) {
            connected = false;
            lock.notifyAll();
        }
        if (!closed) timer.schedule(this::connect, RETRY_MS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        synchronized (lock) {
            if (connected) socket.sendText("{\"type\":\"beat\"}", true);
        }
    }

    /// Sends a command; it is sent again, under the same id, on every connection until it is answered.
    CompletableFuture<JsonNode> ask(String type, Map<String, Object> fields) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var id = "c"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 21);
        var command = JSON.createObjectNode().put("id", id).put("type", type);
        fields.forEach(command::putPOJO);
        var answer = new CompletableFuture<JsonNode>();
        synchronized (lock) {
            unanswered.put(id, answer);
            unansweredText.put(id, command.toString());
            if (connected) socket.sendText(command.toString(), true);
        }
        return answer;
    }

    CompletableFuture<JsonNode> ask(String type) {
        return ask(type, Map.of());
    }

    /// Waits until the view and `you` are as wished.
    void sees(String what, Predicate<JsonNode> inView) {
        until(what, () -> connected && inView.test(view));
    }

    void isSeated() {
        until("seated", () -> connected && "present".equals(you.path("seat").asText()) && you.has("endpoint"));
    }

    void waits() {
        until("waiting", () -> connected && "waiting".equals(you.path("seat").asText()));
    }

    void isCutOff() {
        until("cut off", () -> !connected);
    }

    private void until(String what, java.util.function.BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lock) {
            while (!condition.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) throw new AssertionError("Not " + what + " in time; view " + view + ", you " + you);
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    JsonNode view() {
        synchronized (lock) {
            return view.deepCopy();
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        synchronized (lock) {
            if (socket != null) socket.abort();
        }
        http.shutdownNow();
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) target.remove(field.getKey());
            else if (field.getValue().isObject()) {
                var child = target.get(field.getKey());
                var into = child instanceof ObjectNode object ? object : JSON.createObjectNode();
                merge(into, field.getValue());
                target.set(field.getKey(), into);
            } else target.set(field.getKey(), field.getValue());
        });
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received(from, parse(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void received(WebSocket from, JsonNode message) {
            synchronized (lock) {
                if (message.has("re")) {
                    unansweredText.remove(message.get("re").asText());
                    var waiting = unanswered.remove(message.get("re").asText());
                    if (waiting != null) waiting.complete(message);
                    return;
                }
                switch (message.path("type").asText()) {
                    case "welcome" -> {
                        socket = from;
                        view = (ObjectNode) message.get("view");
                        you = (ObjectNode) message.get("you");
                        if (!connected) unansweredText.values().forEach(command -> from.sendText(command, true));
                        connected = true;
                    }
                    case "change" -> {
                        if (message.has("patch")) merge(view, message.get("patch"));
                        if (message.has("you")) you = (ObjectNode) message.get("you");
                    }
                    default -> {}
                }
                lock.notifyAll();
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            later();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            later();
        }
    }
}
