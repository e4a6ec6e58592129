package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.clinic.ClinicId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What auditors of two clinics read.
@ExtendWith(RedisExtension.class)
class AuditReadTest {
    private static final String AUDIT = "/api/v1/clinic/audit";

    private static int count(Browser auditor, String query) {
        return auditor.json(AUDIT + query).path("notes").size();
    }

    @Test
    void anAuditorReadsWhatWasOpenedInTheirClinicAloneAndNoMembersName(TestRedis redis) {
        try (var clinic = Clinic.open(redis)) {
            var own = new Books(clinic.first(), ClinicId.ONLY);
            var auditor = own.staff("pauditor", AUDITOR);
            var admin = own.staff("padmin", CLINIC_ADMIN);
            own.participant("ppatient");
            admin.json("/api/v1/clinic/people/ppatient");
            new Books(clinic.start(), ClinicId.ONLY)
                    .staff("psecond", CLINIC_ADMIN)
                    .json("/api/v1/clinic/people/ppatient/links");
            for (var i = 0; i < 101; i++) admin.json("/api/v1/clinic/people");
            var all = auditor.json(AUDIT);
            assertEquals(100, all.path("notes").size());
            assertEquals("audit", all.path("notes").get(0).path("what").asText());
            var rest = auditor.json(AUDIT + "?after=" + all.path("next").asText());
            assertEquals(4, rest.path("notes").size(), rest.toString());
            assertTrue(rest.toString().contains("Name of padmin")
                    && rest.toString().contains("A-ppatient"));
            assertFalse(rest.has("next") || rest.toString().contains("Name of ppatient"));
            // With this very look.
            assertEquals(3, count(auditor, "?about=a-ppatient&from=2026-03-02T00:00:00Z"));
            assertEquals(1, count(auditor, "?who=psecond&what=links"));
            assertEquals(0, count(auditor, "?who=padmin&to=2026-03-01T00:00:00Z"));
            var theirs = new Books(clinic.first(), Books.NORTH).staff("pnorth", AUDITOR);
            assertEquals(0, count(theirs, "?who=padmin"));
            assertEquals(400, auditor.get(AUDIT + "?after=abcd").statusCode());
            assertEquals(403, admin.get(AUDIT).statusCode());
            for (var chain : auditor.json(AUDIT + "/chain").path("chains")) {
                assertTrue(chain.path("state").asText().matches("sound|end-unknown"), chain.toString());
            }
        }
    }
}
