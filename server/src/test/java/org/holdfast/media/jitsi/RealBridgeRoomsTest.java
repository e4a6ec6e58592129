package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.json.JsonText;
import org.holdfast.live.Alarm;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.MediaPlane.Seat;
import org.holdfast.live.MediaPlane.Signal;
import org.holdfast.live.MediaPlane.Wanted;
import org.holdfast.live.RandomIds;
import org.holdfast.live.Timers;
import org.holdfast.media.NodeChannel;
import org.holdfast.media.Signals;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each room of a session is a conference of its own at a real bridge, which passes nothing from one to another.
@EnabledIfEnvironmentVariable(named = "HOLDFAST_TEST_BRIDGE", matches = "http.*")
@ExtendWith(RedisExtension.class)
class RealBridgeRoomsTest {
    private static final URI BRIDGE =
            URI.create(System.getenv().getOrDefault("HOLDFAST_TEST_BRIDGE", "").split(",")[0]);
    private static final EndpointId DANA = new EndpointId("ea000001");
    private static final EndpointId SAM = new EndpointId("ea000002");
    private static final EndpointId MARIA = new EndpointId("ea000003");
    private static final EndpointId AMINA = new EndpointId("ea000004");

    private final Vertx vertx = Vertx.vertx();
    private final SessionId session = new SessionId("rooms-" + UUID.randomUUID());
    private final Map<EndpointId, Page> pages = new ConcurrentHashMap<>();
    private JitsiPlane plane;
    private Live live;
    private long seq;

    /// Takes whatever it is offered, and remembers whose sources it was told of.
    private static final class Page {
        private final EndpointId endpoint;
        private final Set<String> heardOf = ConcurrentHashMap.newKeySet();
        private volatile String generation = "";

        Page(EndpointId endpoint) {
            this.endpoint = endpoint;
        }

        /// @return what it says to that; absent where it says nothing
        Optional<ObjectNode> hear(ObjectNode signal) {
            var offer = signal.path("kind").asText().equals("offer");
            if (offer) {
                heardOf.clear();
                generation = signal.path("generation").asText();
            }
            signal.path("gone").forEach(gone -> heardOf.remove(gone.asText()));
            signal.path(offer ? "sources" : "set").fieldNames().forEachRemaining(heardOf::add);
            return offer ? Optional.of(answer(signal.path("generation").asText())) : Optional.empty();
        }

        private ObjectNode answer(String toGeneration) {
            var said =
                    JsonNodeFactory.instance.objectNode().put("kind", "answer").put("generation", toGeneration);
            var transport = said.putObject("transport").put("ufrag", "Gge9").put("pwd", "UCz2YAkizM+BgUNiCPqEcYM5");
            transport
                    .putArray("fingerprints")
                    .addObject()
                    .put("hash", "sha-256")
                    .put("fingerprint", "D6" + ":C7".repeat(31))
                    .put("setup", "active");
            var source = said.putArray("sources")
                    .addObject()
                    .put("name", endpoint + "-a0")
                    .put("kind", "audio");
            source.putArray("ssrcs").add(Long.parseLong(endpoint.value(), 16) % 1_000_000);
            source.putArray("groups");
            return said;
        }
    }

    private static final class OneBridge implements Bridges {
        @Override
        public Optional<Bridge> choose() {
            return Optional.of(new Bridge(BRIDGE));
        }

        @Override
        public boolean usable(URI rest) {
            return rest.equals(BRIDGE);
        }

        @Override
        public void onChange(Runnable listener) {}
    }

