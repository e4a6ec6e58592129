package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.holdfast.identity.Guessing;
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

    @Test
    void wrongAndRevokedLinksAreAnsweredAlike() {
        Await.get(clinic.first().node().links().revoke("p-sam"));
        var address = clinic.first().address();
        var revoked = new Browser(address).tryExchange(clinic.token("Sam P."), address);
        var unknown = new Browser(address).tryExchange("AAAAAAAAAAAAAAAAAAAAAA", address);
        var nonsense = new Browser(address).tryExchange("x", address);
        assertEquals(404, revoked.statusCode());
        assertEquals(told(revoked), told(unknown));
        assertEquals(told(revoked), told(nonsense));
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
