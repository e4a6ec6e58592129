package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Standards;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What staff of a clinic in New York do with its calendar. It is Monday 2 March 2026, 13:00 there.
@ExtendWith(RedisExtension.class)
class ScheduleRestTest {
    private static final String SCHEDULE = "/api/v1/clinic/schedule";

    private Clinic clinic;
    private Browser dana;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        new Books(clinic.first(), ClinicId.ONLY).submit(new Standards.SetZone(ZoneId.of("America/New_York")));
        dana = clinic.browserOf("Dana W.");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static String wish(String rest) {
        return "{\"command\": \"" + Books.fresh().value() + "\", " + rest.replace('\'', '"') + "}";
    }

    private static String evenings(String days, String first) {
        return "'timing': {'rule': 'FREQ=WEEKLY;BYDAY=" + days + "', 'first': '" + first
                + "', 'at': '18:00', 'minutes': 90}";
    }

    private HttpResponse<String> post(String path, String rest) {
        return dana.post(SCHEDULE + path, wish(rest));
    }

    private JsonNode done(String path, String rest) {
        var answer = post(path, rest);
        assertTrue(answer.statusCode() < 300, path + ": " + answer.statusCode() + " " + answer.body());
        return answer.body().isEmpty() ? JsonText.parse("{}") : JsonText.parse(answer.body());
    }

    private void refused(String code, String path, String rest) {
        var answer = post(path, rest);
        assertEquals(409, answer.statusCode(), answer.body());
        var problem = JsonText.parse(answer.body());
        assertEquals("urn:holdfast:problem:" + code, problem.path("type").asText());
        assertTrue(problem.path("title").asText().endsWith("."), answer.body());
    }

    private String mondaysAndThursdays() {
        return done("/series", "'group': 'g-evening', " + evenings("MO,TH", "2026-03-02"))
                .path("id")
                .asText();
    }

    private JsonNode week() {
        return dana.json(SCHEDULE + "?from=2026-03-02&to=2026-03-08");
    }

    private static List<String> told(JsonNode view) {
        var told = new ArrayList<String>();
        for (var slot : view.path("slots")) {
            told.add(slot.path("starts").asText() + " " + slot.path("state").asText());
        }
        return told;
    }

    @Test
    void aGroupMeetsTwiceAWeekByTheClocksOfTheClinic() {
        var id = mondaysAndThursdays();
        var view = week();
        assertEquals("America/New_York", view.path("zone").asText());
        assertEquals("2026-03-02", view.path("today").asText());
        assertEquals(List.of("2026-03-02T23:00:00Z planned", "2026-03-05T23:00:00Z planned"), told(view));
        var first = view.path("slots").get(0);
        assertEquals(id + "-20260302", first.path("id").asText());
        assertEquals("Evening group", first.path("title").asText());
        assertEquals("Dana W.", first.path("lead").path("name").asText());
        assertEquals(5, first.path("expected").asInt());
        assertEquals("18:00", first.path("place").path("at").asText());
        var afterTheClocksChanged = dana.json(SCHEDULE + "?from=2026-03-09");
        assertEquals(List.of("2026-03-09T22:00:00Z planned"), told(afterTheClocksChanged));
        assertEquals(List.of("2026-03-02T23:00:00Z planned"), told(dana.json(SCHEDULE)));
    }

    @Test
    void aSeriesIsMadeOnceHoweverOftenItIsAsked() {
        var wish = wish("'group': 'g-evening', " + evenings("MO", "2026-03-02"));
        var first = dana.post(SCHEDULE + "/series", wish);
        var again = dana.post(SCHEDULE + "/series", wish);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        assertEquals(1, week().path("series").size());
    }

    @Test
    void anotherRhythmBeginsAndTheOldOneEndsBefore() {
        var id = mondaysAndThursdays();
        var next = done("/series/replacements", "'series': '" + id + "', " + evenings("FR", "2026-03-05"))
                .path("id")
                .asText();
        assertEquals(List.of("2026-03-02T23:00:00Z planned", "2026-03-06T23:00:00Z planned"), told(week()));
        done("/series/ends", "'series': '" + next + "', 'last': '2026-03-20'");
        var series = dana.json(SCHEDULE + "?from=2026-03-16&to=2026-03-29");
        assertEquals(List.of("2026-03-20T22:00:00Z planned"), told(series));
        assertEquals(1, series.path("series").size());
        assertEquals("2026-03-20", series.path("series").get(0).path("last").asText());
        refused("not-next", "/series/ends", "'series': '" + next + "', 'last': '2026-04-20'");
    }

    @Test
    void oneSessionIsMovedCancelledAndHeldAsPlannedAgain() {
        var slot = "'slot': '" + mondaysAndThursdays() + "-20260305'";
        var friday = "'to': {'day': '2026-03-06', 'at': '17:00', 'minutes': 60}";
        done("/moves", slot + ", " + friday + ", 'reason': ' Dana is at a training. '");
        var moved = week().path("slots").get(1);
        assertEquals("2026-03-06T22:00:00Z", moved.path("starts").asText());
        assertEquals("moved", moved.path("state").asText());
        assertEquals("Dana is at a training.", moved.path("why").asText());
        assertEquals("2026-03-05", moved.path("planned").path("day").asText());
        done("/cancellations", slot + ", 'reason': 'Snow.'");
        assertEquals(List.of("2026-03-02T23:00:00Z planned", "2026-03-05T23:00:00Z cancelled"), told(week()));
        done("/restorations", slot);
        assertEquals(List.of("2026-03-02T23:00:00Z planned", "2026-03-05T23:00:00Z planned"), told(week()));
    }

