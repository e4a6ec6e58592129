package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.clinic.ClinicId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A clinic's name stands on a paper for whoever wishes it there, and on no other.
@ExtendWith(RedisExtension.class)
class ClinicNameTest {
    private static final String NAME = "/api/v1/clinic/name";
    private static final String OWN = "/api/v1/me/clinic";
    private static final String MINE = "/api/v1/me/worksheets/whalt/pdf";
    private static final String THEIRS = "/api/v1/clinic/people/ppatient/worksheets/whalt/pdf";
    private static final String EMPTY = "/api/v1/clinic/forms/halt/pdf";

    private Clinic clinic;
    private Browser admin;
    private Browser lead;
    private Browser patient;
    private Browser elsewhere;

    @BeforeEach
    void twoClinics(TestRedis redis) {
        clinic = Clinic.open(redis);
        var own = new Books(clinic.first(), ClinicId.ONLY);
        admin = own.staff("padmin", CLINIC_ADMIN);
        lead = own.staff("pown", FACILITATOR);
        patient = own.participant("ppatient");
        own.group("gtheirs", 8, "pown", "ppatient");
        own.gives("ppatient", "whalt");
        var north = new Books(clinic.first(), Books.NORTH);
        elsewhere = north.staff("pnorth", CLINIC_ADMIN);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static HttpResponse<String> says(Browser browser, String name) {
        return browser.put(NAME, "{\"command\":\"" + Books.fresh().value() + "\"" + name + "}");
    }

    private static void named(Browser browser, String name) {
        var answer = says(browser, ",\"name\":\"" + name + "\"");
        assertEquals(204, answer.statusCode(), answer.body());
    }

    /// Its words, and that nothing of the clinic stands in its bytes besides them.
    private static String printed(Browser browser, String path) throws IOException {
        var answer = browser.getFile(path);
        assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document)
                    + document.getDocumentInformation().getCOSObject()
                    + new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void until_it_has_one_there_is_none_to_wish_for() throws IOException {
        assertEquals("{}", patient.get(OWN).body());
        for (var all : List.of("", "?named=true"))
            assertTrue(printed(patient, MINE + all).startsWith("HALT"), all);
    }

    @Test
    void it_stands_on_a_paper_only_where_it_is_wished() throws IOException {
        named(admin, "Harbor House");
        named(elsewhere, "Northgate");
        for (var unwished : List.of("", "?named=false", "?lang=es")) {
            for (var words : List.of(
                    printed(patient, MINE + unwished),
                    printed(lead, THEIRS + unwished),
                    printed(lead, EMPTY + unwished))) {
                assertFalse(words.contains("Harbor") || words.contains("Northgate"), unwished + words);
            }
        }
        for (var words : List.of(
                printed(patient, MINE + "?named=true"),
                printed(lead, THEIRS + "?lang=es&named=true"),
                printed(lead, EMPTY + "?named=true"))) {
            assertTrue(words.contains("Harbor House"), words);
            assertFalse(words.contains("Northgate"), words);
        }
        assertTrue(printed(elsewhere, EMPTY + "?named=true").contains("Northgate"));
    }

    @Test
    void a_wish_is_yes_or_no_and_no_words_for_the_paper() {
        named(admin, "Harbor House");
        for (var wish : List.of("Northgate", "1", "%3Cscript%3E", "")) {
            assertEquals(400, patient.get(MINE + "?named=" + wish).statusCode(), wish);
        }
    }

    @Test
    void everybody_who_belongs_to_it_may_know_it_and_nobody_else() {
        named(admin, "Harbor House");
        assertEquals("{\"name\":\"Harbor House\"}", patient.get(OWN).body());
        for (var who : List.of(lead, admin)) {
            var told = who.json(OWN);
            assertEquals("Harbor House", told.path("name").asText());
            assertTrue(told.path("zone").isTextual(), told.toString());
        }
        assertEquals("{\"zone\":\"Z\"}", elsewhere.get(OWN).body());
        assertEquals(
                401,
                new Browser(clinic.first().address()).seat("ppatient").get(OWN).statusCode());
    }

    @Test
    void its_admins_alone_say_it_and_take_it_back() {
        for (var who : List.of(lead, patient))
            assertEquals(403, says(who, ",\"name\":\"Mine\"").statusCode());
        named(admin, " Harbor House ");
        assertEquals("{\"name\":\"Harbor House\"}", patient.get(OWN).body());
        assertEquals(204, says(admin, "").statusCode());
        assertEquals("{}", patient.get(OWN).body());
    }

    @Test
    void a_name_that_is_no_line_is_refused_in_words() throws IOException {
        assertEquals(400, says(admin, ",\"name\":\"" + "n".repeat(81) + "\"").statusCode());
        assertEquals(400, says(admin, ",\"name\":[\"Harbor\"]").statusCode());
        var lines = says(admin, ",\"name\":\"Harbor\\nHouse\"");
        Records.problem(lines, 409, "too-long");
        assertEquals("{}", patient.get(OWN).body());
        named(admin, "<b>Harbor</b> &amp; {0} %s 🙂 بيت");
        assertTrue(printed(patient, MINE + "?named=true").contains("<b>Harbor</b> &amp; {0} %s"));
    }
}
