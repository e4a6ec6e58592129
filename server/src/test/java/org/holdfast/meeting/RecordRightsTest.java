package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import org.holdfast.audit.AuditEvent;
import org.holdfast.audit.AuditEvent.RecordKind;
import org.holdfast.audit.AuditEvent.RecordOpened;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.identity.Kind;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.RedisConnections;
import org.holdfast.log.RedisEventLog;
import org.holdfast.log.RedisKeyring;
import org.holdfast.person.PersonCommand.Register;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who may do what with the record, and what is not even read. The evening is over; Sam has said that something is
/// wrong.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class RecordRightsTest {
    private Clinic clinic;
    private RedisConnections redis;
    private Records dana;
    private Records sam;

    @BeforeEach
    void the_evening_ends(Vertx vertx, TestRedis server) {
        clinic = Clinic.open(server);
        redis = get(RedisConnections.connect(vertx, server.url(), 1));
        var console = clinic.tabOf("Dana W.");
        console.welcome("console");
        console.done("session.end");
        dana = Records.of("Dana W.", clinic);
        sam = Records.of("Sam P.", clinic);
        sam.disputes("I was there.");
    }

    @AfterEach
    void close() {
        redis.close();
        clinic.close();
    }

    /// Everything that is for those who lead the session.
    private static final List<Function<Records, HttpResponse<String>>> OF_STAFF = List.of(
            who -> who.browser().get(who.path("record")),
            who -> who.post("corrections", Records.correction("p-sam", Records.minutes(57), "Called in.")),
            who -> who.tryDecline("p-sam", "You were not."),
            who -> who.post("signatures", signature()));

    private static String signature() {
        return Records.wish()
                .put("sheet", 3)
                .put("hash", "ab".repeat(32))
                .put("name", "Dana Whitfield")
                .put("credential", "LCSW")
                .put("co", false)
                .toString();
    }

    @Test
    void only_those_who_lead_the_session_read_correct_answer_and_sign() {
        for (var asked : OF_STAFF) {
            Records.problem(asked.apply(sam), 403, "not-yours");
            Records.problem(asked.apply(new Records("Zoe K.", staffElsewhere(), clinic)), 404, "not-found");
            var nobody = new Records("", new Browser(clinic.first().address()).seat("p-dana"), clinic);
            Records.problem(asked.apply(nobody), 401, "not-signed-in");
        }
        assertEquals(0, opened().size());
    }

    @Test
    void a_session_that_one_is_not_part_of_is_answered_like_one_that_does_not_exist() {
        var zoe = staffElsewhere();
        for (var session : List.of(clinic.session(), "sother")) {
            var path = "/api/v1/sessions/" + session;
            Records.problem(zoe.get(path + "/record"), 404, "not-found");
            Records.problem(zoe.post(path + "/disputes", Records.dispute("-")), 404, "not-found");
            Records.problem(zoe.post(path + "/signatures", signature()), 404, "not-found");
        }
    }

    /// Somebody who works for the clinic, but does not lead this session.
    private Browser staffElsewhere() {
        var node = clinic.first().node();
        get(node.people().submit("p-zoe", new Register("Zoe K."), new Actor.Node("clinic"), new CommandId("zoe")));
        get(node.links().keep("zoes-token", new Link("p-zoe", Kind.STAFF, null)));
        var zoe = new Browser(clinic.first().address());
        zoe.exchange("zoes-token");
        return zoe;
    }

    @Test
    void a_person_disputes_their_own_row_and_staff_have_none() {
        dana.isRefused("not-for-facilitators", dana.tryDispute("It was me."));
        sam.isRefused("already-disputed", sam.tryDispute("Once more."));
        var maria = Records.of("Maria V.", clinic);
        maria.disputes("I was there.");
        assertFalse(maria.mine().toString().contains("Sam"));
        dana.isRefused(
                "not-for-facilitators",
                dana.post("corrections", Records.correction("p-ben", Records.minutes(1), "Was there.")));
        dana.isRefused("not-member", dana.post("corrections", Records.correction("p-zoe", Records.minutes(1), "-")));
    }

    @Test
    void before_the_end_nothing_is_disputed_or_signed_and_no_signing_is_offered() {
        clinic.openFor(2);
        var lead = Records.of("Dana W.", clinic);
        assertFalse(lead.record().has("signing"));
        lead.signsIn();
        lead.isRefused("not-yet", lead.post("signatures", signature()));
        var member = Records.of("Member 1", clinic);
        member.isRefused("not-yet", member.tryDispute("I am here."));
        lead.corrects("p-member-1", Records.minutes(0), "Only looked in.");
    }

    @Test
    void each_reading_is_noted_first_and_what_cannot_be_noted_is_not_shown() {
        dana.record();
        assertEquals(List.of(new RecordOpened(null, RecordKind.SESSION_RECORD, clinic.session())), opened());
        get(redis.send(Request.cmd(Command.SET).arg("log:{" + log() + "}").arg("in the way")));
        var answer = dana.browser().get(dana.path("record"));
        Records.problem(answer, 503, "not-noted");
        assertFalse(answer.body().contains("Sam"), answer.body());
    }

    private LogId log() {
        return clinic.first().node().audit().current();
    }

    private List<AuditEvent> opened() {
        var notes = new RedisEventLog<>(
                redis, SealedJson.of(AuditEvent.class), clinic.master(), new RedisKeyring(redis, clinic.master()));
        return get(notes.read(log(), Head.EMPTY)).stream()
                .flatMap(written -> written.entry().events().stream())
                .toList();
    }

    @Test
    void what_is_not_what_the_contract_says_is_not_read() {
        var good = Records.correction("p-sam", Records.minutes(57), "Called in.");
        for (var bad : List.of(
                good.replace("\"minutes\":57", "\"minutes\":-1"),
                good.replace("\"minutes\":57", "\"minutes\":57.5"),
                good.replace("\"minutes\":57", "\"minutes\":57,\"status\":\"late\""),
                good.replace("\"type\":\"minutes\"", "\"type\":\"hours\""),
                good.replace("Called in.", ""),
                good.replace("Called in.", "x".repeat(501)),
                good.replace("\"command\":\"", "\"command\":\"x"),
                good.replace("p-sam", "not an id"),
                good.replace("}", ",\"more\":1}"),
                "[]")) {
            Records.problem(dana.post("corrections", bad), 400, "malformed");
        }
        dana.isRefused("too-long", dana.post("corrections", good.replace("Called in.", "  ")));
        dana.isRefused("outside-session", dana.post("corrections", good.replace("57", "91")));
        var by = "{\"type\":\"by-phone\",\"from\":\"seven\",\"to\":\"2026-03-02T18:30:00Z\"}";
        Records.problem(
                dana.post("corrections", good.replace("{\"type\":\"minutes\",\"minutes\":57}", by)), 400, "malformed");
    }

    @Test
    void an_answer_is_either_a_correction_or_a_no() {
        var both = Records.wish();
        both.putObject("decline").put("words", "No.");
        both.putObject("accept").put("reason", "Yes.").set("change", Records.minutes(57));
        Records.problem(dana.post("disputes/p-sam/answers", both.toString()), 400, "malformed");
        Records.problem(dana.post("disputes/p-sam/answers", Records.wish().toString()), 400, "malformed");
        var signature = signature();
        Records.problem(dana.post("signatures", signature.replace("ab", "AB")), 400, "malformed");
        Records.problem(dana.post("signatures", signature.replace("Dana Whitfield", "")), 400, "malformed");
        Records.problem(dana.trySignIn("12345"), 400, "malformed");
        Records.problem(dana.trySignIn("abcdef"), 400, "malformed");
    }

    @Test
    void whoever_guesses_codes_is_soon_not_even_looked_at() {
        var code = clinic.code("Dana W.");
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (var i = 0; i < 5; i++) Records.problem(dana.trySignIn(wrong), 403, "sign-in-refused");
        Records.problem(dana.trySignIn(wrong), 429, "slow-down");
        Records.problem(dana.trySignIn(code), 429, "slow-down");
        // Sam has no code, and Dana's is not his.
        Records.problem(sam.trySignIn(code), 403, "sign-in-refused");
        Records.of("Ben H.", clinic).signsIn();
    }
}
