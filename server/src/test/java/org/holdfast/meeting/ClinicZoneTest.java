package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Where a clinic's clocks hang is said by its admins, and its calendar goes by it.
@ExtendWith(RedisExtension.class)
class ClinicZoneTest {
    private static final String SCHEDULE = "/api/v1/clinic/schedule?from=2026-03-02&to=2026-03-15";

    private Clinic clinic;
    private Browser admin;
    private Browser lead;
    private Browser elsewhere;

    @BeforeEach
    void mondaysAtSix(TestRedis redis) {
        clinic = Clinic.open(redis);
        var own = new Books(clinic.first(), ClinicId.ONLY);
        admin = own.staff("padmin", CLINIC_ADMIN);
        lead = own.staff("pown", FACILITATOR);
        own.group("gtheirs", 8, "pown");
        own.mondays("rtheirs", "gtheirs", "2026-03-09");
        elsewhere = new Books(clinic.first(), Books.NORTH).staff("pnorth", CLINIC_ADMIN);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static HttpResponse<String> says(Browser browser, String zone) {
        var body = "{\"command\":\"" + Books.fresh().value() + "\",\"zone\":\"" + zone + "\"}";
        return browser.put("/api/v1/clinic/zone", body);
    }

    private static String zone(Browser browser) {
        return JsonText.parse(browser.get(SCHEDULE).body()).path("zone").asText();
    }

    private String starts() {
        var slots = JsonText.parse(lead.get(SCHEDULE).body()).path("slots");
        assertEquals(1, slots.size(), slots.toString());
        return slots.get(0).path("starts").asText();
    }

    @Test
    void sessions_to_come_keep_their_time_on_the_clinics_wall() {
        assertEquals("2026-03-09T18:00:00Z", starts());
        assertEquals(204, says(admin, "America/New_York").statusCode());
        assertEquals("America/New_York", zone(lead));
        // Daylight saving time began the night before.
        assertEquals("2026-03-09T22:00:00Z", starts());
        assertEquals("Z", zone(elsewhere));
    }

    @Test
    void a_demo_that_is_started_again_leaves_it_as_its_staff_set_it() {
        assertEquals(204, says(admin, "America/New_York").statusCode());
        clinic.opensAgain();
        assertEquals("America/New_York", zone(lead));
    }

    @Test
    void nobody_else_says_it_and_only_what_has_a_name_is_one() {
        var before = zone(admin);
        assertEquals(403, says(lead, "America/New_York").statusCode());
        for (var none : List.of("", "Nowhere/Town", "+05:00", "UTC+5", "../etc", "america/new_york")) {
            assertEquals(400, says(admin, none).statusCode(), none);
        }
        assertEquals(before, zone(admin));
    }
}
