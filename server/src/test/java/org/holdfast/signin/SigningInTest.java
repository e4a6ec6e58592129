package org.holdfast.signin;

import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.holdfast.identity.keycloak.KeycloakAdapter;
import org.holdfast.identity.keycloak.KeycloakDirectory;
import org.holdfast.json.JsonText;
import org.holdfast.testing.KeycloakExtension;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.StaffBrowser;
import org.holdfast.testing.TestKeycloak;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({RedisExtension.class, KeycloakExtension.class})
class SigningInTest {
    private static final String ACCOUNT = "/api/v1/staff/account";

    private TestKeycloak keycloak;
    private TestRedis store;
    private Clinic clinic;

    @BeforeEach
    void a_clinic_whose_staff_have_accounts(TestRedis redis, TestKeycloak shared) {
        keycloak = shared;
        store = redis;
        clinic = new Clinic(redis, keycloak::clientFor);
    }

    @AfterEach
    void it_closes() {
        clinic.close();
    }

    private static JsonNode account(StaffBrowser browser) {
        var answer = JsonText.parse(browser.get(ACCOUNT).body());
        assertTrue(answer.path("accounts").asBoolean());
        return answer.path("signedIn");
    }

    private static boolean signedIn(StaffBrowser browser) {
        return !account(browser).isMissingNode();
    }

    @Test
    void a_facilitator_signs_in_with_a_password_and_a_code_and_out_again() {
        var kim = keycloak.hire("facilitator", "offline_access");
        var browser = clinic.browser();
        assertFalse(signedIn(browser));

        assertEquals("/staff", browser.signIn(kim));
        var account = account(browser);
        assertEquals(kim.person(), account.path("seat").asText());
        assertEquals("[\"facilitator\"]", account.path("roles").toString());
        var me = browser.get("/api/v1/me?seat=" + kim.person());
        assertEquals("Kim T.", JsonText.parse(me.body()).path("name").asText());
        assertEquals(
                200, browser.get("/api/v1/staff/sessions?seat=" + kim.person()).statusCode());

        var out = browser.post(ACCOUNT + "/sign-out", "{}");
        assertEquals("{\"everywhere\":true}", out.body());
        assertFalse(signedIn(browser));
        // The provider's own session has ended as well: it asks anew.
        assertTrue(StaffBrowser.action(browser.get(StaffBrowser.to(browser.get("/staff/sign-in"))))
                .contains("/login-actions/"));
    }

    @Test
    void the_cookie_is_for_this_server_alone_and_no_script_reads_it() {
        var kim = keycloak.hire("facilitator");
        var browser = clinic.browser();
        var back = browser.throughTheProvider(kim, "/staff/sign-in");
        var cookie = browser.get(back).headers().allValues("set-cookie").toString();
        for (var word : List.of("HTTPOnly", "SameSite=Lax", "Path=/")) assertTrue(cookie.contains(word), cookie);
    }

