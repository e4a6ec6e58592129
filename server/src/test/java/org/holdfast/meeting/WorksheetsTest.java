package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINICIAN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.holdfast.clinic.ClinicId;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Worksheets over REST: given to somebody, filled in by them, read and noted on by their staff, and by nobody else.
@ExtendWith(RedisExtension.class)
class WorksheetsTest {
    private static final String MINE = "/api/v1/me/worksheets";
    private static final String THEIRS = "/api/v1/clinic/people/ppatient/worksheets";

    private Clinic clinic;
    private Books own;
    private Browser patient;
    private Browser lead;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        own = new Books(clinic.first(), ClinicId.ONLY);
        lead = own.staff("pown", FACILITATOR);
        own.staff("pother", FACILITATOR);
        patient = own.participant("ppatient");
        own.participant("pelse");
        own.group("gtheirs", 8, "pown", "ppatient");
        own.group("gelse", 8, "pother", "pelse");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static String command() {
        return Books.fresh().value();
    }

    private String given(String form) {
        var body = "{\"command\":\"" + command() + "\",\"form\":\"" + form + "\"}";
        return ok(lead.post(THEIRS, body)).path("id").asText();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonText.parse(answer.body());
    }

    private static String saying(String command, String item, String value) {
        return "{\"command\":\"" + command + "\",\"item\":\"" + item + "\",\"value\":" + value + "}";
    }

    private HttpResponse<String> saves(String sheet, String item, String value) {
        return patient.put(MINE + "/" + sheet + "/answers", saying(command(), item, value));
    }

    private HttpResponse<String> savesRow(String sheet, String item, String row, String value) {
        var body = "{\"command\":\"" + command() + "\",\"item\":\"" + item + "\",\"row\":\"" + row + "\",\"value\":"
                + value + "}";
        return patient.put(MINE + "/" + sheet + "/answers", body);
    }

    private static void refused(String code, HttpResponse<String> answer) {
        assertEquals(409, answer.statusCode(), answer.body());
        var problem = JsonText.parse(answer.body());
        assertEquals("urn:holdfast:problem:" + code, problem.path("type").asText());
        assertTrue(problem.path("title").asText().endsWith("."), answer.body());
    }

    private long written() {
        var log = get(clinic.first().node().people().person("ppatient")).sheets();
        return log.all().values().stream()
                .mapToLong(sheet -> sheet.answers().size())
                .sum();
    }

    @Test
    void somebody_fills_in_what_they_were_given_and_finds_it_again_on_another_server() {
        var sheet = given("halt");
        var line = patient.json(MINE).path("worksheets").get(0);
        assertEquals(sheet, line.path("sheet").asText());
        assertEquals("HALT: what do I need?", line.path("title").asText());
        assertEquals(0, line.path("answered").asInt());
        assertFalse(line.has("changed") || line.path("open").asBoolean(), line.toString());

        var saved = ok(saves(sheet, "hungry-now", "\"some\""));
        assertEquals(1, saved.path("answered").asInt());
        assertTrue(saved.has("changed"), saved.toString());
        assertTrue(saved.path("questions").asInt() > line.path("questions").asInt(), "One more question is shown now");
        ok(saves(sheet, "hungry-next", "\"Soup <b>&amp; bread</b>\""));

        var elsewhere = patient.at(clinic.start().address());
        var read = elsewhere.json(MINE + "/" + sheet + "?lang=es");
        assertEquals("es", read.path("form").path("language").asText());
        assertEquals("1", read.path("form").path("version").asText());
        assertEquals(
                "[{\"item\":\"hungry-now\",\"value\":\"some\"},"
                        + "{\"item\":\"hungry-next\",\"value\":\"Soup <b>&amp; bread</b>\"}]",
                read.path("answers").toString());
        assertFalse(read.has("notes"));
    }

    @Test
    void an_answer_that_is_sent_again_is_saved_once_and_the_same_words_change_nothing() {
        var sheet = given("halt");
        var path = MINE + "/" + sheet + "/answers";
        var first = saying(command(), "hungry-next", "\"Soup\"");
        var one = ok(patient.put(path, first)).path("changed").asText();
        clinic.clock.pass(Duration.ofSeconds(9));
        ok(saves(sheet, "hungry-next", "\"Bread\""));
        ok(patient.put(path, first));
        var read = patient.json(MINE + "/" + sheet);
        assertEquals("Bread", read.path("answers").get(0).path("value").asText());
        var two = read.path("changed").asText();
        assertTrue(two.compareTo(one) > 0);
        clinic.clock.pass(Duration.ofSeconds(9));
        assertEquals(
                two,
                ok(saves(sheet, "hungry-next", "\"Bread\"")).path("changed").asText());
        var cleared = ok(saves(sheet, "hungry-next", "null"));
        assertEquals(0, cleared.path("answered").asInt());
        assertTrue(patient.json(MINE + "/" + sheet).path("answers").isEmpty());
    }

