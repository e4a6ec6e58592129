package org.holdfast.signin;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.holdfast.clinic.ClinicId;
import org.holdfast.identity.Secrets;
import org.holdfast.identity.keycloak.KeycloakDirectory;
import org.holdfast.json.JsonText;
import org.holdfast.testing.KeycloakExtension;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.StaffBrowser;
import org.holdfast.testing.TestKeycloak;
import org.holdfast.testing.TestKeycloak.Person;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({RedisExtension.class, KeycloakExtension.class})
class StaffDirectoryTest {
    private TestKeycloak keycloak;
    private Clinic clinic;
    private Person ruth;
    private StaffBrowser browser;

    @BeforeEach
    void a_clinic_whose_groups_ruth_keeps(TestRedis redis, TestKeycloak shared) {
        keycloak = shared;
        clinic = new Clinic(redis, keycloak::clientFor);
        ruth = keycloak.hire("clinic-admin");
        browser = clinic.browser();
        browser.signIn(ruth);
    }

    @AfterEach
    void it_closes() {
        clinic.close();
    }

    private HttpResponse<String> group(Person lead) {
        var wish = """
                {"command":"%s","kind":"group","title":"Morning group","size":{"least":1,"most":8},"lead":"%s","staff":["%s"],
                 "policies":{"chat":"to-staff","camera":"asked","breaks":"not-counted","rules":"","codes":["90853"]}}
                """.formatted(Secrets.fresh(), lead.person(), lead.person());
        return browser.post("/api/v1/clinic/groups?seat=" + ruth.person(), wish);
    }

    private String staff() {
        return browser.get("/api/v1/clinic/staff?seat=" + ruth.person()).body();
    }

    @Test
    void a_group_is_given_to_somebody_who_never_signed_in_here() {
        var kim = keycloak.hire("facilitator", "clinician");
        var listed = JsonText.parse(staff()).path("staff");
        for (var each : listed) {
            if (!each.path("id").asText().equals(kim.person())) continue;
            assertEquals("Kim T.", each.path("name").asText());
            assertEquals("[\"clinician\",\"facilitator\"]", each.path("roles").toString());
        }
        assertTrue(listed.toString().contains(kim.person()), listed.toString());

        var made = group(kim);
        assertEquals(200, made.statusCode(), made.body());
        assertTrue(get(clinic.node().clinic().of(ClinicId.ONLY).clinic())
                .groups()
                .byTitle()
                .anyMatch(group -> group.lead().value().equals(kim.person())));
        var shown = browser.get("/api/v1/clinic/groups?seat=" + ruth.person()).body();
        assertTrue(shown.contains("Kim T."), shown);
    }

    @Test
    void who_works_elsewhere_or_has_no_such_role_is_not_there_and_leads_no_group() {
        var elsewhere = keycloak.hireAt("north", "facilitator");
        var nothing = keycloak.hire();
        assertFalse(staff().contains(elsewhere.person()));
        assertFalse(staff().contains(nothing.person()));
        for (var who : new Person[] {elsewhere, nothing, keycloak.hire("auditor")}) {
            var refused = group(who);
            assertEquals(409, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("not-staff"), refused.body());
        }
    }

    @Test
    void while_the_accounts_are_away_it_is_not_known_and_nobody_is_taken_for_gone() {
        var vertx = Vertx.vertx();
        try (var away = new KeycloakDirectory(
                vertx,
                URI.create("http://127.0.0.1:1/realms/holdfast"),
                new KeycloakDirectory.Client("holdfast-directory", "secret"),
                Clock.systemUTC())) {
            var asked = away.of(ClinicId.ONLY);
            assertInstanceOf(IOException.class, get(asked.transform((_, cause) -> Future.succeededFuture(cause))));
        } finally {
            get(vertx.close());
        }
    }
}