    @Test
    void a_stranger_is_refused_in_words_and_learns_nothing() {
        var kim = keycloak.hire("facilitator");
        var browser = clinic.browser();
        var page = browser.get(StaffBrowser.to(browser.get("/staff/sign-in")));
        var wrong = browser.fill(
                StaffBrowser.action(page), Map.of("username", kim.username(), "password", "not the password"));
        var nobody =
                browser.fill(StaffBrowser.action(wrong), Map.of("username", "nobody", "password", "not it either"));
        for (var answer : List.of(wrong, nobody)) {
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("The name and the password do not go together."), answer.body());
        }
        var right = browser.fill(
                StaffBrowser.action(nobody), Map.of("username", kim.username(), "password", kim.password()));
        var code = browser.fill(StaffBrowser.action(right), Map.of("otp", "000000"));
        assertTrue(code.body().contains("This code is not right."), code.body());
        assertFalse(signedIn(browser));
    }

    @Test
    void an_answer_counts_once_and_in_the_browser_that_asked() {
        var kim = keycloak.hire("facilitator");
        var browser = clinic.browser();
        var back = browser.throughTheProvider(kim, "/staff/sign-in?to=/staff/session/s1/record");
        assertTrue(StaffBrowser.to(clinic.browser().get(back)).startsWith("/staff/signed-out?why=again"));

        var again = clinic.browser();
        var second =
                again.throughTheProvider(keycloak.hire("facilitator"), "/staff/sign-in?to=/staff/session/s1/record");
        assertEquals("/staff/session/s1/record", StaffBrowser.to(again.get(second)));
        var replayed = StaffBrowser.to(again.get(second));
        assertTrue(replayed.startsWith("/staff/signed-out?why=again"), replayed);
        // A code that was used, in an answer to a new question.
        var fresh = StaffBrowser.to(again.get("/staff/sign-in"));
        var state = query(fresh, "state");
        var forged = "/staff/signed-in?state=" + state + "&code=" + query(second, "code");
        assertTrue(StaffBrowser.to(again.get(forged)).startsWith("/staff/signed-out?why=refused"));
    }

    private static String query(String address, String name) {
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
        }
        throw new AssertionError(address);
    }

    @Test
    void nobody_is_sent_to_anothers_page() {
        var kim = keycloak.hire("facilitator");
        for (var to : List.of("//evil.example", "https://evil.example", "/staff/../join", "/join", "/staff?x=1")) {
            var browser = clinic.browser();
            browser.keepCookie("x", "y");
            var start = "/staff/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
            assertTrue(StaffBrowser.to(browser.get(start)).startsWith(keycloak.issuer()));
        }
        var browser = clinic.browser();
        assertEquals(
                "/staff",
                StaffBrowser.to(browser.get(browser.throughTheProvider(kim, "/staff/sign-in?to=//evil.example"))));
    }

    @Test
    void another_sites_page_signs_nobody_out_and_an_altered_cookie_opens_nothing() {
        var kim = keycloak.hire("facilitator");
        var browser = clinic.browser();
        browser.signIn(kim);
        var foreign = browser.post(ACCOUNT + "/sign-out", "{}", "https://evil.example");
        assertEquals(403, foreign.statusCode());
        assertTrue(foreign.body().contains("The request came from another site."), foreign.body());
        assertTrue(signedIn(browser));

        var cookie = browser.cookie("holdfast-staff");
        browser.keepCookie("holdfast-staff", cookie.substring(0, cookie.length() - 1) + "_");
        assertFalse(signedIn(browser));
        browser.keepCookie("holdfast-staff", cookie.substring(0, cookie.indexOf('.') + 1));
        assertFalse(signedIn(browser));
        // One's own cookie is no other person's.
        browser.keepCookie("holdfast-staff", cookie);
        assertEquals(401, browser.get("/api/v1/me?seat=p-dana").statusCode());
    }

    @Test
    void whoever_has_no_role_here_is_told_whom_to_ask() {
        var browser = clinic.browser();
        var to = browser.signIn(keycloak.hire());
        assertTrue(to.startsWith("/staff/signed-out?why=no-role"), to);
        assertNull(browser.cookie("holdfast-staff"));
    }

    @Test
    void an_auditor_sees_nothing_of_what_was_seen_in_a_session_even_one_that_names_them() {
        var ines = keycloak.hire("auditor");
        var browser = clinic.browser();
        browser.signIn(ines);
        var session = clinic.sessionOf(ines.person());
        var where = "/api/v1/sessions/" + session + "/people/p-amina/whereabouts?seat=" + ines.person();
        assertTrue(browser.get(where).body().contains("role-missing"));
        for (var what : List.of("record", "attendance", "exports/sheet", "exports/timeline")) {
            var answer = browser.get("/api/v1/sessions/" + session + "/" + what + "?seat=" + ines.person());
            assertEquals(403, answer.statusCode(), what);
            assertTrue(answer.body().contains("role-missing"), answer.body());
        }
        var list = browser.get("/api/v1/staff/sessions?seat=" + ines.person());
        assertEquals("{\"sessions\":[]}", list.body());
        var audit = browser.get("/api/v1/clinic/audit?seat=" + ines.person());
        assertEquals(200, audit.statusCode(), audit.body());
        assertFalse(audit.body().contains(session), audit.body());
        assertEquals(4403, clinic.console(browser, session, ines.person()).join());
    }

    @Test
    void who_signs_out_elsewhere_is_signed_out_here() {
        var kim = keycloak.hire("facilitator");
        var browser = clinic.browser();
        browser.signIn(kim);
        assertTrue(signedIn(browser));
        var forged = browser.fill("/staff/signed-out-elsewhere", Map.of("logout_token", "e30.e30.e30"));
        assertEquals(400, forged.statusCode());
        assertTrue(signedIn(browser));

        keycloak.signOutEverywhere(kim);
        until(() -> !signedIn(browser));
    }

    @Test
    void a_facilitator_whose_role_is_taken_away_loses_the_console() throws Exception {
        var kim = keycloak.hire("facilitator", "supervisor");
        var browser = clinic.browser();
        browser.signIn(kim);
        var session = clinic.sessionOf(kim.person());
        var closed = clinic.console(browser, session, kim.person());
        assertFalse(closed.isDone());

        keycloak.takeAway(kim, "facilitator");
        clinic.askRolesAgain();
        assertEquals(4403, closed.get(40, TimeUnit.SECONDS));
        assertEquals("[\"supervisor\"]", account(browser).path("roles").toString());
        var where = "/api/v1/sessions/" + session + "/people/p-amina/whereabouts?seat=" + kim.person();
        assertTrue(browser.get(where).body().contains("role-missing"));
    }

    @Test
    void to_prove_anew_who_one_is_one_goes_to_the_provider_and_keeps_the_seat() {
        var kim = keycloak.hire("facilitator");
        var browser = clinic.browser();
        browser.signIn(kim);
        var device = browser.cookie("holdfast-staff").split("\\.")[0];
        var before = browser.cookie("holdfast-staff");
        var out = StaffBrowser.to(browser.get("/staff/sign-in?anew=1&to=/staff/session/s1/record"));
        assertEquals("300", query(out, "max_age"));
        var back = browser.throughTheProvider(kim, "/staff/sign-in?anew=1&to=/staff/session/s1/record");
        assertEquals("/staff/session/s1/record", StaffBrowser.to(browser.get(back)));
        assertEquals(device, browser.cookie("holdfast-staff").split("\\.")[0]);
        assertTrue(signedIn(browser));
        browser.keepCookie("holdfast-staff", before);
        assertFalse(signedIn(browser));
    }

    @Test
    void while_the_provider_is_away_a_new_sign_in_is_told_so() {
        try (var lonely = new Clinic(
                store,
                origin -> new KeycloakAdapter.Client(
                        URI.create("http://127.0.0.1:1/realms/holdfast"),
                        "holdfast",
                        "secret",
                        URI.create(origin + "/staff/signed-in"),
                        new KeycloakDirectory.Client("holdfast-directory", "secret")))) {
            var browser = lonely.browser();
            assertTrue(StaffBrowser.to(browser.get("/staff/sign-in")).startsWith("/staff/signed-out?why=away"));
            until(() -> browser.get("/health/ready").body().contains("\"sign-in\":\"degraded\""));
            assertEquals(200, browser.get("/health/ready").statusCode());
        }
    }
}
