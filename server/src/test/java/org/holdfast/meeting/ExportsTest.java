package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.holdfast.audit.AuditEvent.ExportFormat;
import org.holdfast.audit.AuditEvent.ExportKind;
import org.holdfast.audit.AuditEvent.RecordExported;
import org.holdfast.decision.Actor;
import org.holdfast.export.Notice;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The record of an evening leaves as a file; that it does is noted first.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class ExportsTest {
    private Clinic clinic;
    private Notes notes;
    private Records dana;
    private Records sam;

    @BeforeEach
    void the_evening_ends(Vertx vertx, TestRedis redis) {
        clinic = Clinic.open(redis);
        notes = Notes.of(clinic, vertx, redis);
        var console = clinic.tabOf("Dana W.");
        console.welcome("console");
        clinic.seatOf("Sam P.", console);
        clinic.clock.pass(Duration.ofMinutes(10));
        console.done("session.end");
        dana = Records.of("Dana W.", clinic);
        sam = Records.of("Sam P.", clinic);
    }

    @AfterEach
    void close() {
        notes.close();
        clinic.close();
    }

    private static HttpResponse<String> export(Records who, String query) {
        return who.browser().get(who.path("exports/" + query));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private List<RecordExported> noted() {
        return notes.all().stream()
                .flatMap(entry -> entry.events().stream())
                .map(RecordExported.class::cast)
                .toList();
    }

    @Test
    void a_facilitator_downloads_the_sheet_as_a_file_that_no_cache_keeps() {
        var answer = export(dana, "sheet?format=csv");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith(Notice.TEXT), answer.body());
        assertTrue(answer.body().contains("Sam P.,p-sam,participant"), answer.body());
        assertEquals("text/csv; charset=utf-8", header(answer, "content-type"));
        assertEquals("attachment; filename=\"sheet-2026-03-02.csv\"", header(answer, "content-disposition"));
        assertEquals("no-store", header(answer, "cache-control"));
        assertEquals("nosniff", header(answer, "x-content-type-options"));
    }

    /// The length of compressed words would tell what stands beside them.
    @Test
    void it_is_not_compressed_for_a_browser_that_would_take_it_so() {
        var query = dana.path("exports/sheet?format=json");
        assertEquals(
                dana.browser().get(query).body(),
                dana.browser().getCompressible(query).body());
    }

    @Test
    void it_is_csv_without_a_mark_unless_something_else_is_asked_for() {
        assertEquals(
                export(dana, "sheet?format=csv").body(), export(dana, "sheet").body());
        assertTrue(export(dana, "sheet?bom=true").body().startsWith("\uFEFF" + Notice.TEXT));
        var json = JsonText.parse(export(dana, "timeline?format=json&lang=es").body());
        assertEquals(Notice.TEXT, json.path("notice").asText());
        assertTrue(json.path("decisions").findValuesAsText("text").contains("Dana W. dejó entrar a Sam P."));
    }

    @Test
    void each_export_is_noted_with_who_what_and_about_whom() {
        export(dana, "sheet?format=csv");
        export(dana, "timeline?format=json&person=p-sam");
        export(sam, "sheet?format=json&person=p-sam");
        var session = clinic.session();
        assertEquals(
                List.of(
                        new RecordExported(null, ExportKind.SHEET, ExportFormat.CSV, session),
                        new RecordExported("p-sam", ExportKind.TIMELINE, ExportFormat.JSON, session),
                        new RecordExported("p-sam", ExportKind.SHEET, ExportFormat.JSON, session)),
                noted());
        assertEquals(
                List.of(new Actor.Person("p-dana"), new Actor.Person("p-dana"), new Actor.Person("p-sam")),
                notes.all().stream().map(entry -> entry.by()).toList());
    }

    @Test
    void what_cannot_be_noted_does_not_leave() {
        notes.standInTheWay();
        var answer = export(dana, "sheet?format=csv");
        Records.problem(answer, 503, "not-noted");
        assertFalse(answer.body().contains("Sam"), answer.body());
        assertEquals("", header(answer, "content-disposition"));
    }

    @Test
    void a_member_has_their_own_and_nobody_elses() {
        for (var what : List.of("sheet", "timeline")) {
            for (var format : List.of("csv", "json")) {
                var own = export(sam, what + "?person=p-sam&format=" + format);
                assertEquals(200, own.statusCode(), own.body());
                assertTrue(own.body().contains("Sam P."), own.body());
                for (var other : List.of("Maria", "p-maria", "Dana", "p-dana")) {
                    assertFalse(own.body().contains(other), other);
                }
            }
        }
        assertEquals(4, noted().size());
        Records.problem(export(sam, "sheet"), 403, "not-yours");
        Records.problem(export(sam, "sheet?person=p-maria"), 403, "not-yours");
        Records.problem(export(sam, "sheet?person=p-nobody"), 403, "not-yours");
        assertEquals(4, noted().size());
    }

    @Test
    void it_is_of_this_session_and_its_roster_in_a_form_that_there_is() {
        Records.problem(export(dana, "sheet?person=p-dana"), 404, "not-found");
        Records.problem(export(dana, "sheet?person=p-nobody"), 404, "not-found");
        Records.problem(dana.browser().get("/api/v1/sessions/sother/exports/sheet"), 404, "not-found");
        Records.problem(export(dana, "sheet?format=pdf"), 400, "malformed");
        Records.problem(export(dana, "notes"), 400, "malformed");
        Records.problem(export(dana, "sheet?person=Sam%20P."), 400, "malformed");
        assertEquals(List.of(), noted());
    }
}
