package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.holdfast.session.Audience;
import org.holdfast.session.SignOff;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The evening is over: Sam was in the room for twenty of ninety minutes, Maria never came.
@ExtendWith(RedisExtension.class)
class RecordTest {
    private Clinic clinic;
    private Records dana;
    private Records ben;
    private Records sam;

    @BeforeEach
    void the_evening_ends(TestRedis redis) {
        clinic = Clinic.open(redis);
        var console = clinic.tabOf("Dana W.");
        console.welcome("console");
        var seat = clinic.seatOf("Sam P.", console);
        clinic.pass(Duration.ofMinutes(20), console, seat);
        console.done("session.end");
        dana = Records.of("Dana W.", clinic);
        ben = Records.of("Ben H.", clinic);
        sam = Records.of("Sam P.", clinic);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static JsonNode row(JsonNode record, String member) {
        for (var row : record.path("sheet").path("rows")) {
            if (row.path("member").asText().equals(member)) return row;
        }
        throw new AssertionError("No row of " + member);
    }

    @Test
    void a_facilitator_reads_the_sheet_what_was_decided_and_what_can_be_signed() {
        var record = dana.record();
        assertEquals(20, row(record, "p-sam").path("creditedMinutes").asInt());
        assertEquals("no-show", row(record, "p-maria").path("status").asText());
        var decisions = record.path("decisions");
        assertEquals("Dana W. let Sam P. in.", told(decisions, "p-sam"));
        var signing = record.path("signing");
        assertEquals("sign", signing.path("may").asText());
        assertEquals(1, signing.path("version").asInt());
        assertEquals("Dana W.", signing.path("name").asText());
        assertEquals("LCSW", signing.path("credential").asText());
        assertFalse(signing.has("freshUntil"), "Nobody has signed in again yet");
        assertEquals(
                record.path("log").path("entries").asLong(),
                signing.path("sheet").asLong());
        assertTrue(record.path("versions").isEmpty() && record.path("due").isEmpty());
    }

    private static String told(JsonNode decisions, String about) {
        for (var decision : decisions) {
            if (decision.path("about").asText().equals(about)
                    && decision.path("code").asText().equals("member.admitted"))
                return decision.path("text").asText();
        }
        return decisions.toString();
    }

    @Test
    void a_dispute_is_answered_the_sheet_is_signed_and_a_correction_makes_a_second_version_that_leaves_the_first() {
        dana.signs();
        var first = dana.record();
        assertEquals("nothing", first.path("signing").path("may").asText());
        assertEquals("co-sign", ben.record().path("signing").path("may").asText());
        ben.coSigns();

        sam.disputes("I called in when the line was lost.");
        var disputed = row(dana.record(), "p-sam").path("dispute");
        assertEquals("open", disputed.path("state").asText());
        assertEquals(
                "I called in when the line was lost.", disputed.path("words").asText());
        dana.accepts("p-sam", Records.minutes(57), "True, I had forgotten.");

        var due = dana.record();
        assertEquals("sign", due.path("signing").path("may").asText());
        assertEquals(2, due.path("signing").path("version").asInt());
        assertEquals(
                20,
                due.path("due").get(0).path("before").path("creditedMinutes").asInt());
        assertEquals(
                57, due.path("due").get(0).path("after").path("creditedMinutes").asInt());
        ben.signs();

        var record = dana.record();
        var versions = record.path("versions");
        assertEquals(2, versions.size());
        // As it was before anybody corrected anything, to the last field.
        assertEquals(first.path("versions").get(0).path("hash"), versions.get(0).path("hash"));
        assertEquals(
                "Ben H.", versions.get(0).path("coSigned").get(0).path("name").asText());
        assertNotEquals(versions.get(0).path("hash"), versions.get(1).path("hash"));
        var changed = versions.get(1).path("changed").get(0);
        assertEquals("p-sam", changed.path("member").asText());
        assertEquals(
                "True, I had forgotten.",
                changed.path("corrections").get(0).path("reason").asText());
        assertTrue(record.path("due").isEmpty());
        assertEquals(
                "accepted", row(record, "p-sam").path("dispute").path("state").asText());
        clinic.keepsWhatWasSigned(2);
    }

    @Test
    void a_person_sees_what_was_corrected_on_their_own_row_and_what_they_were_answered() {
        dana.corrects("p-sam", Records.minutes(57), "Called in.");
        assertEquals(57, sam.mine().path("correctedMinutes").asInt());
        assertEquals(20, sam.mine().path("creditedMinutes").asInt());
        sam.disputes("It was an hour.");
        assertEquals("open", sam.mine().path("dispute").path("state").asText());
        sam.isRefused("already-disputed", sam.tryDispute("Once more."));
        dana.declines("p-sam", "You left the call at seven.");
        assertEquals(
                "You left the call at seven.",
                sam.mine().path("dispute").path("answer").asText());
        dana.isRefused("not-disputed", dana.tryDecline("p-sam", "And again."));
    }

    @Test
    void whoever_signs_has_just_proved_who_they_are() {
        dana.isRefused("sign-in-again", dana.trySign(false));
        dana.signsIn();
        assertEquals(
                Clinic.SIX.plus(Duration.ofMinutes(25)).toString(),
                dana.record().path("signing").path("freshUntil").asText());
        clinic.clock.pass(SignOff.FRESH.plusSeconds(1));
        assertFalse(dana.record().path("signing").has("freshUntil"));
        dana.isRefused("sign-in-again", dana.trySign(false));
        dana.signsIn();
        clinic.clock.pass(SignOff.FRESH);
        assertEquals(204, dana.trySign(false).statusCode());
    }

    @Test
    void another_browser_of_the_same_person_asks_for_the_code_again() {
        dana.signsIn();
        var elsewhere = Records.of("Dana W.", clinic);
        elsewhere.isRefused("sign-in-again", elsewhere.trySign(false));
        assertEquals(204, dana.trySign(false).statusCode());
    }

    @Test
    void a_sheet_that_was_corrected_meanwhile_is_not_signed_unseen() {
        dana.signsIn();
        var seen = dana.record();
        ben.corrects("p-sam", Records.minutes(57), "Called in.");
        dana.isRefused("stale-sheet", dana.trySign(seen, false));
        assertEquals(204, dana.trySign(false).statusCode());
        ben.signsIn();
        ben.isRefused("stale-sheet", ben.trySign(seen, true));
    }

    @Test
    void a_retry_does_nothing_twice_even_when_the_sign_in_is_old_by_then() {
        var entries = dana.record().path("log").path("entries").asLong();
        dana.twice("corrections", Records.correction("p-sam", Records.minutes(57), "Called in."));
        dana.signsIn();
        var signature = Records.signature(dana.record(), false);
        assertEquals(204, dana.post("signatures", signature).statusCode());
        clinic.clock.pass(Duration.ofHours(1));
        assertEquals(204, dana.post("signatures", signature).statusCode());
        sam.twice("disputes", Records.dispute("It was an hour."));
        assertEquals(entries + 3, dana.record().path("log").path("entries").asLong());
    }

    @Test
    void the_sentence_of_a_refusal_is_in_the_language_that_was_asked_for() {
        var answer = dana.browser().post(dana.path("signatures?lang=es"), Records.signature(dana.record(), false));
        assertEquals("Inicie sesión de nuevo y después firme.", Records.problem(answer, 409, "sign-in-again"));
    }

    @Test
    void a_session_that_ended_long_ago_can_still_be_put_right_and_signed() {
        clinic.clock.pass(Duration.ofDays(40));
        clinic.tick();
        clinic.tick();
        dana.corrects("p-sam", Records.minutes(57), "The phone company confirmed it.");
        dana.signs();
        assertEquals(1, dana.record().path("versions").size());
    }

    @Test
    void a_console_that_is_still_open_keeps_showing_that_the_meeting_has_ended() {
        var console = dana.browser().open(clinic.session());
        console.welcome("ended");
        dana.corrects("p-sam", Records.minutes(57), "Called in.");
        sam.disputes("It was an hour.");
        dana.signs();
        console.beatHeard();
        assertEquals("ended", console.view().path("place").asText());
        clinic.refold();
        assertEquals(console.view().toString(), clinic.viewFromTheLog(Audience.WAITING));
    }
}
