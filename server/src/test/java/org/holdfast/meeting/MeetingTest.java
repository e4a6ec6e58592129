package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class MeetingTest {
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

    @Test
    void aParticipantArrivesWaitsIsLetInAndIsSeenByAll() {
        var sam = clinic.tabOf("Sam P.");
        sam.welcome("waiting");
        assertEquals("Dana W.", sam.view().path("facilitator").asText());
        dana.sees(view ->
                view.path("waiting").path(sam.id()).path("name").asText().equals("Sam P."));
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        assertTrue(sam.view().path("people").has(dana.id()));
        dana.sees(view ->
                view.path("people").has(sam.id()) && view.path("waiting").isEmpty());
        assertEquals(
                "peer",
                sam.frame(f -> f.has("plane")).path("plane").path("kind").asText());
    }

    @Test
    void aHandIsSeenByOthersAndOnlyStaffMayLowerIt() {
        var sam = clinic.seatOf("Sam P.", dana);
        var maria = clinic.seatOf("Maria V.", dana);
        sam.done("hand.raise");
        maria.sees(view -> view.path("people").path(sam.id()).path("hand").asInt() == 1);
        assertEquals("not-facilitator", maria.refused("hand.lower-one", "member", sam.id()));
        dana.done("hand.lower-one", "member", sam.id());
        maria.sees(view -> !view.path("people").path(sam.id()).has("hand"));
    }

    @Test
    void mutingTellsThePersonByWhomAndHolds() {
        var sam = clinic.seatOf("Sam P.", dana);
        sam.done("microphone.set", "on", true);
        dana.done("microphone.mute", "member", sam.id());
        assertEquals("Dana W.", sam.notice("muted").path("by").asText());
        assertEquals("held", sam.refused("microphone.set", "on", true));
        dana.done("microphone.allow", "member", sam.id());
        sam.notice("may-unmute");
        sam.done("microphone.set", "on", true);
    }

    @Test
    void helpIsSeenByStaffAlone() {
        var sam = clinic.seatOf("Sam P.", dana);
        var maria = clinic.seatOf("Maria V.", dana);
        var before = maria.texts().size();
        sam.done("help.ask");
        dana.sees(view -> view.path("help").has(sam.id()));
        dana.done("help.acknowledge", "member", sam.id());
        sam.frame(f -> f.path("you").path("help").asText().equals("seen"));
        // Whatever was sent about it would have come before this.
        maria.done("hand.raise");
        assertFalse(
                maria.texts().subList(before, maria.texts().size()).toString().contains("help\":{"));
        assertFalse(maria.texts().toString().contains("\"help\":\"asked\""));
    }

    @Test
    void theRemovedCannotComeBack() {
        var browser = clinic.browserOf("Sam P.");
        var sam = browser.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        dana.done("member.remove", "member", sam.id());
        sam.notice("removed");
        assertEquals(4003, sam.closeCode());
        assertEquals(4003, browser.open(clinic.session()).closeCode());
    }

    @Test
    void leavingIsForGoodUntilOneIsLetInAgain() {
        var browser = clinic.browserOf("Sam P.");
        var sam = browser.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        sam.done("session.leave");
        sam.notice("left");
        assertEquals(4000, sam.closeCode());
        var again = browser.open(clinic.session());
        again.welcome("waiting");
        dana.sees(view ->
                view.path("waiting").path(again.id()).path("why").asText().equals("returning"));
    }

    @Test
    void theEndIsToldToAllAndStaysTold() {
        var browser = clinic.browserOf("Sam P.");
        var sam = browser.open(clinic.session());
        sam.welcome("waiting");
        dana.done("session.end");
        sam.notice("ended");
        assertEquals(
                "facilitator", sam.welcome("ended").path("view").path("cause").asText());
        browser.open(clinic.session()).welcome("ended");
    }

    @Test
    void aWordToOneWhoWaitsReachesThemAlone() {
        var sam = clinic.tabOf("Sam P.");
        sam.welcome("waiting");
        var maria = clinic.tabOf("Maria V.");
        maria.welcome("waiting");
        dana.done("member.write", "member", sam.id(), "text", "One moment, please");
        assertEquals("One moment, please", sam.notice("written").path("text").asText());
        assertFalse(maria.texts().toString().contains("moment"));
    }
}
