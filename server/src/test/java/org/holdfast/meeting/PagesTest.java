package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RedisExtension.class)
class PagesTest {
    private Clinic clinic;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create(clinic.first().address() + path);
        return Browser.CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"/,Your meeting", "/join,Your meeting", "/staff,Meetings", "/staff/session/s1,Meetings"})
    void aPageIsTheSameForEverybodyAndNeverStale(String path, String title) throws Exception {
        var answer = get(path);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains(title));
        assertEquals("no-cache", header(answer, "cache-control"));
        assertTrue(header(answer, "content-type").startsWith("text/html"));
    }

    @Test
    void aHashedFileIsKeptForGood() throws Exception {
        var answer = get("/assets/join-abc123.js");
        assertEquals(200, answer.statusCode());
        assertTrue(header(answer, "cache-control").contains("immutable"));
        assertTrue(header(answer, "content-type").contains("javascript"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../join.html",
                "/assets/%2e%2e/join.html",
                "/assets/",
                "/assets/none.js",
                "/nothing",
                "/api/v1/nothing"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        var answer = get(path);
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "content-type"));
        assertTrue(answer.body().contains("urn:holdfast:problem:not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/join", "/assets/join-abc123.js", "/nothing", "/api/v1/me?seat=p-sam", "/health/ready"})
    void everyAnswerTellsTheBrowserWhatNotToDo(String path) throws Exception {
        var answer = get(path);
        var policy = header(answer, "content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertEquals("no-referrer", header(answer, "referrer-policy"));
        assertTrue(header(answer, "x-robots-tag").contains("noindex"));
        assertTrue(header(answer, "permissions-policy").contains("display-capture=(self)"));
        assertEquals("nosniff", header(answer, "x-content-type-options"));
    }
}
