package org.holdfast.signin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.holdfast.testing.Await.PATIENCE_S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.holdfast.clinic.StaffRole;
import org.holdfast.identity.Secrets;
import org.holdfast.json.JsonText;
import org.holdfast.testing.KeycloakExtension;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestKeycloak;
import org.holdfast.testing.TestPrograms;
import org.holdfast.testing.TestRedis;
import org.holdfast.web.WebContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Programs of a clinic that sign in with accounts of their own, in the real Keycloak.
@ExtendWith({RedisExtension.class, KeycloakExtension.class})
class ServiceAccountsTest {
    private static final String PEOPLE = "/clinic/people";

    private TestKeycloak keycloak;
    private TestPrograms programs;
    private TestRedis store;
    private Clinic clinic;

    @BeforeEach
    void a_clinic_whose_staff_have_accounts(TestRedis redis, TestKeycloak shared) {
        keycloak = shared;
        programs = new TestPrograms(shared);
        store = redis;
        clinic = new Clinic(redis, keycloak::clientFor);
    }

    @AfterEach
    void it_closes() {
        clinic.close();
    }

    private Program program(String token) {
        return new Program(clinic.origin(), token);
    }

    private Program program(TestPrograms.Program account) {
        return program(programs.token(account));
    }

    private static String person(String name) {
        return """
                {"command":"%s","part":"participant","number":"%s","name":"%s","on":"2026-03-02"}
                """.formatted(Secrets.fresh(), "r" + Secrets.fresh(), name);
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse(""));
        var problem = JsonText.parse(answer.body());
        assertEquals("urn:holdfast:problem:" + code, problem.path("type").asText());
        assertTrue(problem.path("title").asText().length() > 20, answer.body());
    }

    private static void notTaken(HttpResponse<String> answer) {
        refused(401, "token-refused", answer);
        assertEquals(
                "Bearer error=\"invalid_token\"",
                answer.headers().firstValue("www-authenticate").orElse(""));
    }

    @Test
    void a_program_reads_and_changes_the_books_as_its_role_allows_with_no_cookie_and_no_origin() {
        var account = programs.of("clinic", "clinic-admin");
        var sync = program(account);
        var made = sync.post(PEOPLE, person("Ada L."));
        assertEquals(200, made.statusCode(), made.body());
        assertTrue(made.headers().allValues("set-cookie").isEmpty());
        var people = sync.get(PEOPLE);
        assertEquals(200, people.statusCode(), people.body());
        assertTrue(people.body().contains("Ada L."), people.body());
        assertEquals(200, sync.get(PEOPLE + "?seat=" + account.person()).statusCode());
    }

    @Test
    void what_a_program_did_stands_in_the_audit_log_under_a_name_that_says_what_it_is() {
        var account = programs.of("clinic", "clinic-admin");
        program(account).get(PEOPLE);
        var ines = keycloak.hire("auditor");
        var browser = clinic.browser();
        browser.signIn(ines);
        var note = JsonText.parse(browser.get("/api/v1/clinic/audit?what=people&seat=" + ines.person())
                        .body())
                .path("notes")
                .get(0);
        assertEquals("people", note.path("what").asText());
        assertEquals(account.person(), note.path("who").path("id").asText());
        var name = note.path("who").path("name").asText();
        assertTrue(name.startsWith("service-account-program-"), name);
        var byId = browser.get("/api/v1/clinic/audit?person=" + account.person() + "&seat=" + ines.person());
        assertTrue(byId.body().contains("\"asked\":[{\"id\":\"" + account.person()), byId.body());

        var reading = program(programs.of("clinic", "auditor")).get("/clinic/audit");
        assertEquals(200, reading.statusCode(), reading.body());
    }

    @Test
    void a_program_is_held_to_the_same_roles_as_a_person() {
        for (var role : StaffRole.values()) {
            var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            var caller = program(programs.of("clinic", name));
            for (var route : WebContract.routes()) {
                var roles = route.roles();
                if (roles == null || route.hasBody() || route.path().contains("{") || !route.forServices()) continue;
                // One asks which session it is about; there is none here.
                var about = route.operation().equals("preparedWorksheets") ? "?slot=rnone-20260309" : "";
                var answer = caller.get(route.path() + about);
                var where = route.operation() + " by " + name + ": " + answer.body();
                if (!roles.contains(role)) refused(403, "not-your-role", answer);
                // Some ask for dates besides.
                else assertTrue(List.of(200, 400, about.isEmpty() ? 400 : 404).contains(answer.statusCode()), where);
            }
        }
        refused(403, "not-your-role", program(programs.of("clinic")).get(PEOPLE));
    }

    @Test
    void a_program_does_nothing_that_asks_for_a_person_or_for_a_fresh_sign_in() {
        var roles = Arrays.stream(StaffRole.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toArray(String[]::new);
        var account = programs.of("clinic", roles);
        var caller = program(account);
        var session = clinic.sessionOf(account.person());
        var seat = "?seat=" + account.person();
        for (var path : new String[] {"me", "staff/sessions", "clinic/audit/export", "staff/account"})
            refused(403, "person-only", caller.get("/" + path + seat));
        for (var part : new String[] {"mine", "attendance", "record", "exports/sheet", "people/p-amina/whereabouts"})
            refused(403, "person-only", caller.get("/sessions/" + session + "/" + part + seat));
        var sheet = """
                {"command":"%s","sheet":1,"hash":"%s","name":"Dana W.","credential":"LCSW","co":false}
                """.formatted(Secrets.fresh(), "a".repeat(64));
        refused(403, "person-only", caller.post("/sessions/" + session + "/signatures" + seat, sheet));
        refused(403, "person-only", caller.post("/sign-ins" + seat, "{\"code\":\"123456\"}"));
        refused(403, "person-only", caller.post("/staff/account/activity", "{}"));
        refused(403, "person-only", caller.post("/links/exchange", "{\"token\":\"" + Secrets.fresh() + "\"}"));
    }

    @Test
    void another_clinics_program_is_answered_as_if_nothing_were_here() {
        var made = program(programs.of("clinic", "clinic-admin")).post(PEOPLE, person("Ada L."));
        var id = JsonText.parse(made.body()).path("id").asText();
        var north = program(programs.of("north", "clinic-admin", "supervisor"));
        var theirs = north.get(PEOPLE + "/" + id);
        assertEquals(404, theirs.statusCode(), theirs.body());
        assertEquals(north.get(PEOPLE + "/pnobody").body(), theirs.body());
        assertFalse(north.get(PEOPLE).body().contains("Ada L."));
    }

    @Test
    void a_program_of_no_clinic_or_of_several_is_told_so() {
        var lost = programs.ofNoClinic("clinic-admin");
        refused(403, "no-clinic", program(lost).get(PEOPLE));
        keycloak.join("clinic", lost.subject());
        keycloak.join("north", lost.subject());
        refused(403, "no-clinic", program(lost).get(PEOPLE));
    }

    @Test
    void a_token_that_nobody_signed_or_that_was_altered_is_not_taken() throws Exception {
        var token = programs.token(programs.of("clinic", "clinic-admin"));
        var genuine = SignedJWT.parse(token);
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(genuine.getHeader().getKeyID())
                        .build(),
                genuine.getJWTClaimsSet());
        forged.sign(new MACSigner(keycloak.publicKeys().getBytes(StandardCharsets.UTF_8)));
        var parts = token.split("\\.");
        for (var bad : new String[] {
            forged.serialize(),
            new PlainJWT(genuine.getJWTClaimsSet()).serialize(),
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A",
            "nonsense",
            "x".repeat(7_000)
        }) notTaken(program(bad).get(PEOPLE));
        assertEquals(200, program(token).get(PEOPLE).statusCode());
    }

    @Test
    void a_token_for_another_server_of_another_issuer_or_of_long_ago_is_not_taken() {
        var account = programs.of("clinic", "clinic-admin");
        notTaken(program(keycloak.adminToken()).get(PEOPLE));
        notTaken(program(keycloak.directoryToken()).get(PEOPLE));
        var token = programs.token(account);
        try (var later =
                new Clinic(store, keycloak::clientFor, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(95)))) {
            notTaken(new Program(later.origin(), token).get(PEOPLE));
        }
    }

    /// What was taken away is felt when the token ends, so tokens that last longer are not taken at all.
    @Test
    void a_token_that_holds_for_longer_than_a_few_minutes_is_not_taken() {
        var account = programs.of("clinic", "clinic-admin");
        programs.setAttribute(account, "access.token.lifespan", "3600");
        notTaken(program(account).get(PEOPLE));
    }

    @Test
    void a_persons_token_is_no_programs_whoever_it_was_given_to() throws Exception {
        var kim = keycloak.hire("clinic-admin");
        var pages = keycloak.ofPages(kim, clinic.origin());
        for (var name : new String[] {"access_token", "id_token", "refresh_token"})
            notTaken(program(pages.path(name).asText()).get(PEOPLE + "?seat=" + kim.person()));

        // A program to which somebody gives a password has a token of that person's, however it asked.
        var account = programs.of("clinic", "clinic-admin");
        programs.set(account, "directAccessGrantsEnabled", true);
        var lent = keycloak.lent(kim, account.client(), account.secret());
        assertEquals(kim.id(), JWTParser.parse(lent).getJWTClaimsSet().getSubject());
        notTaken(program(lent).get(PEOPLE));
    }

    @Test
    void a_token_beside_a_cookie_is_refused_so_that_nobody_has_to_guess_who_asks() {
        var ruth = keycloak.hire("clinic-admin");
        var browser = clinic.browser();
        browser.signIn(ruth);
        var cookie = "holdfast-staff=" + browser.cookie("holdfast-staff");
        var caller = program(programs.of("clinic", "clinic-admin"));
        refused(400, "signed-in-twice", caller.get(PEOPLE, "cookie", cookie));
        refused(400, "signed-in-twice", caller.post(PEOPLE, person("Ada L."), "cookie", cookie));
        assertEquals(200, caller.get(PEOPLE, "cookie", "affinity=node-1").statusCode());
        notTaken(caller.get(PEOPLE, "authorization", "Bearer " + caller.token()));
        var basic = new Program(clinic.origin(), "x").get(PEOPLE, "authorization", "Basic eDp5");
        assertEquals(401, basic.statusCode());
    }

    @Test
    void whoever_brings_neither_is_told_how_to_come() {
        var nobody = clinic.browser().get("/api/v1" + PEOPLE + "?seat=p-dana");
        refused(401, "not-signed-in", nobody);
        assertEquals("Bearer", nobody.headers().firstValue("www-authenticate").orElse(""));
        assertEquals(401, clinic.browser().get("/api/v1" + PEOPLE).statusCode());
    }

    @Test
    void a_program_may_ask_no_more_often_than_a_person() {
        var caller = program(programs.of("clinic", "clinic-admin"));
        var last = caller.get("/clinic/groups");
        for (var n = 0; n < 300 && last.statusCode() == 200; n++) last = caller.get("/clinic/groups");
        refused(429, "slow-down", last);
    }

    @Test
    void a_program_whose_role_is_gone_or_whose_account_is_closed_has_a_minute_and_gets_no_new_token() throws Exception {
        var account = programs.of("clinic", "clinic-admin");
        var token = programs.token(account);
        var claims = JWTParser.parse(token).getJWTClaimsSet();
        var holds = Duration.between(
                Objects.requireNonNull(claims.getIssueTime()).toInstant(),
                Objects.requireNonNull(claims.getExpirationTime()).toInstant());
        assertEquals(Duration.ofMinutes(1), holds);
        programs.takeAway(account, "clinic-admin");
        refused(403, "not-your-role", program(account).get(PEOPLE));
        programs.set(account, "enabled", false);
        assertEquals(200, program(token).get(PEOPLE).statusCode());
        assertThrows(AssertionError.class, () -> programs.token(account));
    }

    @Test
    void nothing_of_a_program_is_among_the_staff_who_may_lead_groups() {
        var account = programs.of("clinic", "facilitator", "clinic-admin");
        var staff = program(account).get("/clinic/staff");
        assertEquals(200, staff.statusCode(), staff.body());
        assertFalse(staff.body().contains(account.subject()), staff.body());
    }

    @Test
    void no_socket_opens_with_a_token() {
        var account = programs.of("clinic", "facilitator");
        var session = clinic.sessionOf(account.person());
        var closed = clinic.socket(session, account.person(), "authorization", "Bearer " + programs.token(account));
        assertEquals(4401, closed.orTimeout(PATIENCE_S, SECONDS).join());
    }
}
