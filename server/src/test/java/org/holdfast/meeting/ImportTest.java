package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A roster that Dana brings from the program the clinic had before. Two of its rows are wrong.
@ExtendWith(RedisExtension.class)
class ImportTest {
    private static final String ROSTER = """
            MRN,Name,Admitted,Language,Channel,Phone,Group
            A-101,Nia B.,2026-03-01,Spanish,sms,555-0106,Evening group
            A-102,Omar K.,2026-03-01,,,,evening GROUP
            A-103,,2026-03-01,,,,
            A-104,Ruth C.,yesterday,,,,
            A-105,Grace L.,2026-03-01,,,,Morning group
            H-SAM,Sam P.,,,,,
            """;

    private Clinic clinic;
    private Browser dana;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.browserOf("Dana W.");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private HttpResponse<String> ask(String csv, boolean dryRun, String language) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("command", Books.fresh().value())
                .put("csv", csv)
                .put("dryRun", dryRun);
        return dana.post("/api/v1/clinic/imports?lang=" + language, body.toString());
    }

    private JsonNode bring(String csv, boolean dryRun) {
        var answer = ask(csv, dryRun, "en");
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonText.parse(answer.body());
    }

    private static void became(int added, int changed, int same, JsonNode view) {
        assertEquals(added, view.path("added").asInt(), view.toString());
        assertEquals(changed, view.path("changed").asInt(), view.toString());
        assertEquals(same, view.path("same").asInt(), view.toString());
    }

    private int known() {
        return dana.json("/api/v1/clinic/people").path("people").size();
    }

    @Test
    void lookingSaysWhatBringingDoesAndBringingTwiceDoesNothingMore() {
        var before = known();
        var looked = bring(ROSTER, true);
        became(2, 0, 1, looked);
        assertEquals(before, known());
        var brought = bring(ROSTER, false);
        became(2, 0, 1, brought);
        assertEquals(looked.path("faults"), brought.path("faults"));
        assertEquals(before + 2, known());
        became(0, 0, 3, bring(ROSTER, false));
        assertEquals(before + 2, known());
        var group = dana.json("/api/v1/clinic/groups/g-evening");
        assertEquals(7, group.path("members").size());
    }

    @Test
    void whatIsWrongIsToldByItsLineInTheLanguageOfWhoAsks() {
        var faults = bring(ROSTER, true).path("faults");
        assertEquals(3, faults.size(), faults.toString());
        assertEquals(4, faults.get(0).path("line").asInt());
        assertEquals("name", faults.get(0).path("column").asText());
        assertEquals("The name is missing.", faults.get(0).path("text").asText());
        assertEquals("admitted", faults.get(1).path("column").asText());
        assertEquals(
                "There is no open group of this name.",
                faults.get(2).path("text").asText());
        var spanish = ask(ROSTER, true, "es").body();
        assertTrue(spanish.contains("Falta el nombre."), spanish);
    }

    @Test
    void aNewNumberForAPhoneIsAChangeAndNothingElseIsLost() {
        bring(ROSTER, false);
        var people = dana.json("/api/v1/clinic/people").path("people");
        var nia = "";
        for (var person : people)
            if (person.path("number").asText().equals("A-101"))
                nia = person.path("id").asText();
        became(0, 1, 0, bring("mrn,name,phone\nA-101,Nia B.,555-0199\n", false));
        var after = dana.json("/api/v1/clinic/people/" + nia);
        assertEquals("555-0199", after.path("reach").path("phone").asText());
        assertEquals("spanish", after.path("reach").path("speaks").asText());
        assertEquals("sms", after.path("reach").path("channel").asText());
    }

    @Test
    void aLargeFileIsReadAndOneThatIsTooLargeIsRefused() {
        var rows = new StringBuilder("mrn,name\n");
        for (var n = 0; n < 400; n++)
            rows.append("L-")
                    .append(n)
                    .append(",")
                    .append("Name ".repeat(7))
                    .append(n)
                    .append("\n");
        became(400, 0, 0, bring(rows.toString(), true));
        assertEquals(413, ask("x".repeat(2_000_000), true, "en").statusCode());
        assertEquals(400, ask("x".repeat(600_000), true, "en").statusCode());
    }
}
