package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import org.holdfast.json.JsonText;
import org.holdfast.session.Audience;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class PresenceTest {
    private Clinic clinic;
    private Tab dana;
    private Browser samsPhone;
    private Tab sam;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        samsPhone = clinic.browserOf("Sam P.");
        sam = samsPhone.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private static String line(ObjectNode view) {
        return view.path("people").path("p-sam").path("line").asText();
    }

    private String endFor(Tab tab) {
        return clinic.passUntil(view -> view.path("place").asText().equals("ended"), tab, tab)
                .path("cause")
                .asText();
    }

    private static long minutesMs(ObjectNode view) {
        return view.path("people").path("p-sam").path("minutes").path("ms").asLong();
    }

    @Test
    void silenceIsADropAsOfTheLastBeatAndNoSooner() {
        clinic.pass(Duration.ofSeconds(60), dana, sam);
        clinic.pass(Duration.ofSeconds(14), dana);
        assertEquals("here", line(dana.view()));
        var view = clinic.passUntil(v -> line(v).equals("dropped"), dana, dana);
        assertEquals(60_000, minutesMs(view));
    }

    @Test
    void theDroppedReturnWithoutBeingLetInAgain() {
        clinic.pass(Duration.ofSeconds(60), dana, sam);
        clinic.passUntil(v -> line(v).equals("dropped"), dana, dana);
        var back = samsPhone.open(clinic.session());
        back.welcome("room");
        dana.sees(v -> line(v).equals("here"));
        var row = samsPhone.json("/api/v1/sessions/" + clinic.session() + "/mine");
        assertTrue(row.path("intervals").toString().contains("dropped"), row::toString);
    }

    @Test
    void aReloadKeepsTheSeatAndTellsNobodyOfADrop() {
        sam.close();
        samsPhone.open(clinic.session()).welcome("room");
        clinic.pass(Duration.ofSeconds(5), dana);
        assertFalse(dana.texts().toString().contains("\"dropped\""));
    }

    @Test
    void aClosedPageIsADropAfterTheTimeAReloadTakes() {
        sam.close();
        clinic.passUntil(v -> line(v).equals("dropped"), dana, dana);
    }

    @Test
    void aSecondTabOfTheSameBrowserTakesOver() {
        var second = samsPhone.open(clinic.session());
        second.welcome("room");
        sam.notice("opened-elsewhere");
        assertEquals(4002, sam.closeCode());
        second.done("hand.raise");
    }

    @Test
    void theSameLinkOnAnotherDeviceWaitsAndTheSeatStays() {
        var laptop = clinic.tabOf("Sam P.");
        laptop.welcome("waiting");
        sam.notice("new-device-waits");
        dana.sees(view -> view.path("newDevices").has("p-sam"));
        sam.done("hand.raise");
        assertEquals("stale-connection", laptop.refused("hand.raise"));
        dana.done("member.admit-device", "member", "p-sam");
        laptop.welcome("room");
        sam.notice("moved-device");
        assertEquals(4001, sam.closeCode());
        laptop.done("microphone.set", "on", true);
    }

    @Test
    void aNewDeviceThatGivesUpLeavesTheSeatAlone() {
        var laptop = clinic.tabOf("Sam P.");
        laptop.welcome("waiting");
        laptop.done("session.leave");
        assertEquals(4000, laptop.closeCode());
        dana.sees(view -> !view.path("newDevices").has("p-sam"));
        sam.done("hand.raise");
    }

    @Test
    void aDeviceThatWasLetInIsKnownAndAnotherIsNew() {
        sam.done("session.leave");
        sam.closeCode();
        samsPhone.open(clinic.session()).welcome("waiting");
        var known = dana.sees(view -> view.path("waiting").has("p-sam"));
        assertEquals("known", known.path("waiting").path("p-sam").path("device").asText());
        dana.done("member.admit", "member", "p-sam");
        dana.done("member.remove", "member", "p-sam");
        var theo = clinic.tabOf("Theo M.");
        theo.welcome("waiting");
        var first = dana.sees(view -> view.path("waiting").has("p-theo"));
        assertEquals(
                "first", first.path("waiting").path("p-theo").path("device").asText());
    }

    @Test
    void aRoomWithoutStaffSaysSoAndEndsByItself() {
        dana.close();
        clinic.passUntil(view -> view.path("life").asText().equals("unattended"), sam, sam);
        clinic.pass(Duration.ofMinutes(15).minusSeconds(30), sam);
        assertEquals("room", sam.view().path("place").asText());
        assertEquals("unattended", endFor(sam));
    }

    @Test
    void aSessionThatNobodyEndsIsOverHalfAnHourAfterItsPlannedEnd() {
        // Two hours pass in steps too long for a silent page, so somebody beats all the time.
        clinic.clock.pass(Duration.ofMinutes(119));
        clinic.pass(Duration.ofSeconds(3), dana, sam);
        assertEquals("room", sam.view().path("place").asText());
        assertEquals("overtime", endFor(sam));
    }

    @Test
    void aServerThatWasStoppedHearsItsPagesBeforeItJudges() {
        clinic.clock.pass(Duration.ofSeconds(40));
        clinic.tick();
        sam.beat();
        dana.beat();
        clinic.pass(Duration.ofSeconds(10), dana, sam);
        assertFalse(dana.texts().toString().contains("\"dropped\""));
        assertTrue(sam.isOpen());
    }

    @Test
    void withAllMemoryGoneTheViewsAreTheSame() {
        var maria = clinic.seatOf("Maria V.", dana);
        maria.done("hand.raise");
        dana.done("microphone.mute", "member", sam.id());
        sam.sees(view ->
                view.path("people").path("p-sam").path("microphone").asText().equals("held"));
        var before = new EnumMap<Audience, String>(Audience.class);
        for (var audience : Audience.values()) before.put(audience, clinic.viewFromTheLog(audience));
        clinic.refold();
        before.forEach((audience, bytes) -> assertEquals(bytes, clinic.viewFromTheLog(audience)));
        assertEquals(dana.view(), JsonText.parse(clinic.viewFromTheLog(Audience.CONSOLE)));
        assertEquals(sam.view(), JsonText.parse(clinic.viewFromTheLog(Audience.ROOM)));
        sam.done("hand.raise");
        maria.sees(view -> view.path("people").path("p-sam").path("hand").asInt() == 2);
    }
}