    @Test
    void rows_come_back_in_the_order_in_which_they_were_written_and_go_as_a_whole() {
        var sheet = given("trigger-map");
        ok(savesRow(sheet, "people-what", "rBBBBBBBB", "\"My old crew\""));
        ok(savesRow(sheet, "people-what", "rAAAAAAAA", "\"My cousin\""));
        ok(savesRow(sheet, "people-instead", "rBBBBBBBB", "\"Jo\""));
        var answers = patient.json(MINE + "/" + sheet).path("answers");
        assertEquals(List.of("rBBBBBBBB", "rAAAAAAAA", "rBBBBBBBB"), answers.findValuesAsText("row"));
        var removal = "{\"command\":\"" + command() + "\",\"row\":\"rBBBBBBBB\"}";
        for (var i = 0; i < 2; i++) ok(patient.post(MINE + "/" + sheet + "/removals", removal));
        answers = patient.json(MINE + "/" + sheet).path("answers");
        assertEquals(List.of("rAAAAAAAA"), answers.findValuesAsText("row"));
    }

    @Test
    void what_does_not_fit_is_refused_in_the_words_of_whoever_writes_and_nothing_of_it_is_kept() {
        var sheet = given("halt");
        refused("not-an-answer", saves(sheet, "hungry-now", "\"enormously\""));
        refused("not-an-answer", saves(sheet, "hungry-now", "7"));
        refused("not-an-answer", saves(sheet, "hungry-now", "[\"some\"]"));
        refused("not-an-answer", saves(sheet, "hungry-next", "\"a\\u0000b\""));
        refused("too-long", saves(sheet, "hungry-next", "\"" + "x".repeat(201) + "\""));
        refused("too-long", saves(sheet, "hungry-next", "\"" + "x".repeat(8_000) + "\""));
        refused("no-such-question", saves(sheet, "nothing", "\"x\""));
        refused("no-such-question", savesRow(sheet, "hungry-next", "rAAAAAAAA", "\"x\""));
        for (var odd : List.of(
                saying(command(), "__proto__", "\"x\""),
                saying(command(), "hungry-now", "{\"code\":\"some\"}"),
                saying("short", "hungry-now", "\"some\""),
                "{\"command\":\"" + command() + "\",\"item\":\"hungry-now\",\"row\":\"<script>\",\"value\":\"x\"}",
                "{\"command\":\"" + command() + "\",\"item\":\"hungry-now\",\"value\":\"x\",\"by\":\"pown\"}",
                "[]")) {
            assertEquals(400, patient.put(MINE + "/" + sheet + "/answers", odd).statusCode(), odd);
        }
        var tooBig = saying(command(), "hungry-next", "\"" + "x".repeat(40_000) + "\"");
        assertEquals(413, patient.put(MINE + "/" + sheet + "/answers", tooBig).statusCode());
        assertEquals(0, written());
    }

    @Test
    void a_refusal_speaks_the_language_of_the_page() {
        var sheet = given("halt");
        var texts = new ArrayList<String>();
        for (var language : List.of("en", "es")) {
            var note = "{\"command\":\"" + command() + "\",\"item\":\"nothing\",\"words\":\"x\"}";
            var answer = lead.post(THEIRS + "/" + sheet + "/notes?lang=" + language, note);
            refused("no-such-question", answer);
            texts.add(JsonText.parse(answer.body()).path("title").asText());
        }
        assertFalse(texts.getFirst().equals(texts.getLast()), texts.toString());
    }

    @Test
    void nobody_reaches_what_is_another_persons_and_an_id_tells_nothing() {
        var sheet = given("halt");
        ok(saves(sheet, "hungry-next", "\"Kingfisher soup\""));
        var other = own.browser("pelse");
        var theirs = other.get(MINE + "/" + sheet);
        var nothing = other.get(MINE + "/wnowhere");
        assertEquals(404, theirs.statusCode());
        assertEquals(nothing.body(), theirs.body());
        var write = saying(command(), "hungry-now", "\"some\"");
        assertEquals(404, other.put(MINE + "/" + sheet + "/answers", write).statusCode());
        assertEquals(0, other.json(MINE).path("worksheets").size());
        assertEquals(
                401,
                new Browser(clinic.first().address()).seat("ppatient").get(MINE).statusCode());
        assertEquals(
                401,
                other.seat("ppatient")
                        .put(MINE + "/" + sheet + "/answers", write)
                        .statusCode());
        other.seat("pelse");
        for (var path : List.of(THEIRS, THEIRS + "/" + sheet)) {
            assertEquals(403, other.get(path).statusCode(), path);
            assertEquals(404, own.browser("pother").get(path).statusCode(), path);
        }
        own.staff("pauditor", AUDITOR);
        assertEquals(403, own.browser("pauditor").get(THEIRS + "/" + sheet).statusCode());
        assertEquals(
                200,
                own.staff("pclinician", CLINICIAN).get(THEIRS + "/" + sheet).statusCode());
    }

