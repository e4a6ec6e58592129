package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.Origins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The cookie that a personal link is exchanged for. Those of staff with accounts are looked at in `StaffCookiesTest`.
@ExtendWith(RedisExtension.class)
class SeatCookieTest {
    private static final String ORIGIN = "https://meet.example";
    private static final Pattern EXPIRES = Pattern.compile("Expires=[^;]+");

    private Clinic clinic;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = new Clinic(redis);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static Set<String> parts(String cookie) {
        var parts = new TreeSet<String>();
        for (var part : cookie.substring(cookie.indexOf(';') + 1).split(";")) parts.add(part.strip());
        parts.removeIf(part -> EXPIRES.matcher(part).matches());
        return parts;
    }

    private static String given(Browser browser, String token, String origin) {
        var answer = browser.tryExchange(token, origin);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(1, answer.headers().allValues("set-cookie").size());
        return answer.headers().firstValue("set-cookie").orElseThrow();
    }

    @Test
    void inProductionItIsForThisVeryHostOverHttpsAndNoScriptReadsIt() {
        clinic.origins = Origins.of(Set.of(ORIGIN));
        var server = clinic.start();
        var sam = new Browser(server.address());
        var cookie = given(sam, clinic.token("Sam P."), ORIGIN);
        assertTrue(cookie.startsWith("__Host-holdfast-p-sam="), cookie);
        // No Domain: a page on a neighbouring host neither gets it nor can put one of its own in its place.
        assertEquals(Set.of("HTTPOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age=15552000"), parts(cookie));
        assertEquals(200, sam.seat("p-sam").get("/api/v1/me").statusCode());

        var planted = new Browser(server.address()).seat("p-sam");
        planted.keep(cookie.replace("__Host-", ""));
        assertEquals(401, planted.get("/api/v1/me").statusCode());
    }

    /// There is no https on loopback, and without it a browser takes neither `Secure` nor the prefix.
    @Test
    void theDemoOnThisComputerDoesWithoutSecureAndWithAllTheRest() {
        var server = clinic.start();
        var cookie = given(new Browser(server.address()), clinic.token("Sam P."), server.address());
        assertTrue(cookie.startsWith("holdfast-p-sam="), cookie);
        assertEquals(Set.of("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=15552000"), parts(cookie));
    }
}
