package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A group whose media go through a bridge, with its pages' words as browsers say them.
@ExtendWith(RedisExtension.class)
class BridgedMeetingTest {
    private BridgedClinic group;
    private TestBridge bridge;
    private BridgedPage dana;

    @BeforeEach
    void start(TestRedis redis) {
        group = new BridgedClinic(1, redis);
        bridge = group.bridges.getFirst();
        dana = group.dana;
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void two_people_come_to_hear_and_see_each_other_in_one_conference() {
        var sam = group.admits("Sam P.");
        var offer = sam.joins();
        dana.hearsOf(sam, "audio", "camera");
        sam.hearsOf(dana, "audio", "camera");
        assertEquals(sam.endpoint(), offer.path("endpoint").asText());
        assertEquals(Set.of(dana.endpoint(), sam.endpoint()), BridgedClinic.at(bridge));
        assertEquals(1, BridgedClinic.meetings(bridge).size());
        assertNotNull(group.of(sam).remote());
        assertEquals(2, group.of(sam).sources().size());
    }

    @Test
    void who_comes_costs_the_bridge_two_requests_and_who_goes_one() {
        var before = bridge.asked().size();
        var sam = group.comes("Sam P.");
        assertEquals(before + 2, bridge.asked().size());
        var ids = sam.endpoint();
        sam.tab().done("session.leave");
        dana.hearsThatIsGone(ids);
        assertEquals(before + 3, bridge.asked().size());
        assertEquals(Set.of(dana.endpoint()), BridgedClinic.at(bridge));
    }

    @Test
    void the_bridge_lets_nothing_pass_of_who_is_muted_and_again_when_they_may() {
        var sam = group.comes("Sam P.");
        dana.tab().done("microphone.mute", "member", sam.tab().id());
        Await.until(() -> group.of(sam).audioMuted());
        assertFalse(group.of(sam).videoMuted());
        dana.tab().done("camera.stop", "member", sam.tab().id());
        Await.until(() -> group.of(sam).videoMuted());
        dana.tab().done("microphone.allow", "member", sam.tab().id());
        dana.tab().done("camera.allow", "member", sam.tab().id());
        Await.until(() -> !group.of(sam).audioMuted() && !group.of(sam).videoMuted());
    }

    @Test
    void in_listen_only_participants_are_muted_before_anything_of_them_is_taken() {
        var sam = group.comes("Sam P.");
        dana.tab().done("room.listen-only", "on", true);
        Await.until(() -> group.of(sam).audioMuted() && group.of(sam).videoMuted());
        assertFalse(group.of(dana).audioMuted());
        var maria = group.admits("Maria V.");
        maria.offer();
        assertTrue(group.of(maria).audioMuted() && group.of(maria).videoMuted());
        assertNull(group.of(maria).remote());
        dana.tab().done("room.listen-only", "on", false);
        Await.until(() -> !group.of(sam).audioMuted() && !group.of(maria).videoMuted());
    }

    @Test
    void a_screen_passes_only_while_it_may_be_shown() {
        var sam = group.admits("Sam P.");
        var offer = sam.offer();
        sam.answers(offer, "audio", "camera", "screen");
        dana.hearsOf(sam, "audio", "camera");
        assertEquals(2, group.of(sam).sources().size());
        dana.tab().done("screen.allow", "member", sam.tab().id());
        dana.hearsOf(sam, "audio", "camera", "screen");
        assertEquals(3, group.of(sam).sources().size());
        dana.tab().done("screen.disallow", "member", sam.tab().id());
        Await.until(() -> group.of(sam).sources().size() == 2);
        dana.told(signal -> signal.path("set").path(sam.endpoint()).size() == 2);
    }

    @Test
    void whose_camera_is_held_may_still_show_their_screen() {
        var sam = group.admits("Sam P.");
        sam.offer();
        dana.tab().done("screen.allow", "member", sam.tab().id());
        dana.tab().done("camera.stop", "member", sam.tab().id());
        Await.until(() -> group.of(sam).videoMuted());
        sam.answers(sam.offer(), "audio", "camera", "screen");
        dana.hearsOf(sam, "audio", "screen");
        Await.until(() -> !group.of(sam).videoMuted());
        sam.sends(sam.offer(), "audio", "camera");
        Await.until(() -> group.of(sam).videoMuted());
    }

    @Test
    void who_is_put_out_is_told_so_only_when_the_bridge_has_nothing_of_them() {
        var sam = group.comes("Sam P.");
        var id = sam.endpoint();
        dana.tab().done("member.remove", "member", sam.tab().id());
        sam.tab().notice("removed");
        assertEquals(Set.of(dana.endpoint()), BridgedClinic.at(bridge));
        dana.hearsThatIsGone(id);
    }

    @Test
    void a_bridge_that_does_not_answer_holds_up_nobodys_goodbye() {
        var sam = group.comes("Sam P.");
        bridge.slow(true);
        dana.tab().done("member.remove", "member", sam.tab().id());
        Await.until(() -> BridgedClinic.at(bridge).equals(Set.of(dana.endpoint())));
        sam.tab().notice("removed");
        bridge.slow(false);
    }

    @Test
    void who_waits_is_unknown_to_the_bridge() {
        var before = bridge.asked().size();
        var maria = group.clinic.tabOf("Maria V.");
        maria.welcome("waiting");
        dana.tab().sees(view -> view.path("waiting").has("p-maria"));
        maria.ask("media.signal", "to", "bridge", "signal", BridgedPage.of("renew", dana.offer()));
        group.clinic.tick();
        assertEquals(before, bridge.asked().size());
    }

    @Test
    void numbers_of_somebody_else_never_get_to_the_bridge() {
        var sam = group.admits("Sam P.");
        var offer = sam.offer();
        var stolen = sam.answer(offer, "audio");
        ((ArrayNode) stolen.path("sources").path(0).path("ssrcs")).removeAll().add(1_001);
        sam.says(stolen);
        var refused = sam.told(signal -> signal.path("kind").asText().equals("refused"));
        assertEquals(offer.path("generation"), refused.path("generation"));
        assertEquals("ssrc-of-another", refused.path("why").asText());
        assertNull(group.of(sam).remote());
        sam.answers(offer, "audio");
        dana.hearsOf(sam, "audio");
    }

    @Test
    void what_cannot_be_read_or_is_about_another_allocation_changes_nothing() {
        var sam = group.admits("Sam P.");
        var offer = sam.offer();
        var late = sam.answer(offer, "audio", "camera").put("generation", "of-yesterday");
        sam.says(late);
        sam.says(late.deepCopy().put("kind", "unheard-of"));
        sam.answers(offer, "audio");
        dana.hearsOf(sam, "audio");
        assertEquals(1, group.of(sam).sources().size());
    }

    @Test
    void a_page_that_gets_nothing_through_is_given_another_place() {
        var sam = group.comes("Sam P.");
        var offer = sam.offer();
        sam.asks("renew", offer);
        dana.hearsThatIsGone(sam.endpoint());
        var next = sam.offerAfter(offer);
        assertTrue(next.path("sources").has(dana.endpoint()));
        sam.answers(next, "audio");
        dana.hearsOf(sam, "audio");
        // Today's bridges cannot begin ICE anew when they are asked in JSON, so this comes to the same.
        sam.asks("restart", next);
        sam.told(signal -> signal.path("kind").asText().equals("offer")
                && !Set.of(offer.path("generation"), next.path("generation")).contains(signal.path("generation")));
    }

    @Test
    void a_bridge_that_can_begin_ice_anew_names_another_way_to_the_same_place() {
        var sam = group.comes("Sam P.");
        var offer = sam.offer();
        bridge.connectIce(BridgedClinic.meetings(bridge).iterator().next(), sam.endpoint());
        sam.asks("restart", offer);
        var restarted = sam.told(signal -> signal.path("kind").asText().equals("restarted"));
        assertEquals(offer.path("generation"), restarted.path("generation"));
        assertEquals(group.of(sam).ufrag(), restarted.at("/transport/ufrag").asText());
    }

    @Test
    void who_was_put_out_by_the_bridge_itself_is_given_another_place() {
        var sam = group.comes("Sam P.");
        var offer = sam.offer();
        bridge.timeOut(BridgedClinic.meetings(bridge).iterator().next(), sam.endpoint());
        sam.sends(offer, "audio");
        sam.answers(sam.offerAfter(offer), "audio");
        Await.until(() -> group.isThere(sam) && group.of(sam).sources().size() == 1);
        assertEquals(1, dana.countOfOffers());
    }

    @Test
    void a_page_that_does_not_answer_is_offered_again() {
        var sam = group.admits("Sam P.");
        var offer = sam.offer();
        var offers = sam.countOfOffers();
        group.until(() -> sam.countOfOffers() > offers);
        assertEquals(offer, sam.offer());
    }

    @Test
    void after_the_end_the_bridge_holds_nobody() {
        group.comes("Sam P.");
        dana.tab().done("session.end");
        Await.until(() -> BridgedClinic.meetings(bridge).isEmpty());
    }
}
