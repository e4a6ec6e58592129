package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.holdfast.media.testbridge.Conference.Reach;
import org.holdfast.media.testbridge.Figures.Condition;
import org.jspecify.annotations.Nullable;

/// One bridge: a private side for the focus, a public one for channels, and all the ways in which it can fail.
///
/// Its own methods may be called from any thread. A dead one keeps its ports in mind and comes back on them.
public final class TestBridge {
    static final String SERVER = "jvb1";
    private static final String HOST = "127.0.0.1";
    private static final Condition WELL = new Condition(0.01, false, false, true);

    private final Vertx vertx;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>(List.of(new Candidate("10.99.0.1", "host", 10_000)));
    private Conferences conferences = new Conferences();
    private Channels channels = new Channels(conferences::byId);
    private Condition condition = WELL;
    private boolean channelsOn = true;
    private boolean failing;
    private boolean refusing;
    private boolean slow;
    private @Nullable String channelOrigin;
    private @Nullable HttpServer privateSide;
    private @Nullable HttpServer publicSide;
    private int privatePort;
    private int publicPort;

    /// Where a bridge says that it can be reached.
    public record Candidate(String ip, String type, int port) {}

    private TestBridge(Vertx vertx) {
        this.vertx = vertx;
    }

    public static Future<TestBridge> start(Vertx vertx) {
        return start(vertx, 0, 0);
    }

    /// @param port of the private side; 0 takes a free one
    /// @param channelPort of the public side; 0 takes a free one
    static Future<TestBridge> start(Vertx vertx, int port, int channelPort) {
        var bridge = new TestBridge(vertx);
        bridge.privatePort = port;
        bridge.publicPort = channelPort;
        return bridge.listen().map(bridge);
    }

    private Future<?> listen() {
        return vertx.createHttpServer()
                .requestHandler(this::asked)
                .listen(privatePort, HOST)
                .compose(side -> {
                    privateSide = side;
                    privatePort = side.actualPort();
                    return vertx.createHttpServer()
                            .requestHandler(request -> channels().upgrade(request))
                            .listen(publicPort, HOST);
                })
                .onSuccess(side -> {
                    publicSide = side;
                    publicPort = side.actualPort();
                });
    }

    public URI address() {
        return URI.create("http://" + HOST + ":" + privatePort);
    }

    /// Its sockets are gone, and everybody's connection with them.
    public Future<?> die() {
        return Future.join(end(privateSide), end(publicSide)).onComplete(_ -> {
            privateSide = null;
            publicSide = null;
        });
    }

    private static Future<Void> end(@Nullable HttpServer side) {
        return side == null ? Future.succeededFuture() : side.close();
    }

    /// On the same ports, and knowing nobody.
    public Future<?> comeBack() {
        forget();
        return listenAgain(40);
    }

    /// Somebody's outgoing connection may stand on a port for a moment that was free meanwhile.
    private Future<Void> listenAgain(int tries) {
        return listen().<Void>mapEmpty()
                .recover(cause -> tries <= 1
                        ? Future.failedFuture(cause)
                        : die().compose(_ -> vertx.timer(50, TimeUnit.MILLISECONDS))
                                .compose(_ -> listenAgain(tries - 1)));
    }

    public Future<?> restart() {
        return die().compose(_ -> comeBack());
    }

    private synchronized void forget() {
        conferences = new Conferences();
        channels = new Channels(conferences::byId);
        condition = WELL;
    }

    public synchronized void drain(boolean now) {
        condition = new Condition(condition.stress(), now, condition.shuttingDown(), condition.healthy());
    }

    public synchronized void shutDownGracefully() {
        condition = new Condition(condition.stress(), condition.drain(), true, condition.healthy());
    }

    public synchronized void healthy(boolean now) {
        condition = new Condition(condition.stress(), condition.drain(), condition.shuttingDown(), now);
    }

    public synchronized void stress(double now) {
        condition = new Condition(now, condition.drain(), condition.shuttingDown(), condition.healthy());
    }

    /// Each request about conferences is answered with an error of the bridge's own, and does nothing.
    public synchronized void failing(boolean now) {
        failing = now;
    }

    /// Each new endpoint is refused, and stays behind all the same.
    public synchronized void refusing(boolean now) {
        refusing = now;
    }

