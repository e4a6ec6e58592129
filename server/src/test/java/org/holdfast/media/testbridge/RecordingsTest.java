package org.holdfast.media.testbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The double answers as a real bridge did, and where there is a real bridge it still answers so itself.
class RecordingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The parser of this version passes over it in JSON, though it reads it in XML: an endpoint whose
    /// restart is answered without a transport is to be allocated anew.
    private static final List<String> NOT_READ = List.of("/endpoints/0/transport/ice-restart is true and was read as ");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBridge bridge;

    static Stream<String> files() {
        return Recording.FILES.stream();
    }

    @BeforeEach
    void start() {
        bridge = Await.get(TestBridge.start(vertx));
    }

    @AfterEach
    void close() {
        http.close();
        Await.get(vertx.close());
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_double_answers_all_that_was_recorded_as_it_was_recorded(String file) throws Exception {
        assertEquals(List.of(), play(file, bridge.address()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_real_bridge_still_answers_as_it_did_when_it_was_recorded(String file) throws Exception {
        var real = System.getenv("HOLDFAST_TEST_BRIDGE");
        Assumptions.assumeTrue(real != null, "HOLDFAST_TEST_BRIDGE names no bridge");
        assertEquals(List.of(), play(file, URI.create(real.split(",")[0])));
    }

    @ParameterizedTest
    @MethodSource("files")
    void jitsis_own_parser_understands_every_word_of_what_was_sent(String file) {
        var sent = Recording.of(file, "").stream()
                .filter(Recording::asksForConference)
                .map(Recording::asked)
                .toList();
        assertFalse(sent.isEmpty());
        assertEquals(file.equals("contract.json") ? NOT_READ : List.of(), JitsiReading.notUnderstood(sent));
    }

    @Test
    void a_word_that_jitsis_parser_does_not_know_is_named() {
        var body =
                (ObjectNode) Private.parsed("{\"endpoints\":[{\"id\":\"aaaa0001\",\"force-muted\":{\"audio\":true}}]}");
        assertEquals(
                List.of("/endpoints/0/force-muted/audio is true and was read as "),
                JitsiReading.notUnderstood(new Asked("PATCH", "/colibri/v2/conferences/m", body)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_difference_in_any_answer_would_be_seen(String file) {
        for (var call : Recording.of(file, "")) {
            if (!(call.reply() instanceof ObjectNode reply)) continue;
            assertFalse(
                    Likeness.differences(reply.deepCopy().put("more", 1), reply).isEmpty(), call.label());
            assertFalse(
                    Likeness.differences(reply, reply.deepCopy().put("more", 1)).isEmpty(), call.label());
        }
        var one = Private.parsed("{\"endpoints\":[{\"id\":\"a\",\"transport\":{\"setup\":\"actpass\"}}]}");
        var other = Private.parsed("{\"endpoints\":[{\"id\":\"b\",\"transport\":{\"setup\":7}}]}");
        assertEquals(2, Likeness.differences(one, other).size());
    }

    private List<String> play(String file, URI to) throws IOException, InterruptedException {
        var faults = new ArrayList<String>();
        for (var call : Recording.of(file, "replay-" + Dice.hex(8) + "-")) {
            var answer = ask(call, to);
            for (var fault : faults(call, answer)) faults.add(call.label() + ": " + fault);
        }
        return faults;
    }

    private HttpResponse<String> ask(Recording call, URI to) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(to.resolve(call.path()))
                // As it was recorded: what is no JSON was not called so either.
                .header("content-type", call.isJson() ? "application/json" : "text/plain")
                .method(call.method(), BodyPublishers.ofString(call.body()));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> faults(Recording call, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != call.status()) {
            return List.of("status " + call.status() + " was recorded and it is " + answer.statusCode());
        }
        var type = answer.headers().firstValue("content-type").orElse("");
        if (call.contentType() != null && !call.contentType().equalsIgnoreCase(type)) {
            return List.of("'" + call.contentType() + "' was recorded and it is '" + type + "'");
        }
        if (!call.reply().isTextual()) return Likeness.differences(call.reply(), JSON.readTree(answer.body()));
        var said = words(answer.body());
        return said.equals(words(call.reply().asText())) ? List.of() : List.of("it says " + said);
    }

    /// The words of a page, wherever it came from.
    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ")
                .replaceAll("http://[^/\\s]+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
