package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A bridge that fails in the middle of an evening. Nobody leaves the room for it.
@ExtendWith(RedisExtension.class)
class BridgeDiesTest {
    private BridgedClinic group;
    private BridgedPage dana;
    private BridgedPage sam;
    private ObjectNode danasOffer;
    private ObjectNode samsOffer;

    private void meets(int bridges, TestRedis redis) {
        group = new BridgedClinic(bridges, redis);
        dana = group.dana;
        sam = group.comes("Sam P.");
        danasOffer = dana.offer();
        samsOffer = sam.offer();
    }

    @AfterEach
    void close() {
        group.close();
    }

    private void bothMoveOn() {
        var danas = dana.offerAfter(danasOffer);
        var sams = sam.offerAfter(samsOffer);
        dana.answers(danas, "audio", "camera");
        sam.answers(sams, "audio", "camera");
        Await.until(() ->
                group.of(sam).sources().size() == 2 && group.of(dana).sources().size() == 2);
        assertEquals(1, BridgedClinic.meetings(group.busy()).size());
        assertTrue(dana.tab().view().path("people").has("p-sam"));
        assertFalse(dana.tab().texts().toString().contains("\"gone\":{\"p-sam\""));
    }

    @Test
    void when_one_dies_all_go_on_at_another_and_who_was_muted_is_muted_there(TestRedis redis) {
        meets(2, redis);
        dana.tab().done("microphone.mute", "member", sam.tab().id());
        Await.until(() -> group.of(sam).audioMuted());
        var dead = group.busy();
        var left = group.other(dead);
        Await.get(dead.die());
        Await.until(() -> BridgedClinic.at(left).equals(Set.of(dana.endpoint(), sam.endpoint())));
        var there = left.conferences()
                .get(BridgedClinic.meetings(left).iterator().next())
                .endpoints();
        dana.offerAfter(danasOffer);
        assertTrue(there.get(sam.endpoint()).audioMuted());
        // The double remembers what it held when it died, so what is looked at next is the one that is left.
        Await.get(dead.comeBack());
        bothMoveOn();
    }

    @Test
    void one_that_has_started_anew_unnoticed_knows_nobody_so_all_come_again_with_the_first(TestRedis redis) {
        meets(1, redis);
        Await.get(group.bridges.getFirst().restart());
        // As a page does whose line is down.
        sam.asks("renew", samsOffer);
        bothMoveOn();
    }

    @Test
    void a_conference_that_is_not_known_any_more_is_made_anew(TestRedis redis) {
        meets(1, redis);
        var bridge = group.bridges.getFirst();
        var meeting = BridgedClinic.meetings(bridge).iterator().next();
        bridge.timeOut(meeting, dana.endpoint());
        bridge.timeOut(meeting, sam.endpoint());
        dana.tab().done("microphone.mute", "member", sam.tab().id());
        bothMoveOn();
        assertTrue(group.of(sam).audioMuted());
    }

    @Test
    void one_that_drains_keeps_the_session_until_it_is_over(TestRedis redis) {
        meets(2, redis);
        var draining = group.busy();
        draining.drain(true);
        group.comes("Maria V.");
        assertEquals(3, BridgedClinic.at(draining).size());
        assertEquals(Set.of(), BridgedClinic.at(group.other(draining)));
        assertEquals(1, dana.countOfOffers());
    }

    @Test
    void when_none_is_left_people_stay_and_are_told_and_media_come_when_one_is_back(TestRedis redis) {
        meets(1, redis);
        var bridge = group.bridges.getFirst();
        Await.get(bridge.die());
        dana.told(signal -> signal.path("kind").asText().equals("none"));
        sam.told(signal -> signal.path("kind").asText().equals("none"));
        assertTrue(dana.tab().view().path("people").has("p-sam"));
        Await.get(bridge.comeBack());
        bothMoveOn();
    }

    @Test
    void one_that_fails_for_a_moment_is_asked_again(TestRedis redis) {
        meets(1, redis);
        var bridge = group.bridges.getFirst();
        bridge.failing(true);
        var maria = group.admits("Maria V.");
        bridge.failing(false);
        group.until(() -> group.isThere(maria));
        maria.joins();
        dana.hearsOf(maria, "audio", "camera");
        assertEquals(1, dana.countOfOffers());
    }
}
