package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers and broken pages send: their own socket closes, and nobody else notices.
@ExtendWith(RedisExtension.class)
class SocketInputTest {
    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

    private Clinic clinic;
    private Tab dana;
    private Tab sam;
    private int before;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        sam = clinic.seatOf("Sam P.", dana);
        dana.sees(view -> view.path("people").has("p-sam"));
        before = dana.texts().size();
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private void onlyThatSocketClosed(int code) {
        assertEquals(code, sam.closeCode());
        assertTrue(dana.isOpen());
        dana.done("room.lock");
        // The answer and her own change, and nothing of Sam.
        assertEquals(before + 2, dana.texts().size(), () -> String.join("\n", dana.texts()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"type\":\"hand.raise\"}",
                "{\"type\":\"no.such\",\"id\":\"" + ID + "\"}",
                "{\"type\":\"hand.raise\",\"id\":\"short\"}",
                "{\"type\":\"hand.raise\",\"id\":\"" + ID + "\",\"more\":1}",
                "{\"type\":\"microphone.set\",\"id\":\"" + ID + "\",\"on\":\"yes\"}",
                "{\"type\":\"microphone.set\",\"id\":\"" + ID + "\"}",
                "{\"type\":\"session.opened\",\"id\":\"" + ID + "\"}",
                "{\"type\":\"media.signal\",\"id\":\"" + ID + "\",\"to\":\"e0000001\",\"signal\":\"text\"}",
                "{\"type\":\"beat\",\"type\":\"beat\"}",
                "{\"type\":\"hand.raise\",\"id\":\"" + ID + "\"} {}"
            })
    void malformed(String text) {
        sam.sendText(text);
        onlyThatSocketClosed(1007);
    }

    @Test
    void tooDeep() {
        sam.sendText("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
        onlyThatSocketClosed(1007);
    }

    @Test
    void tooLongForItsVerb() {
        sam.sendText("{\"type\":\"hand.raise\",\"id\":\"" + ID + "\",\"x\":\"" + "x".repeat(17_000) + "\"}");
        onlyThatSocketClosed(1009);
    }

    @Test
    void bytesInsteadOfText() {
        sam.sendBinary(new byte[] {1, 2, 3});
        onlyThatSocketClosed(1008);
    }

    @Test
    void aFlood() {
        try {
            for (var n = 0; n < 2_000; n++) sam.beat();
        } catch (CompletionException _) {
            // Closed in the middle of it, as it should be.
        }
        onlyThatSocketClosed(1008);
    }

    @Test
    void askingTooOftenIsRefusedAndHarmless() {
        for (var n = 0; n < 5; n++) sam.ask("help.withdraw");
        assertEquals("slow-down", sam.refused("help.withdraw"));
        assertTrue(sam.isOpen());
    }

    @Test
    void aPageThatDoesNotReadIsLetGoAndTheOthersGoOn() {
        var maria = clinic.browserOf("Maria V.");
        var deaf = maria.open(clinic.session(), clinic.first().address(), false);
        dana.sees(view -> view.path("waiting").has("p-maria"));
        dana.done("member.admit", "member", "p-maria");
        var big = JsonNodeFactory.instance.objectNode().put("sdp", "x".repeat(60_000));
        // Far more than lies in the sockets' own buffers.
        for (var n = 0; n < 200; n++) sam.done("media.signal", "to", "e0000003", "signal", big);
        dana.done("room.lock");
        deaf.read();
        assertEquals(1013, deaf.closeCode());
        sam.done("hand.raise");
    }

    @Test
    void anUpgradeFromAForeignPageIsRefused() {
        var browser = clinic.browserOf("Maria V.");
        var thrown = assertThrows(
                CompletionException.class, () -> browser.open(clinic.session(), "https://elsewhere.example", true));
        var refused = assertInstanceOf(WebSocketHandshakeException.class, thrown.getCause());
        assertEquals(403, refused.getResponse().statusCode());
    }

    @Test
    void withoutAValidCookieThereIsNothingBehindTheSocket() {
        var stranger = Tab.open(
                java.net.URI.create(clinic.first().address().replace("http", "ws") + "/ws/sessions/" + clinic.session()
                        + "?seat=p-maria"),
                clinic.first().address(),
                "holdfast-p-maria=" + ID,
                true);
        assertEquals(4401, stranger.closeCode());
        assertTrue(stranger.texts().isEmpty());
    }

    @Test
    void aSessionThatDoesNotExistLooksLikeOneThatIsNotOnes() {
        assertEquals(4401, clinic.browserOf("Maria V.").open("sNoSuchSession").closeCode());
    }
}
