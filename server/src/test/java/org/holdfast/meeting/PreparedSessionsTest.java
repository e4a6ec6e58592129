package org.holdfast.meeting;

import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.StaffRole;
import org.holdfast.clinic.Standards;
import org.holdfast.clinic.Timing;
import org.holdfast.json.JsonText;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// It is six. Lea's group meets at half past seven, and she prepares what they will work on.
@ExtendWith(RedisExtension.class)
class PreparedSessionsTest {
    private static final String SLOT = "rlea-20260302";
    private static final String PAGE = "/api/v1/clinic/schedule/worksheets";
    private static final String HALT = "wHaltHaltHaltHaltHaltH";
    private static final String MAP = "wMapMapMapMapMapMapMap";

    private Clinic clinic;
    private Books books;
    private Browser lea;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        books = new Books(clinic.first(), ClinicId.ONLY);
        books.submit(new Standards.SetZone(ZoneOffset.UTC));
        lea = books.staff("p-lea", StaffRole.FACILITATOR);
        books.participant("p-tom");
        books.group("glea", 8, "p-lea", "p-tom");
        var timing = new Timing("FREQ=WEEKLY;BYDAY=MO", LocalDate.parse(Books.MONDAY), LocalTime.of(19, 30), 60);
        books.submit(new Scheduling.Make(new SeriesId("rlea"), new GroupId("glea"), timing));
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static String one(String worksheet, String form, String mode) {
        return """
                {"worksheet":"%s","form":"%s","version":"1","mode":"%s"}""".formatted(worksheet, form, mode);
    }

    private static String forOne(String worksheet, String form, String member) {
        return """
                {"worksheet":"%s","form":"%s","version":"1","mode":"private","members":["%s"]}""".formatted(worksheet, form, member);
    }

    private int prepares(String... worksheets) {
        var body = """
                {"command":"%s","slot":"%s","worksheets":[%s]}""".formatted(Books.fresh().value(), SLOT, String.join(",", worksheets));
        return lea.put(PAGE, body).statusCode();
    }

    private JsonNode prepared() {
        return JsonText.parse(lea.get(PAGE + "?slot=" + SLOT).body()).path("worksheets");
    }

    private void itIs(String time) {
        var then = Instant.parse(Books.MONDAY + "T" + time + "Z");
        clinic.clock.pass(Duration.between(clinic.clock.instant(), then));
    }

    private void opens() {
        itIs("19:15:00");
        until(() -> {
            clinic.tick();
            return books.browser("p-tom").get("/api/v1/me").body().contains(SLOT);
        });
    }

    @Test
    void they_lie_ready_when_the_room_opens_before_nobody_and_one_press_opens_each() {
        assertEquals(204, prepares(one(MAP, "trigger-map", "board"), one(HALT, "halt", "private")));
        assertEquals("My trigger map", prepared().get(0).path("title").asText());
        opens();
        var console = lea.open(SLOT);
        console.welcome("console");
        var ready = console.worksheets();
        for (var id : new String[] {MAP, HALT}) {
            var sheet = ready.path(id);
            assertTrue(sheet.path("closed").asBoolean() && sheet.path("members").isEmpty(), sheet.toString());
        }
        assertTrue(ready.path(MAP).path("order").asLong()
                < ready.path(HALT).path("order").asLong());
        var tom = books.browser("p-tom");
        var page = tom.open(SLOT);
        page.welcome("waiting");
        console.done("member.admit", "member", "p-tom");
        assertFalse(page.welcome("room").has("worksheets"));
        assertTrue(tom.json("/api/v1/me/worksheets").path("worksheets").isEmpty());
        assertEquals(404, tom.get("/api/v1/me/worksheets/" + MAP).statusCode());
        console.done("worksheet.open", "worksheet", MAP, "form", "trigger-map", "version", "1", "mode", "board");
        page.seesWorksheets(all -> all.has(MAP) && !all.has(HALT));
        assertEquals(200, tom.get("/api/v1/me/worksheets/" + MAP).statusCode());
    }

    @Test
    void one_is_meant_for_some_of_whom_the_group_expects() {
        assertEquals(409, prepares(forOne(HALT, "halt", "p-lea")));
        assertEquals(400, prepares(forOne(HALT, "halt", "p-tom").replace("[\"p-tom\"]", "[]")));
        assertEquals(204, prepares(forOne(HALT, "halt", "p-tom")));
        assertEquals("p-tom", prepared().get(0).path("members").path(0).asText());
        opens();
        var console = lea.open(SLOT);
        console.welcome("console");
        assertTrue(console.worksheets().path(HALT).path("meant").path("p-tom").asBoolean());
    }

    @Test
    void it_is_said_anew_until_the_room_opens_and_refused_from_then_on() {
        assertEquals(204, prepares(one(HALT, "halt", "share")));
        assertEquals(204, prepares());
        assertTrue(prepared().isEmpty());
        assertEquals(409, prepares(one(HALT, "no-such-form", "share")));
        assertEquals(409, prepares(one(HALT, "halt", "share"), one(HALT, "halt", "share")));
        opens();
        assertEquals(409, prepares(one(HALT, "halt", "share")));
    }
}
