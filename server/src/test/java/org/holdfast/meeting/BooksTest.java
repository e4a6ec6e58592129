package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.holdfast.clinic.ClinicId;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What staff do with the clinic's books, and what becomes of links meanwhile. Dana is the demo's clinic admin.
@ExtendWith(RedisExtension.class)
class BooksTest {
    private Clinic clinic;
    private Browser dana;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.browserOf("Dana W.");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private JsonNode post(String path, String operation) {
        var answer = dana.post("/api/v1/clinic" + path, RequestBodies.of(operation, "p-sam"));
        assertTrue(answer.statusCode() < 300, path + ": " + answer.statusCode() + " " + answer.body());
        return answer.body().isEmpty() ? JsonText.parse("{}") : JsonText.parse(answer.body());
    }

    private String openings() {
        return String.valueOf(
                get(clinic.first().node().audit().noted(ClinicId.ONLY)).openings());
    }

    private HttpResponse<String> opens(String token) {
        return new Browser(clinic.first().address())
                .tryExchange(token, clinic.first().address());
    }

    private static String token(JsonNode made) {
        var path = made.path("path").asText();
        assertTrue(path.startsWith("/join#"), path);
        return path.substring(path.indexOf('#') + 1);
    }

    @Test
    void theDemosGroupStandsInItsBooks() {
        var groups = dana.json("/api/v1/clinic/groups").path("groups");
        assertEquals(1, groups.size());
        assertEquals("Evening group", groups.get(0).path("title").asText());
        assertEquals(5, groups.get(0).path("members").asInt());
        var group = dana.json("/api/v1/clinic/groups/g-evening");
        assertEquals("Amina H.", group.path("members").get(0).path("name").asText());
        assertEquals("active", group.path("members").get(0).path("phase").asText());
    }

    @Test
    void somebodyIsAddedOnceHoweverOftenItIsAsked() {
        var body = RequestBodies.of("addPerson", "");
        var first = dana.post("/api/v1/clinic/people", body);
        var again = dana.post("/api/v1/clinic/people", body);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        var another = body.replaceFirst(
                "\"command\": \"[^\"]*", "\"command\": \"" + Books.fresh().value());
        var taken = dana.post("/api/v1/clinic/people?lang=es", another);
        assertEquals(409, taken.statusCode(), taken.body());
        assertTrue(taken.body().contains("number-taken") && taken.body().contains("expediente"), taken.body());
        var id = JsonText.parse(first.body()).path("id").asText();
        assertEquals(
                "Ada L.", dana.json("/api/v1/clinic/people/" + id).path("name").asText());
    }

    @Test
    void noHalfOfAPersonIsLeftWhenTheirWordsDoNotFit() {
        var body = RequestBodies.of("addPerson", "").replace("\"Ada L.\"", "\"Ada\\u0000\"");
        var before = dana.json("/api/v1/clinic/people").path("people").size();
        assertEquals(409, dana.post("/api/v1/clinic/people", body).statusCode());
        assertEquals(before, dana.json("/api/v1/clinic/people").path("people").size());
    }

    @Test
    void eachLookAtPeopleIsNoted() {
        var before = openings();
        dana.json("/api/v1/clinic/people");
        dana.json("/api/v1/clinic/people/p-sam");
        dana.json("/api/v1/clinic/groups/g-evening");
        dana.json("/api/v1/clinic/people/p-sam/links");
        assertEquals(Long.parseLong(before) + 4, Long.parseLong(openings()));
    }

    @Test
    void samsLinkRestsWhileHeIsAwayAndWorksAgainWhenHeComesBack() {
        var token = token(post("/people/p-sam/links", "makeLink"));
        assertEquals(200, opens(token).statusCode());
        post("/people/p-sam/discharge", "discharge");
        var resting = opens(token);
        var unknown = opens("never-was-a-link");
        assertEquals(404, resting.statusCode());
        assertEquals(unknown.body(), resting.body());
        assertEquals(
                "discharged",
                dana.json("/api/v1/clinic/people/p-sam").path("phase").asText());
        post("/people/p-sam/return", "reEnter");
        assertEquals(200, opens(token).statusCode());
        var sam = dana.json("/api/v1/clinic/people/p-sam");
        assertEquals("g-evening", sam.path("groups").get(0).asText());
        assertEquals(
                2,
                sam.path("steps").get(sam.path("steps").size() - 1).path("stay").asInt());
    }

    @Test
    void aRevokedARenewedAndAnEndedLinkAreAnsweredLikeOneThatNeverWas() {
        var unknown = opens("never-was-a-link").body();
        var first = token(post("/people/p-sam/links", "makeLink"));
        var renewed = dana.post(
                "/api/v1/clinic/people/p-sam/links",
                RequestBodies.of("makeLink", "").replace("false", "true"));
        assertEquals(200, renewed.statusCode(), renewed.body());
        assertEquals(unknown, opens(first).body());
        var second = token(JsonText.parse(renewed.body()));
        assertNotEquals(first, second);
        assertEquals(200, opens(second).statusCode());
        assertEquals(
                1, dana.json("/api/v1/clinic/people/p-sam/links").path("links").size());
        post("/people/p-sam/links/revocation", "revokeLinks");
        assertEquals(unknown, opens(second).body());
        var guest = post("/groups/g-evening/guests", "inviteGuest").path("id").asText();
        var ines = token(post("/people/" + guest + "/links", "makeLink"));
        assertEquals(200, opens(ines).statusCode());
        clinic.clock.pass(Duration.ofDays(40));
        assertEquals(unknown, opens(ines).body());
    }

    @Test
    void whichBrowsersAreSomebodysIsShownAndForgotten() {
        var sam = clinic.browserOf("Sam P.");
        var devices = dana.json("/api/v1/clinic/people/p-sam/links").path("devices");
        assertEquals(1, devices.size());
        assertFalse(devices.get(0).path("known").asBoolean());
        post("/people/p-sam/devices/reset", "resetDevices");
        assertEquals(
                0,
                dana.json("/api/v1/clinic/people/p-sam/links").path("devices").size());
        assertEquals(401, sam.get("/api/v1/me").statusCode());
    }

    @Test
    void aPhoneReadsTheWholeAddressInTheCode() throws Exception {
        var made = post("/people/p-sam/links", "makeLink");
        var svg = made.path("code").asText();
        var side = number(svg, "viewBox=\"0 0 (\\d+) ") - 8;
        var matrix = new BitMatrix(side);
        var dots = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (dots.find()) matrix.set(Integer.parseInt(dots.group(1)) - 4, Integer.parseInt(dots.group(2)) - 4);
        assertEquals(
                clinic.first().address() + made.path("path").asText(),
                new Decoder().decode(matrix).getText());
    }

    private static int number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }
}
