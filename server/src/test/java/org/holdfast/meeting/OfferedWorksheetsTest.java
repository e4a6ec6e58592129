package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/// A worksheet that is opened in a session, as those find it whom it was put before.
@ExtendWith(RedisExtension.class)
class OfferedWorksheetsTest {
    private static final String MINE = "/api/v1/me/worksheets";
    private static final String PAPER = "w234567890123456789012";

    private Clinic clinic;
    private Tab dana;
    private Browser sam;
    private Tab samsPage;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        sam = clinic.browserOf("Sam P.");
        samsPage = sam.open(clinic.session());
        samsPage.welcome("waiting");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private void comesIn() {
        dana.done("member.admit", "member", "p-sam");
        samsPage.welcome("room");
    }

    private void opens(String form) {
        dana.done("worksheet.open", "worksheet", PAPER, "form", form, "version", "1", "mode", "private");
    }

    private void opensFor(String member) {
        var members = JsonNodeFactory.instance.arrayNode().add(member);
        dana.done(
                "worksheet.open",
                "worksheet",
                PAPER,
                "form",
                "halt",
                "version",
                "1",
                "mode",
                "private",
                "members",
                members);
    }

    private static HttpResponse<String> saves(Browser browser, String words) {
        return browser.put(
                MINE + "/" + PAPER + "/answers",
                "{\"command\":\"" + Books.fresh().value() + "\",\"item\":\"hungry-next\",\"value\":\"" + words + "\"}");
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonText.parse(answer.body());
    }

    @Test
    void it_lies_before_whoever_is_in_the_room_and_begins_with_their_first_answer() {
        comesIn();
        opens("halt");
        var line = sam.json(MINE).path("worksheets").get(0);
        assertEquals(PAPER, line.path("sheet").asText());
        assertTrue(line.path("open").asBoolean() && !line.has("begun"), line.toString());
        assertEquals(clinic.session(), line.path("session").asText());
        var blank = sam.json(MINE + "/" + PAPER);
        assertEquals("halt", blank.path("form").path("form").asText());
        assertTrue(blank.path("answers").isEmpty() && !blank.has("begun"), blank.toString());
        assertTrue(ok(saves(sam, "Soup")).has("changed"));
        var begun = sam.json(MINE).path("worksheets");
        assertEquals(1, begun.size());
        assertTrue(begun.get(0).has("begun") && begun.get(0).path("open").asBoolean(), begun.toString());
    }

    @Test
    void what_was_written_while_a_line_was_down_comes_after_it_was_closed_and_after_the_end() {
        comesIn();
        opens("halt");
        dana.done("worksheet.close", "worksheet", PAPER);
        assertTrue(sam.json(MINE).path("worksheets").isEmpty());
        ok(saves(sam, "Soup"));
        dana.done("session.end");
        dana.welcome("ended");
        ok(saves(sam, "Soup and bread"));
        var line = sam.json(MINE).path("worksheets").get(0);
        assertFalse(line.path("open").asBoolean());
        assertEquals(clinic.session(), line.path("session").asText());
    }

    @Test
    void whoever_waits_or_is_not_meant_finds_nothing_and_cannot_tell_it_from_nothing() {
        opens("halt");
        assertTrue(sam.json(MINE).path("worksheets").isEmpty());
        var nothing = sam.get(MINE + "/wnowhere");
        assertEquals(nothing.body(), sam.get(MINE + "/" + PAPER).body());
        assertEquals(404, saves(sam, "Soup").statusCode());
        dana.done("worksheet.close", "worksheet", PAPER);
    }

    @Test
    void one_that_is_for_somebody_else_is_not_there() {
        comesIn();
        opensFor("p-amina");
        assertTrue(sam.json(MINE).path("worksheets").isEmpty());
        assertEquals(404, saves(sam, "Soup").statusCode());
    }

    @Test
    void one_of_a_form_that_nobody_has_is_not_opened_and_not_there() {
        comesIn();
        var refusal = dana.refused(
                "worksheet.open", "worksheet", PAPER, "form", "no-such-form", "version", "1", "mode", "private");
        assertEquals("no-form", refusal);
        assertTrue(sam.json(MINE).path("worksheets").isEmpty());
        assertEquals(404, sam.get(MINE + "/" + PAPER).statusCode());
        assertEquals(404, saves(sam, "Soup").statusCode());
    }
}
