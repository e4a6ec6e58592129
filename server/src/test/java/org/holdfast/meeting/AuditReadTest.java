package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.export.Notice;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What auditors of two clinics read.
@ExtendWith(RedisExtension.class)
class AuditReadTest {
    private static final String AUDIT = "/api/v1/clinic/audit";
    private static final String PEOPLE = "/api/v1/clinic/people";

    private Clinic clinic;
    private Books own;
    private Browser auditor;
    private Browser admin;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        own = new Books(clinic.first(), ClinicId.ONLY);
        auditor = own.staff("pauditor", AUDITOR);
        admin = own.staff("padmin", CLINIC_ADMIN);
        own.participant("ppatient");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private JsonNode notes(String query) {
        clinic.clock.pass(Duration.ofSeconds(1));
        return auditor.json(AUDIT + query);
    }

    private List<String> kinds(String query) {
        return notes(query).path("notes").findValuesAsText("what");
    }

    @Test
    void whatWasOpenedOnAnyServerIsReadInPagesNewestFirstAndWithoutAnyMembersName() {
        admin.json(PEOPLE + "/ppatient");
        clinic.clock.pass(Duration.ofSeconds(1));
        new Books(clinic.start(), ClinicId.ONLY).staff("psecond", CLINIC_ADMIN).json(PEOPLE + "/ppatient/links");
        clinic.clock.pass(Duration.ofSeconds(1));
        for (var i = 0; i < 51; i++) admin.json(PEOPLE);
        var all = notes("");
        assertEquals(50, all.path("notes").size());
        assertEquals("audit", all.path("notes").get(0).path("what").asText());
        var rest = notes("?after=" + all.path("next").asText());
        assertEquals(
                List.of("people", "people", "links", "person"),
                rest.path("notes").findValuesAsText("what"));
        assertEquals(
                List.of("Name of padmin", "Name of padmin", "Name of psecond", "Name of padmin"),
                rest.path("notes").findValues("who").stream()
                        .map(who -> who.path("name").asText())
                        .toList());
        assertEquals(
                "A-ppatient",
                rest.path("notes").get(3).path("about").path("number").asText());
        assertFalse(rest.has("next") || rest.toString().contains("Name of ppatient"));
    }

    @Test
    void notesAreFoundByWhoOpenedOrWhoseItWasByWhatAndByWhen() {
        own.group("gtheirs", 8, "padmin", "ppatient");
        admin.json(PEOPLE + "/ppatient");
        admin.json("/api/v1/clinic/groups/gtheirs");
        // With this very look, which is noted first.
        assertEquals(List.of("audit", "person"), kinds("?person=a-ppatient"));
        assertEquals(List.of("audit", "group", "person"), kinds("?person=name%20PADM"));
        assertEquals(List.of("group"), kinds("?person=padmin&what=group"));
        assertEquals(List.of(), kinds("?person=padmin&to=2026-03-01T00:00:00Z"));
        assertEquals(List.of(), kinds("?from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z"));
        var group = notes("?what=group").path("notes").get(0).path("group");
        assertEquals("Group gtheirs", group.path("title").asText());
        assertEquals(
                "Name of padmin",
                notes("?person=padmin").path("asked").get(0).path("name").asText());
        var nobody = notes("?person=Somebody%20Else");
        assertTrue(nobody.path("asked").isArray() && nobody.path("asked").isEmpty(), nobody.toString());
        assertEquals(0, nobody.path("notes").size());
        assertFalse(notes("").has("asked"));
    }

    @Test
    void aLookAtASessionTellsWhichItWasAndNothingOfWhatWasInIt() {
        var dana = clinic.browserOf("Dana W.");
        assertEquals(
                200,
                dana.get("/api/v1/sessions/" + clinic.session() + "/attendance").statusCode());
        var note = notes("?what=sheet").path("notes").get(0);
        assertEquals("Dana W.", note.path("who").path("name").asText());
        assertEquals(clinic.session(), note.path("session").path("id").asText());
        assertFalse(note.path("session").path("title").asText().isEmpty(), note.toString());
        assertFalse(note.toString().contains("Sam"), note.toString());
    }

    @Test
    void theNotesLeaveAsAFileWhichIsNotedItself() {
        own.group("gsums", 8, "padmin");
        admin.json(PEOPLE + "/ppatient");
        var file = auditor.get(AUDIT + "/export?person=A-ppatient");
        assertEquals(200, file.statusCode(), file.body());
        assertEquals(
                "attachment; filename=\"audit-2026-03-02.csv\"",
                file.headers().firstValue("content-disposition").orElse(""));
        assertEquals("no-store", file.headers().firstValue("cache-control").orElse(""));
        assertTrue(file.body().startsWith(Notice.TEXT), file.body());
        assertTrue(
                file.body().contains(",Name of padmin,padmin,opened somebody's page,A-ppatient,ppatient,"),
                file.body());
        assertTrue(file.body().contains("downloaded who opened what"), file.body());
        assertTrue(auditor.get(AUDIT + "/export?bom=true&lang=es").body().startsWith("\uFEFF" + Notice.TEXT));
        assertEquals(List.of("audit-export", "audit-export"), kinds("?what=audit-export"));
    }

    @Test
    void anotherClinicsNotesAndWhatIsNoAuditorsAreNotThere() {
        admin.json(PEOPLE + "/ppatient");
        var theirs = new Books(clinic.first(), Books.NORTH).staff("pnorth", AUDITOR);
        var known = theirs.json(AUDIT + "?person=padmin");
        assertEquals(0, known.path("notes").size());
        assertEquals(known.path("asked"), theirs.json(AUDIT + "?person=pnobody").path("asked"));
        assertFalse(theirs.json(AUDIT).toString().contains("padmin"));
        for (var path : List.of("", "/export", "/chain")) {
            assertEquals(403, admin.get(AUDIT + path).statusCode(), path);
            assertEquals(403, own.browser("ppatient").get(AUDIT + path).statusCode(), path);
        }
    }

    @Test
    void whatIsAskedInNoKnownFormIsNotRead() {
        for (var query :
                List.of("after=abcd", "what=everything", "from=yesterday-at-half-past-six", "person=" + "x".repeat(81)))
            assertEquals(400, auditor.get(AUDIT + "?" + query).statusCode(), query);
        assertEquals(0, kinds("?what=person").size());
    }
}
