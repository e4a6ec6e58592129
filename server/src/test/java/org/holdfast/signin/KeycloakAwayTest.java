package org.holdfast.signin;

import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.holdfast.testing.KeycloakExtension;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.StaffBrowser;
import org.holdfast.testing.TestKeycloak;
import org.holdfast.testing.TestPrograms;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The real Keycloak stands still while people work: its lines stay open, and it says nothing.
@ExtendWith({RedisExtension.class, KeycloakExtension.class})
class KeycloakAwayTest {
    private static final int COME_BACK = 1001;

    private TestKeycloak keycloak;
    private Clinic clinic;

    @BeforeEach
    void a_clinic_whose_staff_have_accounts(TestRedis redis, TestKeycloak shared) {
        keycloak = shared;
        clinic = new Clinic(redis, keycloak::clientFor);
    }

    @AfterEach
    void it_goes_on() {
        keycloak.goOn();
        clinic.close();
    }

    private String ready() {
        var answer = clinic.browser().get("/health/ready");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void whoever_is_in_goes_on_nobody_new_is_sent_out_and_all_is_well_when_it_is_back() {
        var kim = keycloak.hire("facilitator");
        var lee = keycloak.hire("facilitator");
        var program = new Program(
                clinic.origin(), new TestPrograms(keycloak).token(new TestPrograms(keycloak).of("clinic", "auditor")));
        assertEquals(200, program.get("/clinic/audit").statusCode());
        var browser = clinic.browser();
        browser.signIn(kim);
        var session = clinic.sessionOf(kim.person());
        var closed = clinic.console(browser, session, kim.person());
        var sheet = "/api/v1/sessions/" + session + "/attendance?seat=" + kim.person();
        until(() -> ready().contains("\"sign-in\":\"up\""));

        keycloak.standStill();
        clinic.askRolesAgain();
        assertEquals(200, browser.get(sheet).statusCode());
        var out = StaffBrowser.to(clinic.browser().get("/staff/sign-in?to=/staff/groups"));
        assertEquals("/staff/signed-out?why=away&to=%2Fstaff%2Fgroups", out);
        assertTrue(ready().contains("\"sign-in\":\"degraded\""), ready());
        // Those who ask again and again use up no lines that are needed later.
        for (var n = 0; n < 6; n++)
            assertTrue(StaffBrowser.to(clinic.browser().get("/staff/sign-in")).startsWith("/staff/signed-out?why="));
        assertEquals(200, program.get("/clinic/audit").statusCode());
        assertEquals(200, browser.get(sheet).statusCode());
        keepsHerConsole(closed);

        keycloak.goOn();
        assertEquals("/staff", clinic.browser().signIn(lee));
        assertTrue(ready().contains("\"sign-in\":\"up\""), ready());
        clinic.askRolesAgain();
        assertEquals(200, browser.get(sheet).statusCode());
        keepsHerConsole(closed);
    }

    /// This page never beats, so at some time it is asked to come back; but it is not told that it may not.
    private static void keepsHerConsole(CompletableFuture<Integer> closed) {
        assertTrue(closed.getNow(COME_BACK) == COME_BACK, () -> "closed with " + closed.join());
    }
}
