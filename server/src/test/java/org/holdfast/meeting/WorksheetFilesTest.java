package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.audit.AuditEvent.PaperFormat;
import org.holdfast.audit.AuditEvent.WorksheetExported;
import org.holdfast.clinic.ClinicId;
import org.holdfast.export.Notice;
import org.holdfast.json.JsonText;
import org.holdfast.questionnaire.checking.HapiCheck;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Worksheets leave as files: for other programs and on paper. That somebody else's does is noted first.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class WorksheetFilesTest {
    private static final String MINE = "/api/v1/me/worksheets/whalt";
    private static final String THEIRS = "/api/v1/clinic/people/ppatient/worksheets/whalt";

    private Clinic clinic;
    private Notes notes;
    private Browser lead;
    private Browser patient;

    @BeforeEach
    void somebodyWritesOnOne(Vertx vertx, TestRedis redis) {
        clinic = Clinic.open(redis);
        notes = Notes.of(clinic, vertx, redis);
        var own = new Books(clinic.first(), ClinicId.ONLY);
        lead = own.staff("pown", FACILITATOR);
        patient = own.participant("ppatient");
        own.group("gtheirs", 8, "pown", "ppatient");
        own.gives("ppatient", "whalt");
        saves(patient, "hungry-now", "some");
        saves(patient, "hungry-next", "Soup <b>&amp; pan</b>");
    }

    @AfterEach
    void close() {
        notes.close();
        clinic.close();
    }

    private static void saves(Browser patient, String item, String value) {
        var body =
                "{\"command\":\"" + Books.fresh().value() + "\",\"item\":\"" + item + "\",\"value\":\"" + value + "\"}";
        var answer = patient.put(MINE + "/answers", body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private List<WorksheetExported> noted() {
        return notes.all().stream()
                .flatMap(entry -> entry.events().stream())
                .filter(WorksheetExported.class::isInstance)
                .map(WorksheetExported.class::cast)
                .toList();
    }

    private static String questionnaire() {
        try (var stream = WorksheetFilesTest.class.getResourceAsStream("/worksheets/halt.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void for_another_program_it_is_a_sound_response_with_its_labels() {
        var answer = lead.get(THEIRS + "/fhir");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("application/fhir+json", header(answer, "content-type"));
        assertEquals("attachment; filename=\"worksheet.json\"", header(answer, "content-disposition"));
        assertEquals("no-store", header(answer, "cache-control"));
        assertEquals(List.of(), new HapiCheck(questionnaire()).apply(answer.body()));
        var response = JsonText.parse(answer.body());
        var labels = response.path("meta").path("security").findValuesAsText("code");
        assertEquals(List.of("R", "ETH", "42CFRPart2"), labels);
        assertTrue(answer.body().contains(Notice.TEXT));
        assertTrue(answer.body().contains("Soup <b>&amp; pan</b>"), answer.body());
        assertFalse(answer.body().contains("Name of ppatient"), "The person's name is in it");
    }

    @Test
    void that_it_leaves_is_noted_with_which_and_as_what() {
        lead.get(THEIRS + "/fhir");
        assertEquals(404, lead.get(THEIRS.replace("whalt", "wnone") + "/fhir").statusCode());
        lead.getFile(THEIRS + "/pdf");
        assertEquals(404, lead.get(THEIRS.replace("whalt", "wnone") + "/pdf").statusCode());
        assertEquals(
                List.of(
                        new WorksheetExported("ppatient", "whalt", PaperFormat.FHIR),
                        new WorksheetExported("ppatient", "whalt", PaperFormat.PDF)),
                noted());
    }

    @Test
    void what_cannot_be_noted_does_not_leave() {
        notes.standInTheWay();
        var answer = lead.get(THEIRS + "/fhir");
        Records.problem(answer, 503, "not-noted");
        assertFalse(answer.body().contains("Soup"), answer.body());
        assertEquals(503, lead.get(THEIRS + "/pdf").statusCode());
    }

    private static String words(HttpResponse<byte[]> answer) throws IOException {
        assertEquals(200, answer.statusCode());
        assertEquals("application/pdf", header(answer, "content-type"));
        assertEquals("attachment; filename=\"worksheet.pdf\"", header(answer, "content-disposition"));
        assertEquals("no-store", header(answer, "cache-control"));
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void somebody_takes_their_own_home_and_it_names_nobody_and_is_noted_nowhere() throws IOException {
        var words = words(patient.getFile(MINE + "/pdf?lang=es"));
        assertTrue(words.contains("Soup <b>&amp; pan</b>"), words);
        assertTrue(words.contains("Último cambio: "), words);
        for (var name : List.of("ppatient", "Name of", Notice.TEXT)) assertFalse(words.contains(name), name);
        assertEquals(List.of(), noted());
        assertEquals(404, patient.get(MINE.replace("whalt", "wnone") + "/pdf").statusCode());
    }

    @Test
    void for_those_who_treat_them_it_bears_their_number_and_the_notice_and_no_name() throws IOException {
        var words = words(lead.getFile(THEIRS + "/pdf"));
        assertTrue(words.contains("Soup <b>&amp; pan</b>"), words);
        assertTrue(words.contains("Record number "), words);
        assertTrue(words.replaceAll("\\s+", " ").contains(Notice.TEXT), words);
        assertFalse(words.contains("Name of"), words);
    }

    @Test
    void an_empty_one_is_printed_for_whoever_asks_among_the_staff() throws IOException {
        var words = words(lead.getFile("/api/v1/clinic/forms/trigger-map/pdf"));
        assertTrue(words.startsWith("My trigger map"), words);
        assertEquals(404, lead.get("/api/v1/clinic/forms/nothing/pdf").statusCode());
    }
}
