package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two nodes on one Redis: Dana's page is held by the first, Sam's by the second.
@ExtendWith(RedisExtension.class)
class NodesTest {
    private Clinic clinic;
    private Clinic.Server second;
    private Tab dana;
    private Browser samsPhone;
    private Tab sam;

    @BeforeEach
    void open(TestRedis redis) {
        clinic = Clinic.open(redis);
        second = clinic.start();
        dana = clinic.tabOf("Dana W.");
        dana.welcome("console");
        samsPhone = clinic.browserOf("Sam P.", second);
        sam = samsPhone.open(clinic.session());
        sam.welcome("waiting");
        dana.sees(view -> view.path("waiting").has("p-sam"));
        dana.done("member.admit", "member", "p-sam");
        sam.welcome("room");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void peopleOnBothSeeEachOther() {
        sam.done("hand.raise");
        dana.sees(view -> view.path("people").path("p-sam").path("hand").asInt() == 1);
        dana.done("microphone.mute", "member", "p-sam");
        assertEquals("Dana W.", sam.notice("muted").path("by").asText());
    }

    @Test
    void signalsFindTheirWayBetweenNodesAndOnlyWithinTheRoom() {
        var signal = JsonNodeFactory.instance.objectNode().put("sdp", "v=0");
        sam.done("media.signal", "to", "e0000001", "signal", signal);
        var heard = dana.frame(f -> f.has("signal"));
        assertEquals("e0000002", heard.path("from").asText());
        assertEquals("v=0", heard.path("signal").path("sdp").asText());
        dana.done("media.signal", "to", "e0000002", "signal", signal);
        sam.frame(f -> f.has("signal"));
        var maria = clinic.tabOf("Maria V.");
        maria.welcome("waiting");
        var before = dana.texts().size();
        maria.ask("media.signal", "to", "e0000001", "signal", signal);
        dana.done("room.lock");
        assertFalse(dana.texts().subList(before, dana.texts().size()).toString().contains("v=0"));
    }

    @Test
    void aNodeThatLeavesInGoodOrderSendsItsPeopleToTheOther() {
        clinic.end(second);
        assertEquals(1001, sam.closeCode());
        var back = samsPhone.at(clinic.first().address()).open(clinic.session());
        back.welcome("room");
        back.done("hand.raise");
        dana.sees(view -> view.path("people").path("p-sam").path("hand").asInt() == 1);
    }

    @Test
    void whenRedisWasKilledEverythingFindsItAgain(TestRedis redis) {
        redis.kill9();
        redis.restart();
        var signal = JsonNodeFactory.instance.objectNode().put("sdp", "v=1");
        sam.done("hand.raise");
        dana.sees(view -> view.path("people").path("p-sam").path("hand").asInt() == 1);
        Await.until(() -> samsPhone.get("/api/v1/me").statusCode() == 200);
        // What is lost while nobody listens is sent again, as browsers do.
        Await.until(() -> {
            sam.ask("media.signal", "to", "e0000001", "signal", signal);
            return dana.texts().toString().contains("v=1");
        });
    }
}
