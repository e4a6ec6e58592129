package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Dana's browser speaks with one node and Ben's with another.
@ExtendWith(RedisExtension.class)
class SigningTest {
    private final ManualClock clockOfTheSecond = new ManualClock(Clinic.SIX);
    private Clinic clinic;
    private Clinic.Server second;
    private Records dana;
    private Records ben;

    @BeforeEach
    void the_evening_ends(TestRedis redis) {
        clinic = Clinic.open(redis);
        second = clinic.start(clockOfTheSecond);
        var console = clinic.tabOf("Dana W.");
        console.welcome("console");
        clinic.seatOf("Sam P.", console);
        console.done("session.end");
        dana = Records.of("Dana W.", clinic);
        ben = Records.of("Ben H.", clinic, second);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void of_two_who_sign_at_once_one_signs_and_the_other_is_told_and_may_co_sign() {
        dana.signsIn();
        ben.signsIn();
        var seen = List.of(dana.record(), ben.record());
        var answers = Stream.of(dana, ben)
                .map(who -> CompletableFuture.supplyAsync(() -> who.trySign(seen.get(who == dana ? 0 : 1), false)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(
                List.of(204, 409),
                answers.stream().map(HttpResponse::statusCode).sorted().toList());
        var first = answers.getFirst().statusCode() == 204;
        var late = first ? ben : dana;
        late.isRefused("already-signed", first ? answers.get(1) : answers.get(0));
        assertEquals("co-sign", late.record().path("signing").path("may").asText());
        late.coSigns();
        for (var who : List.of(dana, ben)) {
            var versions = who.record().path("versions");
            assertEquals(1, versions.size());
            assertEquals(1, versions.get(0).path("coSigned").size());
            assertEquals("nothing", who.record().path("signing").path("may").asText());
        }
        clinic.keepsWhatWasSigned(1);
    }

    @Test
    void a_sign_in_counts_on_any_node_even_when_its_clock_is_a_little_behind() {
        clinic.clock.pass(Duration.ofSeconds(2));
        dana.signsIn();
        var moved = new Records("Dana W.", dana.browser().at(second.address()), clinic);
        moved.does("signatures", Records.signature(dana.record(), false));
        assertEquals(1, dana.record().path("versions").size());
    }

    @Test
    void a_node_whose_clock_is_an_hour_behind_signs_nothing_and_writes_no_earlier_time() {
        clinic.clock.pass(Duration.ofHours(1));
        dana.corrects("p-sam", Records.minutes(57), "Called in.");
        ben.signsIn();
        ben.isRefused("sign-in-again", ben.trySign(false));
        ben.corrects("p-sam", Records.minutes(58), "A minute more.");
        var corrections = corrections(ben.record());
        assertEquals(corrections.get(0).path("at"), corrections.get(1).path("at"));
        dana.signs();
    }

    @Test
    void a_node_whose_clock_is_an_hour_ahead_lets_nobody_sign_by_an_older_sign_in() {
        dana.signsIn();
        clockOfTheSecond.pass(Duration.ofHours(1));
        var moved = new Records("Dana W.", dana.browser().at(second.address()), clinic);
        assertFalse(moved.record().path("signing").has("freshUntil"));
        moved.isRefused("sign-in-again", moved.trySign(false));
        assertTrue(dana.record().path("versions").isEmpty());
    }

    private static JsonNode corrections(JsonNode record) {
        for (var row : record.path("sheet").path("rows")) {
            if (row.path("member").asText().equals("p-sam")) return row.path("corrections");
        }
        throw new AssertionError("No row");
    }

    @Test
    void what_a_node_that_is_gone_was_asked_stands_on_the_other() {
        dana.corrects("p-sam", Records.minutes(57), "Called in.");
        dana.signs();
        var signed = dana.record();
        clinic.end(clinic.first());
        assertEquals(signed.path("versions"), ben.record().path("versions"));
        ben.coSigns();
        assertEquals(
                Clinic.SIX.toString(),
                ben.record()
                        .path("versions")
                        .get(0)
                        .path("coSigned")
                        .get(0)
                        .path("at")
                        .asText());
    }
}
