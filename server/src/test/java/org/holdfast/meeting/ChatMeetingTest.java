package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.session.Audience;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ChatMeetingTest {
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

    /// What this page has been sent, once whatever was on its way has come.
    private static String sentTo(Tab tab) {
        tab.beatHeard();
        return tab.texts().toString();
    }

    private static List<String> textsOf(JsonNode saidBefore) {
        var texts = new ArrayList<String>();
        saidBefore.path("said").forEach(said -> texts.add(said.path("text").asText()));
        return texts;
    }

    @Test
    void whatSamAsksIsReadByStaffAndTheAnswerBySamAlone() {
        var sam = clinic.seatOf("Sam P.", dana);
        var maria = clinic.seatOf("Maria V.", dana);
        sam.done("chat.tell-staff", "text", "Can I step out at seven?");
        var asked = dana.notice("said");
        assertEquals("Can I step out at seven?", asked.path("text").asText());
        assertEquals("Sam P.", asked.path("from").asText());
        assertEquals("staff", asked.path("to").asText());
        dana.done("chat.tell-member", "member", sam.id(), "text", "Of course, go ahead.");
        var answer = sam.frame(frame -> frame.path("to").asText().equals("member"));
        assertEquals("Of course, go ahead.", answer.path("text").asText());
        assertEquals("Dana W.", answer.path("from").asText());
        assertFalse(sentTo(maria).contains("said"));
    }

    @Test
    void staffTurnToEachOtherAndTheGroupDoesNotKnow() {
        var ben = clinic.tabOf("Ben H.");
        ben.welcome("console");
        var sam = clinic.seatOf("Sam P.", dana);
        dana.done("chat.tell-staff", "text", "Keep an eye on Sam.");
        assertEquals("Keep an eye on Sam.", ben.notice("said").path("text").asText());
        assertFalse(sentTo(sam).contains("said"));
    }

    @Test
    void staffOpenTheChatToEveryoneAndStopOne() {
        var sam = clinic.seatOf("Sam P.", dana);
        var maria = clinic.seatOf("Maria V.", dana);
        assertEquals("chat-to-staff", sam.refused("chat.tell-everyone", "text", "Hello"));
        dana.done("chat.set", "policy", "everyone");
        maria.sees(view -> view.path("chat").asText().equals("everyone"));
        sam.done("chat.tell-everyone", "text", "Hello all");
        assertEquals("Hello all", maria.notice("said").path("text").asText());
        dana.done("chat.stop", "member", sam.id());
        sam.frame(frame -> frame.path("you").path("chatStoppedBy").asText().equals("Dana W."));
        assertEquals("chat-stopped", sam.refused("chat.tell-everyone", "text", "Hello again"));
        assertEquals("chat-stopped", sam.refused("chat.tell-staff", "text", "Hello again"));
        dana.done("chat.allow", "member", sam.id());
        sam.done("chat.tell-staff", "text", "Thank you");
        dana.done("chat.set", "policy", "off");
        assertEquals("chat-off", sam.refused("chat.tell-staff", "text", "Hello"));
    }

    @Test
    void oneWhoWaitsIsNotSentAByteOfIt() {
        var sam = clinic.seatOf("Sam P.", dana);
        var maria = clinic.tabOf("Maria V.");
        maria.welcome("waiting");
        dana.done("chat.set", "policy", "everyone");
        var before = maria.texts().size();
        sam.done("chat.tell-everyone", "text", "Hello all");
        sam.done("chat.tell-staff", "text", "Hello Dana");
        dana.done("chat.tell-everyone", "text", "Hello Sam");
        dana.done("chat.tell-member", "member", sam.id(), "text", "Just us");
        dana.done("chat.stop", "member", sam.id());
        dana.done("spotlight.set", "member", sam.id());
        assertEquals("not-in-room", maria.refused("chat.tell-staff", "text", "Is anybody there?"));
        assertEquals(
                List.of(),
                maria.texts().subList(before, maria.texts().size()).stream()
                        .filter(text -> !text.contains("\"re\""))
                        .toList());
    }

    @Test
    void whoComesLaterReadsNothingOfWhatWasSaidBefore() {
        var sam = clinic.seatOf("Sam P.", dana);
        dana.done("chat.set", "policy", "everyone");
        sam.done("chat.tell-everyone", "text", "Before");
        var maria = clinic.seatOf("Maria V.", dana);
        sam.done("chat.tell-everyone", "text", "After");
        assertEquals("After", maria.notice("said").path("text").asText());
        assertFalse(sentTo(maria).contains("Before"));
    }

    @Test
    void aPageThatIsLoadedAgainIsToldOnceAndInOrderWhatItsPersonMayRead() {
        var browser = clinic.browserOf("Sam P.");
        var sam = browser.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        dana.done("chat.tell-everyone", "text", "One");
        sam.done("chat.tell-staff", "text", "Two");
        dana.done("chat.tell-staff", "text", "Among staff");
        dana.done("chat.tell-member", "member", sam.id(), "text", "Three");
        var again = browser.open(clinic.session());
        again.welcome("room");
        var before = again.notice("said-before");
        assertEquals(List.of("One", "Two", "Three"), textsOf(before));
        assertTrue(before.has("heardUntil"));
        assertEquals(1, sentTo(again).split("\"Two\"", -1).length - 1);
        dana.done("chat.tell-member", "member", sam.id(), "text", "Four");
        assertEquals("Four", again.notice("said").path("text").asText());
    }

    @Test
    void whatIsSaidWhileALineIsDownIsKnownToBeNew() {
        var browser = clinic.browserOf("Sam P.");
        var sam = browser.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        clinic.pass(Duration.ofSeconds(2), dana, sam);
        dana.done("chat.tell-everyone", "text", "Heard");
        sam.notice("said");
        clinic.pass(Duration.ofSeconds(2), dana, sam);
        sam.close();
        clinic.passUntil(
                view -> view.path("people").path("p-sam").path("line").asText().equals("dropped"), dana, dana);
        dana.done("chat.tell-everyone", "text", "Missed");
        var back = browser.open(clinic.session());
        var before = back.notice("said-before");
        assertEquals(List.of("Heard", "Missed"), textsOf(before));
        var heardUntil = before.path("heardUntil").asText();
        assertTrue(before.path("said").get(0).path("at").asText().compareTo(heardUntil) <= 0);
        assertTrue(before.path("said").get(1).path("at").asText().compareTo(heardUntil) > 0);
    }

    @Test
    void aMessageThatIsSentAgainIsThereOnce() {
        var sam = clinic.seatOf("Sam P.", dana);
        var wish = "{\"id\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"type\":\"chat.tell-staff\",\"text\":\"Only once\"}";
        sam.sendText(wish);
        sam.sendText(wish);
        sam.done("chat.tell-staff", "text", "Then this");
        dana.frame(frame -> frame.path("text").asText().equals("Then this"));
        assertEquals(1, sentTo(dana).split("Only once", -1).length - 1);
    }

    @Test
    void nobodyFloodsTheChat() {
        var sam = clinic.seatOf("Sam P.", dana);
        var refusal = "";
        for (var n = 0; n < 20 && refusal.isEmpty(); n++) refusal = sam.refused("chat.tell-staff", "text", "More");
        assertEquals("slow-down", refusal);
    }

    @Test
    void theSpotlightIsSeenByAllAndGoesWithThePerson() {
        var sam = clinic.seatOf("Sam P.", dana);
        var maria = clinic.seatOf("Maria V.", dana);
        dana.done("spotlight.set", "member", sam.id());
        maria.sees(view -> view.path("spotlight").asText().equals(sam.id()));
        sam.done("session.leave");
        maria.sees(view -> !view.has("spotlight"));
        dana.sees(view -> !view.has("spotlight"));
    }

    @Test
    void aNodeThatForgetsAllTellsTheSameFromTheLog() {
        var browser = clinic.browserOf("Sam P.");
        var sam = browser.open(clinic.session());
        sam.welcome("waiting");
        dana.done("member.admit", "member", sam.id());
        sam.welcome("room");
        dana.done("chat.set", "policy", "everyone");
        sam.done("chat.tell-everyone", "text", "Kept in the log");
        dana.done("spotlight.set", "member", sam.id());
        var view = clinic.viewFromTheLog(Audience.ROOM);
        clinic.refold();
        assertEquals(view, clinic.viewFromTheLog(Audience.ROOM));
        var again = browser.open(clinic.session());
        assertEquals(List.of("Kept in the log"), textsOf(again.notice("said-before")));
    }
}