    @BeforeEach
    void begin(TestRedis redis) {
        var client = Redis.createClient(vertx, redis.url());
        var channel = Await.get(NodeChannel.open(vertx, "n1", client, redis.url()));
        live = new Live(Await.get(LiveContext.start(vertx)), InstantSource.system(), Timers.of(vertx), Alarm.LOGGED);
        var random = new SecureRandom();
        plane = new JitsiPlane(
                new JitsiPlane.Ground(
                        "n1",
                        vertx,
                        live,
                        client,
                        MasterKey.random(random),
                        new RandomIds(random),
                        new Signals("n1", channel, live.context())),
                new OneBridge(),
                _ -> JsonNodeFactory.instance.arrayNode());
        plane.onSignal(this::pass);
        for (var endpoint : List.of(DANA, SAM, MARIA, AMINA)) {
            pages.put(endpoint, new Page(endpoint));
            plane.terms(session, endpoint);
        }
    }

    @AfterEach
    void close() {
        want(Map.of());
        Await.get(vertx.close());
    }

    private void pass(Signal signal) {
        var page = pages.get(signal.to());
        if (page == null) return;
        page.hear(signal.body())
                .ifPresent(said -> plane.relay(new Signal(session, signal.to(), signal.from(), said), ""));
    }

    private void want(Map<String, List<EndpointId>> rooms) {
        var seats = new TreeMap<String, List<Seat>>();
        rooms.forEach((name, all) -> seats.put(
                name,
                all.stream().map(each -> new Seat(each, true, true, false)).toList()));
        var done = Promise.<Void>promise();
        live.context()
                .runOnContext(_ -> plane.reconcile(new Wanted(session, seats), ++seq)
                        .<Void>mapEmpty()
                        .onComplete(done));
        Await.get(done.future());
    }

    /// Who is together, as the bridge itself says it.
    private static Set<Set<String>> conferences() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(BRIDGE.resolve("/debug")).build();
            var debug =
                    JsonText.parse(http.send(request, BodyHandlers.ofString()).body());
            var all = new HashSet<Set<String>>();
            for (var conference : debug.path("conferences")) {
                var endpoints = names(conference.path("endpoints"));
                if (endpoints.stream().anyMatch(name -> name.startsWith("ea0000"))) all.add(endpoints);
            }
            return all;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> of(EndpointId... endpoints) {
        var names = new HashSet<String>();
        for (var endpoint : endpoints) names.add(endpoint.value());
        return names;
    }

    private void expectToHearOf(EndpointId listener, EndpointId... others) {
        Await.until(() -> page(listener).heardOf.equals(of(others)));
    }

    private Page page(EndpointId endpoint) {
        return Optional.ofNullable(pages.get(endpoint)).orElseThrow();
    }

    @Test
    void two_rooms_are_two_conferences_and_nobody_is_told_of_anybody_in_the_other() {
        want(Map.of("main", List.of(DANA, SAM), "left", List.of(MARIA, AMINA)));
        expectToHearOf(DANA, SAM);
        expectToHearOf(SAM, DANA);
        expectToHearOf(MARIA, AMINA);
        expectToHearOf(AMINA, MARIA);
        assertEquals(Set.of(of(DANA, SAM), of(MARIA, AMINA)), conferences());
    }

    @Test
    void who_changes_rooms_gets_a_place_anew_and_leaves_nothing_behind() {
        want(Map.of("main", List.of(DANA, SAM, MARIA), "left", List.of(AMINA)));
        expectToHearOf(DANA, SAM, MARIA);
        var before = page(MARIA).generation;
        want(Map.of("main", List.of(DANA, SAM), "left", List.of(MARIA, AMINA)));
        expectToHearOf(DANA, SAM);
        expectToHearOf(MARIA, AMINA);
        expectToHearOf(AMINA, MARIA);
        assertTrue(!page(MARIA).generation.equals(before));
        assertEquals(Set.of(of(DANA, SAM), of(MARIA, AMINA)), conferences());
    }

    @Test
    void with_the_session_all_its_conferences_end() {
        want(Map.of("main", List.of(DANA, SAM), "left", List.of(MARIA, AMINA)));
        want(Map.of());
        assertEquals(Set.of(), conferences());
    }
}
