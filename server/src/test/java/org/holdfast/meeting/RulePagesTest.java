package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.GroupId;
import org.holdfast.session.AttendanceRules;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// By which rules minutes become credit is said by a clinic's admins, for all of it or for one group.
@ExtendWith(RedisExtension.class)
class RulePagesTest {
    private static final String RULES = "/api/v1/clinic/rules";
    private static final String GROUPS_RULES = "/api/v1/clinic/groups/gtheirs/rules";

    private Clinic clinic;
    private Books books;
    private Browser admin;
    private Browser lead;

    @BeforeEach
    void twoGroups(TestRedis redis) {
        clinic = Clinic.open(redis);
        books = new Books(clinic.first(), ClinicId.ONLY);
        admin = books.staff("padmin", CLINIC_ADMIN);
        lead = books.staff("pown", FACILITATOR);
        books.staff("pother", FACILITATOR);
        books.group("gtheirs", 8, "pown");
        books.group("gother", 8, "pother");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static int puts(Browser browser, String path, String rest) {
        return browser.put(path, "{\"command\":\"" + Books.fresh().value() + "\"" + rest + "}")
                .statusCode();
    }

    private static String rules(int lateAfter, int percent) {
        return """
                ,"rules":{"lateAfter":%d,"leftEarlyBefore":10,"graceGap":2,"minimumCreditPercent":%d,\
                "creditUnattended":false,"creditMediaLost":true}""".formatted(lateAfter, percent);
    }

    private static JsonNode standing(Browser browser) {
        return browser.json(RULES);
    }

    private AttendanceRules of(String group) {
        return books.now().rules(new GroupId(group));
    }

    @Test
    void an_admin_adopts_others_and_each_wording_has_its_number() {
        var first = standing(lead).path("clinic");
        assertEquals(AttendanceRules.DEFAULT.version(), first.path("version").asInt());
        assertEquals(10, first.path("rules").path("lateAfter").asInt());
        assertEquals(204, puts(admin, RULES, rules(5, 75)));
        assertEquals(204, puts(admin, RULES, rules(5, 75)));
        var now = standing(lead).path("clinic");
        assertEquals(AttendanceRules.DEFAULT.version() + 1, now.path("version").asInt());
        assertEquals(5, now.path("rules").path("lateAfter").asInt());
        assertEquals(75, of("gother").minimumCreditPercent());
        assertEquals(Boolean.TRUE, of("gother").creditMediaLost());
    }

    @Test
    void a_group_has_its_own_until_it_takes_the_clinics_again() {
        assertEquals(204, puts(admin, GROUPS_RULES, rules(15, 60)));
        assertEquals(204, puts(admin, RULES, rules(5, 75)));
        assertEquals(60, of("gtheirs").minimumCreditPercent());
        assertEquals(75, of("gother").minimumCreditPercent());
        assertEquals(
                "gtheirs", standing(lead).path("groups").path(0).path("group").asText());
        assertTrue(standing(books.browser("pother")).path("groups").isEmpty());
        assertEquals(204, puts(admin, GROUPS_RULES, ""));
        assertEquals(75, of("gtheirs").minimumCreditPercent());
        assertTrue(standing(lead).path("groups").isEmpty());
    }

    @Test
    void nobody_else_says_them_and_only_what_can_be_kept_is_taken() {
        assertEquals(403, puts(lead, RULES, rules(5, 75)));
        assertEquals(403, puts(lead, GROUPS_RULES, rules(5, 75)));
        for (var wrong : new String[] {rules(-1, 75), rules(5, 101), rules(5, -1), rules(121, 75), ""}) {
            assertEquals(400, puts(admin, RULES, wrong), wrong);
        }
        assertEquals(404, puts(admin, "/api/v1/clinic/groups/gnowhere/rules", rules(5, 75)));
        assertEquals(AttendanceRules.DEFAULT.version(), of("gother").version());
    }
}
