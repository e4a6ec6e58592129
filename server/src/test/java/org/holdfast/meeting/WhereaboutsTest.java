package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.json.JsonText;
import org.holdfast.log.LogVerifier;
import org.holdfast.log.RedisHeads;
import org.holdfast.log.Verdict;
import org.holdfast.person.PersonCommand.Register;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sam said where they are today; a facilitator may have to know, and that they looked is noted.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class WhereaboutsTest {
    private static final String ELSEWHERE = """
            {"name":"Sammy","place":{"kind":"elsewhere","address":"3 Ferry Steps, Eastfield"},"privatePlace":"yes"}""";

    private Clinic clinic;
    private Notes notes;
    private Browser dana;

    @BeforeEach
    void samAnswers(Vertx vertx, TestRedis server) {
        clinic = Clinic.open(server);
        notes = Notes.of(clinic, vertx, server);
        dana = clinic.browserOf("Dana W.");
        var answer = clinic.browserOf("Sam P.").put(of("arrival"), ELSEWHERE);
        assertEquals(204, answer.statusCode());
    }

    @AfterEach
    void close() {
        notes.close();
        clinic.close();
    }

    private String of(String what) {
        return "/api/v1/sessions/" + clinic.session() + "/" + what;
    }

    private String whereabouts(String member) {
        return of("people/" + member + "/whereabouts");
    }

    @Test
    void a_facilitator_learns_where_somebody_is_and_whom_to_call() {
        var told = dana.json(whereabouts("p-sam"));
        assertEquals("Sammy", told.path("name").asText());
        assertEquals("elsewhere", told.path("place").asText());
        assertEquals("3 Ferry Steps, Eastfield", told.path("address").asText());
        assertEquals("Jo P.", told.path("contact").path("name").asText());
        assertEquals("555-0102", told.path("contact").path("phone").asText());
        assertEquals(Clinic.SIX.toString(), told.path("answeredAt").asText());
        var unanswered = dana.json(whereabouts("p-maria"));
        assertEquals("unanswered", unanswered.path("place").asText());
        assertFalse(unanswered.has("address"));
        assertEquals("Elena V.", unanswered.path("contact").path("name").asText());
    }

    @Test
    void each_look_is_noted_in_a_log_that_verify_walks() {
        dana.json(whereabouts("p-sam"));
        dana.json(whereabouts("p-sam"));
        var opened = new RecordOpened("p-sam", RecordKind.WHEREABOUTS, clinic.session());
        for (var entry : notes.all()) {
            assertEquals(new Actor.Person("p-dana"), entry.by());
            assertEquals(List.of(opened), entry.events());
        }
        assertTrue(
                notes.log().toString().matches("audit:clinic-test-.{22}-2026-03"),
                notes.log().toString());
        assertTrue(get(verifier().logs()).contains(notes.log()));
        assertEquals(2, notesInOrder());
    }

    private LogVerifier verifier() {
        return new LogVerifier(notes.redis(), clinic.master(), new RedisHeads(notes.redis(), clinic.master()));
    }

    /// How many there are, in a log that is as it was written.
    private long notesInOrder() {
        return ((Verdict.Sound) get(verifier().verify(notes.log()))).entries();
    }

    @Test
    void it_is_for_those_who_lead_this_session_and_about_its_roster() {
        assertProblem(403, "not-yours", clinic.browserOf("Maria V.").get(whereabouts("p-sam")));
        assertProblem(403, "not-yours", clinic.browserOf("Sam P.").get(whereabouts("p-sam")));
        assertProblem(401, "not-signed-in", dana.get(whereabouts("p-sam") + "?seat=p-ben"));
        assertProblem(404, "not-found", staffElsewhere().get(whereabouts("p-sam")));
        assertProblem(404, "not-found", dana.get(whereabouts("p-ben")));
        assertProblem(404, "not-found", dana.get(whereabouts("p-zoe")));
        assertProblem(404, "not-found", dana.get("/api/v1/sessions/sother/people/p-sam/whereabouts"));
        assertEquals(0, notesInOrder());
    }

    /// Somebody who works for the clinic, but does not lead this session.
    private Browser staffElsewhere() {
        var node = clinic.first().node();
        var clinicItself = new Actor.Node("clinic");
        get(node.people().submit("p-zoe", new Register("Zoe K."), clinicItself, new CommandId("zoe")));
        get(node.links().keep("zoes-token", new Link("p-zoe", Kind.STAFF, null)));
        var zoe = new Browser(clinic.first().address());
        zoe.exchange("zoes-token");
        return zoe;
    }

    @Test
    void it_can_be_asked_until_a_day_after_the_end() {
        clinic.tabOf("Dana W.").done("session.end");
        clinic.clock.pass(Duration.ofHours(24));
        assertEquals(200, dana.get(whereabouts("p-sam")).statusCode());
        clinic.clock.pass(Duration.ofSeconds(1));
        assertProblem(404, "not-found", dana.get(whereabouts("p-sam")));
    }

    @Test
    void what_cannot_be_noted_is_not_shown() {
        notes.standInTheWay();
        var answer = dana.get(whereabouts("p-sam"));
        assertProblem(503, "not-noted", answer);
        assertFalse(answer.body().contains("Ferry"), answer.body());
    }

    private static void assertProblem(int status, String type, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "urn:holdfast:problem:" + type,
                JsonText.parse(answer.body()).path("type").asText());
    }
}
