package org.holdfast.meeting;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import org.holdfast.clinic.ClinicId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What auditors are told of the clinic's logs when somebody with the run of Redis was at them. Five people were looked
/// up before.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class AuditChainTest {
    private static final String CHAIN = "/api/v1/clinic/audit/chain";
    private static final int TRIES = 50;

    private Clinic clinic;
    private Notes notes;
    private Browser auditor;

    @BeforeEach
    void open(Vertx vertx, TestRedis redis) {
        clinic = Clinic.open(redis);
        notes = Notes.of(clinic, vertx, redis);
        var own = new Books(clinic.first(), ClinicId.ONLY);
        auditor = own.staff("pauditor", AUDITOR);
        var admin = own.staff("padmin", CLINIC_ADMIN);
        for (var i = 0; i < 5; i++) admin.json("/api/v1/clinic/people");
    }

    @AfterEach
    void close() {
        notes.close();
        clinic.close();
    }

    /// As looked at anew, and after the node has kept apart where its logs end.
    private JsonNode report(String language) {
        clinic.clock.pass(Duration.ofMinutes(2));
        clinic.tick();
        return auditor.json(CHAIN + "?lang=" + language);
    }

    private static JsonNode of(JsonNode report, String log) {
        for (var chain : report.path("chains")) if (chain.path("log").asText().equals(log)) return chain;
        throw new AssertionError("No " + log + " in " + report);
    }

    private JsonNode ofNotes(String language) {
        return of(report(language), notes.log().toString());
    }

    private JsonNode anchored() {
        for (var i = 0; i < TRIES; i++) {
            var chain = ofNotes("en");
            if (!chain.path("state").asText().equals("end-unknown")) return chain;
        }
        throw new AssertionError("Nothing was kept apart of " + notes.log());
    }

    private void inRedis(Request request) {
        get(notes.redis().send(request));
    }

    private String stream() {
        return "log:{" + notes.log() + "}";
    }

    @Test
    void anUntouchedChainIsWhole() {
        var chain = anchored();
        assertEquals("whole", chain.path("state").asText(), chain.toString());
        assertEquals(5, chain.path("entries").asInt());
        assertEquals("2026-03", chain.path("month").asText());
        assertEquals(
                "All 5 entries are as they were written.", chain.path("text").asText());
        assertEquals(
                "Las 5 entradas están como se escribieron.",
                ofNotes("es").path("text").asText());
        assertFalse(chain.has("harmed"));
        var first = report("en").path("chains").get(0);
        assertEquals("clinic:clinic", first.path("log").asText());
        assertFalse(first.has("month"));
    }

    @Test
    void anEntryThatWasTakenOutIsTheFirstThatDoesNotHold() {
        anchored();
        inRedis(Request.cmd(Command.XDEL).arg(stream()).arg("3-0"));
        var chain = ofNotes("en");
        assertEquals("altered", chain.path("state").asText(), chain.toString());
        assertEquals(3, chain.path("harmed").asInt());
        assertEquals(
                "Entry 3 is not what was written there. The 2 before it are as they were written.",
                chain.path("text").asText());
        assertEquals(
                "La entrada 3 no es lo que se escribió allí. Las 2 anteriores están como se escribieron.",
                ofNotes("es").path("text").asText());
    }

    @Test
    void anEntryThatNamesSomebodyElseIsFoundAndItsLogCountsAsUnread() {
        anchored();
        var rows = get(notes.redis()
                .send(Request.cmd(Command.XRANGE).arg(stream()).arg("-").arg("+")));
        inRedis(Request.cmd(Command.DEL).arg(stream()));
        for (var row : rows) {
            var add = Request.cmd(Command.XADD).arg(stream()).arg(row.get(0).toString());
            for (var field : row.get(1)) {
                var word = field.toString();
                add.arg(row.get(0).toString().equals("2-0") ? word.replace("padmin", "pother") : word);
            }
            inRedis(add);
        }
        var chain = ofNotes("en");
        assertEquals("altered", chain.path("state").asText(), chain.toString());
        assertEquals(2, chain.path("harmed").asInt());
        assertEquals(
                "Entry 2 is not what was written there. The one before it is as it was written.",
                chain.path("text").asText());
        // What was altered is not shown as if it were true; a server that starts now writes a log of its own.
        var elsewhere = auditor.at(clinic.start().address());
        var list = elsewhere.json("/api/v1/clinic/audit?from=2026-03-02T00:00:00Z");
        assertEquals(1, list.path("unread").asInt(), list.toString());
        assertFalse(list.toString().contains("pother"), list.toString());
    }

    @Test
    void entriesThatAreGoneFromTheEndAreMissed() {
        anchored();
        for (var id : new String[] {"4-0", "5-0"})
            inRedis(Request.cmd(Command.XDEL).arg(stream()).arg(id));
        var chain = ofNotes("en");
        assertEquals("cut-off", chain.path("state").asText(), chain.toString());
        assertEquals("Entry 4 and all after it are gone.", chain.path("text").asText());
    }
}
