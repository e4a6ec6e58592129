package org.holdfast.meeting;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.holdfast.decision.Confidential;
import org.holdfast.person.Person;
import org.holdfast.session.Admission.WrittenTo;
import org.holdfast.session.SessionId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ForgettingTest {
    private Clinic clinic;
    private Tab dana;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private boolean chatReadable() {
        return get(clinic.first().node().sessions().entries(new SessionId(clinic.session()))).stream()
                .flatMap(entry -> entry.events().stream())
                .filter(WrittenTo.class::isInstance)
                .map(WrittenTo.class::cast)
                .anyMatch(written -> written.text() instanceof Confidential.Readable);
    }

    private String addressOf(String person) {
        var answered =
                get(clinic.first().node().people().person(person)).arrivals().get(clinic.session());
        var address = Person.text(answered.answers().address());
        return address == null ? "" : address;
    }

    @Test
    void whatWasWrittenInASessionIsGoneWithItsEndAndTheLogStillFolds() {
        var sam = clinic.tabOf("Sam P.");
        sam.welcome("waiting");
        dana.done("member.write", "member", sam.id(), "text", "I'll be with you in a minute");
        assertEquals(
                "I'll be with you in a minute",
                sam.notice("written").path("text").asText());
        assertTrue(chatReadable());
        dana.done("session.end");
        until(() -> {
            clinic.tick();
            return !chatReadable();
        });
        clinic.refold();
        assertEquals("ended", dana.welcome("ended").path("view").path("place").asText());
    }

    @Test
    void whereSomebodySaidTheyWereIsKnownForADayAfterTheEndAndNoLonger() {
        var sam = clinic.browserOf("Sam P.");
        var arrival = """
                {"name":"Sam","place":{"kind":"elsewhere","address":"12 Harbour Road"},"privatePlace":"yes"}""";
        assertEquals(
                204,
                sam.put("/api/v1/sessions/" + clinic.session() + "/arrival", arrival)
                        .statusCode());
        dana.done("session.end");
        dana.welcome("ended");
        clinic.tick();
        clinic.clock.pass(Duration.ofHours(23));
        clinic.pass(Duration.ofSeconds(5));
        assertEquals("12 Harbour Road", addressOf("p-sam"));
        clinic.clock.pass(Duration.ofHours(1));
        until(() -> {
            clinic.pass(Duration.ofSeconds(1));
            return addressOf("p-sam").isEmpty();
        });
        assertFalse(get(clinic.first().node().people().person("p-sam"))
                .nameIn(clinic.session())
                .isEmpty());
    }
}