    @Test
    void anExtraSessionMakesUpForTheMissedOne() {
        var missed = mondaysAndThursdays() + "-20260302";
        var place = "'place': {'day': '2026-03-07', 'at': '10:00', 'minutes': 60}";
        var id = done(
                        "/extras",
                        "'group': 'g-evening', " + place + ", 'makesUp': '" + missed + "', 'members': ['p-sam']")
                .path("id")
                .asText();
        var extra = week().path("slots").get(2);
        assertEquals(id, extra.path("id").asText());
        assertTrue(id.matches("x[0-9a-f]+"), id);
        assertEquals("extra", extra.path("state").asText());
        assertEquals(missed, extra.path("makesUp").asText());
        assertEquals(1, extra.path("expected").asInt());
        assertEquals(false, extra.path("wholeGroup").asBoolean());
        assertTrue(!week().toString().contains("p-sam"), "The calendar names nobody who comes");
        done("/cancellations", "'slot': '" + id + "', 'reason': 'Sam is ill.'");
        assertEquals("cancelled", week().path("slots").get(2).path("state").asText());
    }

    @Test
    void noSeriesMeetsOnAHoliday() {
        mondaysAndThursdays();
        done("/holidays", "'day': '2026-03-05', 'name': 'Founders Day'");
        var view = week();
        assertEquals(List.of("2026-03-02T23:00:00Z planned", "2026-03-05T23:00:00Z holiday"), told(view));
        assertEquals("Founders Day", view.path("holidays").get(0).path("name").asText());
        done("/holidays/removals", "'day': '2026-03-05'");
        assertEquals(0, week().path("holidays").size());
    }

    @Test
    void whatCannotBeIsRefusedInWordsOfBothLanguages() {
        var id = mondaysAndThursdays();
        var group = "'group': 'g-evening', ";
        refused("no-rule", "/series", group + evenings("XX", "2026-03-03"));
        refused("begun", "/series", group + evenings("MO", "2026-03-01"));
        refused("no-length", "/series", group + evenings("MO", "2026-03-02").replace("90", "4"));
        refused("no-reason", "/cancellations", "'slot': '" + id + "-20260305', 'reason': ' '");
        refused("too-long", "/holidays", "'day': '2026-03-05', 'name': ' '");
        clinic.clock.pass(Duration.ofHours(5));
        refused("begun", "/cancellations", "'slot': '" + id + "-20260302', 'reason': 'Snow.'");
        var place = "'place': {'day': '2026-03-07', 'at': '10:00', 'minutes': 60}";
        refused("not-enrolled", "/extras", group + place + ", 'members': ['p-nobody']");
        var spanish = dana.post(SCHEDULE + "/series?lang=es", wish(group + evenings("XX", "2026-03-03")));
        assertTrue(spanish.body().contains("ritmo"), spanish.body());
    }

    @Test
    void whatIsNoDayIsNoRequest() {
        for (var query : List.of(
                "?from=2026-02-30",
                "?from=yesterday",
                "?from=2026-03-02&to=2026-03-01",
                "?from=2026-03-02&to=2026-05-03",
                "?from=2099-01-01")) {
            assertEquals(400, dana.get(SCHEDULE + query).statusCode(), query);
        }
        assertEquals(200, dana.get(SCHEDULE + "?from=2026-03-02&to=2026-05-02").statusCode());
        assertEquals(
                400, post("/holidays", "'day': '2026-02-30', 'name': 'Never'").statusCode());
    }

    @Test
    void whoOnlyLeadsGroupsSeesThoseAndChangesNoOther() {
        var books = new Books(clinic.first(), ClinicId.ONLY);
        var kim = books.staff("p-kim", StaffRole.FACILITATOR);
        books.group("g-kims", 8, "p-kim");
        books.mondays("r-kims", "g-kims", "2026-03-02");
        var slot = mondaysAndThursdays() + "-20260305";
        var seen = kim.json(SCHEDULE + "?from=2026-03-02&to=2026-03-08");
        assertEquals(1, seen.path("slots").size());
        assertEquals(1, seen.path("series").size());
        assertEquals("g-kims", seen.path("slots").get(0).path("group").asText());
        var own = "'slot': 'r-kims-20260309', 'reason': 'I am ill.'";
        assertEquals(204, kim.post(SCHEDULE + "/cancellations", wish(own)).statusCode());
        for (var one : List.of(slot, "r-none-20260305")) {
            var others = kim.post(SCHEDULE + "/cancellations", wish("'slot': '" + one + "', 'reason': 'Why'"));
            assertEquals(404, others.statusCode(), others.body());
        }
        var makeUp = "'group': 'g-kims', 'place': {'day': '2026-03-07', 'at': '10:00', 'minutes': 60}, 'makesUp': '";
        assertEquals(
                404, kim.post(SCHEDULE + "/extras", wish(makeUp + slot + "'")).statusCode());
        var member = makeUp.replace("'makesUp': '", "'members': ['p-sam']");
        assertTrue(kim.post(SCHEDULE + "/extras", wish(member)).body().contains("not-enrolled"));
        var series = "'group': 'g-kims', " + evenings("MO", "2026-03-09");
        assertEquals(403, kim.post(SCHEDULE + "/series", wish(series)).statusCode());
    }
}
