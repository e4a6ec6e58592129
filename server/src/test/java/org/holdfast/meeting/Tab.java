package org.holdfast.meeting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.holdfast.json.JsonText;
import org.holdfast.json.MergePatch;
import org.holdfast.live.RandomIds;
import org.jspecify.annotations.Nullable;

/// One open page: what it was sent, and the view it made of it as a browser would.
final class Tab implements WebSocket.Listener {
    private static final long PATIENCE_S = 10;
    private static final RandomIds IDS = new RandomIds(new SecureRandom());

    private final boolean reads;
    private final StringBuilder part = new StringBuilder();
    private final List<String> texts = new ArrayList<>();
    private final List<ObjectNode> frames = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;
    private ObjectNode view = JsonNodeFactory.instance.objectNode();
    private ObjectNode you = JsonNodeFactory.instance.objectNode();
    private ObjectNode worksheets = JsonNodeFactory.instance.objectNode();
    private long n;

    private Tab(boolean reads) {
        this.reads = reads;
    }

    /// Fails with [java.net.http.WebSocketHandshakeException] when the upgrade is refused.
    static Tab open(URI address, String origin, String cookies, boolean reads) {
        var tab = new Tab(reads);
        var builder = Browser.CLIENT.newWebSocketBuilder();
        if (!origin.isEmpty()) builder.header("origin", origin);
        if (!cookies.isEmpty()) builder.header("cookie", cookies);
        tab.socket = builder.buildAsync(address, tab).join();
        return tab;
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            take(part.toString());
            part.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    private synchronized void take(String text) {
        var frame = (ObjectNode) JsonText.parse(text);
        switch (frame.path("type").asText()) {
            case "welcome" -> {
                view = (ObjectNode) frame.get("view");
                you = (ObjectNode) frame.get("you");
                worksheets =
                        frame.get("worksheets") instanceof ObjectNode all ? all : JsonNodeFactory.instance.objectNode();
                n = 0;
            }
            case "change" -> {
                n++;
                if (frame.get("n").asLong() != n) throw new AssertionError("A gap: " + text);
                if (frame.get("patch") instanceof ObjectNode patch) view = MergePatch.apply(view, patch);
                if (frame.get("you") instanceof ObjectNode mine) you = mine;
                if (frame.get("worksheets") instanceof ObjectNode p) worksheets = MergePatch.apply(worksheets, p);
            }
            default -> {}
        }
        texts.add(text);
        frames.add(frame);
        notifyAll();
    }

    synchronized ObjectNode view() {
        return view;
    }

    synchronized ObjectNode you() {
        return you;
    }

    synchronized ObjectNode worksheets() {
        return worksheets;
    }

    /// Waits until the worksheets before this person are like this.
    synchronized ObjectNode seesWorksheets(Predicate<ObjectNode> like) {
        return await(() -> like.test(worksheets) ? worksheets : null);
    }

    String id() {
        return you().path("id").asText();
    }

    /// Every frame as it came.
    synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /// Waits until a frame like this has come, now or earlier.
    synchronized ObjectNode frame(Predicate<ObjectNode> like) {
        return await(() ->
                frames.stream().filter(like).reduce((first, later) -> later).orElse(null));
    }

    ObjectNode welcome(String place) {
        return frame(f -> f.path("type").asText().equals("welcome")
                && f.path("view").path("place").asText().equals(place));
    }

    ObjectNode notice(String code) {
        return frame(f -> f.path("code").asText().equals(code));
    }

    /// Waits until the view is like this.
    synchronized ObjectNode sees(Predicate<ObjectNode> like) {
        return await(() -> like.test(view) ? view : null);
    }

    private synchronized <T> T await(java.util.function.Supplier<@Nullable T> found) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        for (var value = found.get(); ; value = found.get()) {
            if (value != null) return value;
            var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) throw new AssertionError("It did not come. Frames:\n" + String.join("\n", texts));
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// Asks and waits for the answer.
    ObjectNode ask(String type, Object... fields) {
        var id = IDS.next();
        var message = JsonNodeFactory.instance.objectNode().put("id", id).put("type", type);
        for (var i = 0; i < fields.length; i += 2) message.putPOJO(fields[i].toString(), fields[i + 1]);
        sendText(message.toString());
        return frame(f -> f.path("re").asText().equals(id));
    }

    void done(String type, Object... fields) {
        var answer = ask(type, fields);
        if (!answer.path("ok").asBoolean()) throw new AssertionError(type + ": " + answer);
    }

    String refused(String type, Object... fields) {
        return ask(type, fields).path("refused").path("code").asText();
    }

    void beat() {
        sendText("{\"type\":\"beat\"}");
    }

    /// A beat that the server has answered, so that it has surely been heard.
    void beatHeard() {
        var before = answeredBeats();
        beat();
        awaitBeats(before + 1);
    }

    private synchronized void awaitBeats(long count) {
        await(() -> answeredBeats() >= count ? this : null);
    }

    private synchronized long answeredBeats() {
        return frames.stream()
                .filter(f -> f.path("type").asText().equals("beat"))
                .count();
    }

    void sendText(String text) {
        socket().sendText(text, true).join();
    }

    void sendBinary(byte[] bytes) {
        socket().sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    void read() {
        socket().request(Long.MAX_VALUE);
    }

    /// The person closes the page, or it is reloaded.
    void close() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "");
        socket().abort();
    }

    /// The code that the server closed with.
    int closeCode() {
        try {
            return closed.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("It was not closed", e);
        }
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    private WebSocket socket() {
        if (socket == null) throw new IllegalStateException("Not open yet");
        return socket;
    }
}