    @Test
    void staff_note_beside_an_answer_for_each_other_and_the_person_never_gets_it() {
        var sheet = given("halt");
        ok(saves(sheet, "hungry-next", "\"Soup\""));
        var notes = THEIRS + "/" + sheet + "/notes";
        var note = "{\"command\":\"" + command() + "\",\"item\":\"hungry-next\",\"words\":\"Heron: ask about meals\"}";
        assertEquals(204, lead.post(notes, note).statusCode());
        var read = own.staff("pclinician", CLINICIAN).json(THEIRS + "/" + sheet);
        assertEquals(
                "Heron: ask about meals",
                read.path("notes").get(0).path("words").asText());
        assertEquals(
                "Name of pown",
                read.path("notes").get(0).path("by").path("name").asText());
        assertEquals("Soup", read.path("answers").get(0).path("value").asText());
        for (var path : List.of(MINE, MINE + "/" + sheet)) {
            assertFalse(patient.get(path).body().contains("Heron"), path);
        }
        var back = "{\"command\":\"" + command() + "\",\"item\":\"hungry-next\",\"words\":\"\"}";
        assertEquals(204, lead.post(notes, back).statusCode());
        assertEquals(0, lead.json(THEIRS + "/" + sheet).path("notes").size());
    }

    @Test
    void that_staff_read_somebodys_worksheets_is_noted_without_a_word_of_them() {
        var sheet = given("halt");
        ok(saves(sheet, "hungry-next", "\"Kingfisher soup\""));
        clinic.clock.pass(Duration.ofSeconds(1));
        lead.json(THEIRS + "/" + sheet);
        lead.json(THEIRS);
        var audit = own.staff("pauditor", AUDITOR).json("/api/v1/clinic/audit?what=worksheets");
        assertEquals(2, audit.path("notes").size(), audit.toString());
        assertEquals(
                "A-ppatient",
                audit.path("notes").get(0).path("about").path("number").asText());
        assertFalse(audit.toString().contains("Kingfisher"));
    }

    @Test
    void staff_choose_from_the_newest_of_each_form_in_their_language() {
        var forms = lead.json("/api/v1/clinic/forms?lang=es").path("forms");
        var names = forms.findValuesAsText("form");
        assertTrue(names.containsAll(List.of("halt", "trigger-map")), names.toString());
        var halt = lead.json("/api/v1/clinic/forms/halt?lang=es").path("form");
        assertEquals("es", halt.path("language").asText());
        assertEquals(404, lead.get("/api/v1/clinic/forms/nothing").statusCode());
        var unknown = "{\"command\":\"" + command() + "\",\"form\":\"nothing\"}";
        assertEquals(404, lead.post(THEIRS, unknown).statusCode());
        var old = "{\"command\":\"" + command() + "\",\"form\":\"halt\",\"version\":\"77\"}";
        assertEquals(404, lead.post(THEIRS, old).statusCode());
        assertEquals(403, patient.get("/api/v1/clinic/forms").statusCode());
    }

    @Test
    void what_two_browsers_of_one_person_save_at_once_by_two_servers_is_all_there() throws Exception {
        var sheet = given("trigger-map");
        var second = patient.at(clinic.start().address());
        try (var both = Executors.newFixedThreadPool(2)) {
            var saving = new ArrayList<Callable<HttpResponse<String>>>();
            for (var n = 0; n < 20; n++) {
                var browser = n % 2 == 0 ? patient : second;
                var body = "{\"command\":\"" + command() + "\",\"item\":\"people-what\",\"row\":\"r00000" + (100 + n)
                        + "\",\"value\":\"Person " + n + "\"}";
                saving.add(() -> browser.put(MINE + "/" + sheet + "/answers", body));
            }
            for (var answer : both.invokeAll(saving)) ok(answer.get());
        }
        var rows = second.json(MINE + "/" + sheet).path("answers").findValuesAsText("row");
        assertEquals(20, rows.stream().distinct().count());
        assertEquals(20, rows.size());
    }
}