    /// While it is slow no answer leaves; afterwards all do. What they ask for is done at once.
    public void slow(boolean now) {
        List<Runnable> due;
        synchronized (this) {
            slow = now;
            due = now ? List.of() : List.copyOf(held);
            if (!now) held.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized void advertise(List<Candidate> now) {
        candidates.clear();
        candidates.addAll(now);
    }

    /// Whether transports name a channel, and which host for it; by default its own public side.
    public synchronized void channels(boolean on, @Nullable String origin) {
        channelsOn = on;
        channelOrigin = origin;
    }

    /// The checks between this endpoint's browser and the bridge have succeeded, so that from now on
    /// ICE can be restarted: by a bridge that reads the wish for it in JSON, which the recorded one
    /// does not.
    public synchronized void connectIce(String meeting, String endpoint) {
        endpoint(meeting, endpoint).connect();
    }

    /// What happens to whoever sends nothing for a minute.
    public synchronized void timeOut(String meeting, String endpoint) {
        conference(meeting).known().remove(endpoint);
        channels.close(endpoint);
        if (conference(meeting).known().isEmpty()) conferences.byMeeting().remove(meeting);
    }

    /// By the focus' own names for them.
    public synchronized Map<String, Conference> conferences() {
        return new LinkedHashMap<>(conferences.byMeeting());
    }

    public synchronized Endpoint endpoint(String meeting, String endpoint) {
        var found = conference(meeting).known().get(endpoint);
        if (found == null) throw new IllegalStateException(meeting + " has no " + endpoint);
        return found;
    }

    private Conference conference(String meeting) {
        var found = conferences.byMeeting().get(meeting);
        if (found == null) throw new IllegalStateException("There is no " + meeting);
        return found;
    }

    /// All that the focus asked of conferences, in order, since the bridge was first started.
    public synchronized List<Asked> asked() {
        return asked.stream().filter(Asked::colibri).toList();
    }

    /// What a page has said on its channel.
    public List<JsonNode> heard(String endpoint) {
        return channels().heard(endpoint);
    }

    public boolean channelOpen(String endpoint) {
        return channels().isOpen(endpoint);
    }

    public void say(String endpoint, JsonNode message) {
        channels().say(endpoint, message);
    }

    private synchronized Channels channels() {
        return channels;
    }

    synchronized Condition condition() {
        return condition;
    }

    synchronized Figures figures() {
        return new Figures(conferences, condition);
    }

    synchronized Answer create(ObjectNode wanted, String address) {
        if (failing) return Answer.page(500, "Server Error", address);
        if (condition.shuttingDown()) return Conferences.notCreated("Bridge is in graceful shutdown", address);
        return conferences.create(wanted, reach(), address);
    }

    synchronized Answer change(String meeting, ObjectNode wanted) {
        if (failing) return Answer.page(500, "Server Error", address() + "/colibri/v2/conferences/" + meeting);
        var answer = conferences.change(meeting, wanted, reach());
        for (var endpoint : channels.openOnes()) {
            if (conferences.byMeeting().values().stream()
                    .noneMatch(conference -> conference.known().containsKey(endpoint))) channels.close(endpoint);
        }
        return answer;
    }

    private Reach reach() {
        var origin = channelOrigin == null ? "ws://" + HOST + ":" + publicPort : channelOrigin;
        return new Reach(candidates(), channelsOn ? origin + "/colibri-ws/" + SERVER : null, refusing);
    }

    private ArrayNode candidates() {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var candidate : candidates) {
            all.addObject()
                    .put("component", "1")
                    .put("foundation", String.valueOf(all.size()))
                    .put("generation", "0")
                    .put("id", Dice.hex(24))
                    .put("network", "0")
                    .put("priority", candidate.type().equals("host") ? "2130706431" : "1677724415")
                    .put("protocol", "udp")
                    .put("type", candidate.type())
                    .put("ip", candidate.ip())
                    .put("port", String.valueOf(candidate.port()));
        }
        return all;
    }

    private void asked(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var method = request.method().name();
            var text = body.toString();
            Answer answer;
            synchronized (this) {
                asked.add(new Asked(method, request.path(), Private.parsed(text)));
                answer = new Private(this)
                        .answer(
                                method,
                                request.path(),
                                type(request),
                                text,
                                address().toString());
                if (slow) {
                    held.add(() -> send(request, answer));
                    return;
                }
            }
            send(request, answer);
        });
    }

    private static String type(HttpServerRequest request) {
        var type = request.getHeader("content-type");
        return type == null ? "" : type;
    }

    private static void send(HttpServerRequest request, Answer answer) {
        var response = request.response().setStatusCode(answer.status());
        if (answer.reason() != null) response.setStatusMessage(answer.reason());
        if (answer.contentType() != null) response.putHeader("content-type", answer.contentType());
        response.end(answer.body());
    }
}
