package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.Set;
import org.holdfast.testing.Await;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two nodes and one bridge: Dana's page is held by the first, Sam's by the second.
@ExtendWith(RedisExtension.class)
class BridgedNodesTest {
    private BridgedClinic group;
    private Clinic.Server second;
    private BridgedPage dana;
    private Browser samsPhone;
    private BridgedPage sam;

    @BeforeEach
    void open(TestRedis redis) {
        group = new BridgedClinic(1, redis);
        dana = group.dana;
        second = group.clinic.start();
        samsPhone = group.clinic.browserOf("Sam P.", second);
        sam = new BridgedPage(samsPhone.open(group.clinic.session()));
        sam.tab().welcome("waiting");
        dana.tab().sees(view -> view.path("waiting").has("p-sam"));
        dana.tab().done("member.admit", "member", "p-sam");
        sam.tab().welcome("room");
        sam.joins();
        dana.hearsOf(sam, "audio", "camera");
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void people_on_both_are_in_one_conference_and_hear_of_each_other() {
        sam.hearsOf(dana, "audio", "camera");
        assertEquals(1, BridgedClinic.meetings(group.busy()).size());
        assertEquals(Set.of(dana.endpoint(), sam.endpoint()), BridgedClinic.at(group.busy()));
        dana.tab().done("microphone.mute", "member", "p-sam");
        Await.until(() -> group.of(sam).audioMuted());
        sam.sends(sam.offer(), "audio");
        dana.told(signal -> signal.path("set").path(sam.endpoint()).size() == 1);
    }

    @Test
    void who_is_put_out_on_the_other_node_is_gone_from_the_bridge_before_they_are_told() {
        dana.tab().done("member.send-back", "member", "p-sam");
        sam.tab().notice("sent-back");
        assertEquals(Set.of(dana.endpoint()), BridgedClinic.at(group.busy()));
    }

    @Test
    void when_a_node_goes_its_people_come_back_by_the_other_as_another_endpoint() {
        var before = sam.endpoint();
        group.clinic.end(second);
        sam = new BridgedPage(samsPhone.at(group.clinic.first().address()).open(group.clinic.session()));
        sam.tab().welcome("room");
        sam.joins();
        dana.hearsOf(sam, "audio", "camera");
        dana.hearsThatIsGone(before);
        assertEquals(Set.of(dana.endpoint(), sam.endpoint()), BridgedClinic.at(group.busy()));
    }

    @Test
    void a_node_that_died_in_the_middle_of_it_holds_the_others_up_for_a_moment_only(TestRedis redis) {
        var client = Redis.createClient(group.vertx(), redis.url());
        var hands = Request.cmd(Command.SET).arg("media-hands:{session:" + group.clinic.session() + "}");
        Await.get(client.send(hands.arg("of a dead node").arg("PX").arg(3_000)));
        var maria = group.comes("Maria V.");
        assertTrue(group.isThere(maria));
        client.close();
    }

    @Test
    void when_redis_was_killed_media_go_on_and_so_do_changes(TestRedis redis) {
        redis.kill9();
        redis.restart();
        dana.tab().done("microphone.mute", "member", "p-sam");
        group.until(() -> group.of(sam).audioMuted());
        assertEquals(1, sam.countOfOffers());
    }
}
