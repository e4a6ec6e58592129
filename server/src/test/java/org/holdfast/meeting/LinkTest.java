package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Enrolment;
import org.holdfast.identity.Guessing;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.session.MemberId;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LinkTest {
    private Clinic clinic;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void aLinkGivesASeatAndACookieThatScriptsCannotRead() {
        var browser = new Browser(clinic.first().address());
        var answer = browser.tryExchange(clinic.token("Sam P."), clinic.first().address());
        assertEquals(200, answer.statusCode());
        var cookie = answer.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(cookie.startsWith("holdfast-p-sam="), cookie);
        for (var part : new String[] {"HTTPOnly", "SameSite=Strict", "Path=/"})
            assertTrue(cookie.contains(part), cookie);
    }

    @Test
    void aBrowserThatComesAgainKeepsItsDevice() {
        var browser = clinic.browserOf("Sam P.");
        var again = browser.tryExchange(clinic.token("Sam P."), clinic.first().address());
        assertEquals(200, again.statusCode());
        assertTrue(again.headers().firstValue("set-cookie").isEmpty());
    }

    /// In words, headers and status; that it takes as long is measured by `./holdfast bench links`.
    @Test
    void whyALinkOpensNothingIsNotTold() {
        var server = clinic.first();
        var links = server.node().links();
        var books = new Books(server, ClinicId.ONLY);
        var soon = clinic.clock.instant().plusSeconds(60);
        var expired = Await.get(links.issue(new Link("p-maria", Kind.PARTICIPANT, soon)));
        var today = LocalDate.ofInstant(soon, ZoneOffset.UTC);
        books.submit(new Enrolment.Discharge(new MemberId("p-luis"), today, Enrolment.Why.COMPLETED, null));
        Await.get(links.revoke("p-sam"));
        clinic.clock.pass(Duration.ofMinutes(2));
        var right = clinic.token("Amina H.");
        var wrong = (right.startsWith("A") ? "B" : "A") + right.substring(1);
        var told = new TreeMap<String, String>();
        Map.of(
                        "expired",
                        expired,
                        "discharged",
                        clinic.token("Luis G."),
                        "revoked",
                        clinic.token("Sam P."),
                        "wrong by a letter",
                        wrong,
                        "unknown",
                        "AAAAAAAAAAAAAAAAAAAAAA",
                        "nonsense",
                        "x")
                .forEach((why, token) ->
                        told.put(why, told(new Browser(server.address()).tryExchange(token, server.address()))));
        assertEquals(1, new TreeSet<>(told.values()).size(), told.toString());
        assertTrue(told.toString().contains("404 {") && told.toString().contains("link-not-valid"), told.toString());
        assertEquals(
                200,
                new Browser(server.address())
                        .tryExchange(right, server.address())
                        .statusCode());
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    }

    @Test
    void aForeignPageCannotExchangeALink() {
        var browser = new Browser(clinic.first().address());
        var answer = browser.tryExchange(clinic.token("Sam P."), "https://elsewhere.example");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.headers().firstValue("set-cookie").isEmpty());
    }

    @Test
    void whoeverGuessesTooOftenWaitsWithARightLinkToo() {
        var address = clinic.first().address();
        for (var guess = 0; guess < Guessing.MOST; guess++) {
            assertEquals(
                    404,
                    new Browser(address).tryExchange("guess" + guess, address).statusCode());
        }
        assertEquals(429, new Browser(address).tryExchange("another", address).statusCode());
        assertEquals(
                429,
                new Browser(address)
                        .tryExchange(clinic.token("Sam P."), address)
                        .statusCode());
    }

    @Test
    void nobodyReadsAnotherSeatWithTheirOwnCookie() {
        var sam = clinic.browserOf("Sam P.");
        assertEquals(401, sam.get("/api/v1/me?seat=p-maria").statusCode());
        assertEquals(200, sam.get("/api/v1/me").statusCode());
    }

    @Test
    void aPersonSeesTheirOwnPlacesAndWhatTheyAnswerIsTheirNameInTheRoom() {
        var sam = clinic.browserOf("Sam P.");
        var me = sam.json("/api/v1/me");
        assertEquals("Sam P.", me.path("name").asText());
        assertEquals("home", me.path("places").path(0).path("kind").asText());
        assertEquals("Dana W.", me.path("session").path("facilitator").asText());
        var arrival = """
                {"name":"Sammy","place":{"kind":"home"},"privatePlace":"unsure"}""";
        assertEquals(
                204,
                sam.put("/api/v1/sessions/" + clinic.session() + "/arrival", arrival)
                        .statusCode());
        var dana = clinic.tabOf("Dana W.");
        var tab = sam.open(clinic.session());
        tab.welcome("waiting");
        var waiting = dana.sees(view -> view.path("waiting").has("p-sam"));
        assertEquals("Sammy", waiting.path("waiting").path("p-sam").path("name").asText());
        assertEquals(
                "unsure",
                waiting.path("waiting").path("p-sam").path("privatePlace").asText());
    }

    @Test
    void anArrivalThatIsNotWhatTheContractSaysIsRefused() {
        var sam = clinic.browserOf("Sam P.");
        var path = "/api/v1/sessions/" + clinic.session() + "/arrival";
        assertEquals(400, sam.put(path, "{\"privatePlace\":\"maybe\"}").statusCode());
        assertEquals(400, sam.put(path, "{\"privatePlace\":\"yes\",\"more\":1}").statusCode());
        assertEquals(400, sam.put(path, "not json").statusCode());
        assertEquals(
                413, sam.put(path, "{\"name\":\"" + "x".repeat(20_000) + "\"}").statusCode());
        assertEquals(
                404,
                sam.put("/api/v1/sessions/sother/arrival", "{\"privatePlace\":\"yes\"}")
                        .statusCode());
    }

    @Test
    void theSheetIsForStaffAndOnesOwnRowForOneself() {
        var sam = clinic.browserOf("Sam P.");
        var path = "/api/v1/sessions/" + clinic.session();
        assertEquals(403, sam.get(path + "/attendance").statusCode());
        var own = sam.json(path + "/mine");
        assertEquals("Sam P.", own.path("name").asText());
        assertFalse(own.toString().contains("Maria"));
        var sheet = clinic.browserOf("Dana W.").json(path + "/attendance");
        assertEquals(5, sheet.path("rows").size());
    }

    @Test
    void whoAsksForTooMuchAtOnceIsToldToWaitAndNobodyElseIs() {
        var sam = clinic.browserOf("Sam P.");
        var asked = 0;
        while (sam.get("/api/v1/me").statusCode() == 200) assertTrue(++asked < 1000, "never told to wait");
        assertTrue(asked >= 100, "told to wait after " + asked);
        assertEquals(429, sam.get("/api/v1/me").statusCode());
        assertEquals(200, clinic.browserOf("Maria V.").get("/api/v1/me").statusCode());
    }
}
