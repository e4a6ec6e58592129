package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import org.holdfast.MediaSettings;
import org.holdfast.media.testbridge.Endpoint;
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
    private final Vertx vertx = Vertx.vertx();
    private TestBridge bridge;
    private Clinic clinic;
    private BridgedPage dana;

    @BeforeEach
    void start(TestRedis redis) {
        bridge = Await.get(TestBridge.start(vertx));
        clinic = new Clinic(redis);
        clinic.media = new MediaSettings(List.of(bridge.address()), Set.of(), List.of(), null);
        clinic.start();
        dana = new BridgedPage(clinic.tabOf("Dana W."));
        dana.joins();
    }

    @AfterEach
    void close() {
        clinic.close();
        Await.get(vertx.close());
    }

    private BridgedPage comes(String name) {
        return new BridgedPage(clinic.seatOf(name, dana.tab()));
    }

    /// The one conference there is.
    private Set<String> atTheBridge() {
        return bridge.conferences().values().stream()
                .map(conference -> conference.endpoints().keySet())
                .reduce(Set.of(), (all, more) -> {
                    var both = new java.util.TreeSet<>(all);
                    both.addAll(more);
                    return both;
                });
    }

    private Endpoint at(BridgedPage page) {
        var meeting = bridge.conferences().keySet().iterator().next();
        return bridge.endpoint(meeting, page.endpoint());
    }

    @Test
    void two_people_come_to_hear_and_see_each_other() {
        var sam = comes("Sam P.");
        var offer = sam.joins();
        dana.hearsOf(sam, "audio", "camera");
        assertEquals(sam.endpoint(), offer.path("endpoint").asText());
        sam.hearsOf(dana, "audio", "camera");
        assertEquals(Set.of(dana.endpoint(), sam.endpoint()), atTheBridge());
        assertNotNull(at(sam).remote());
        assertEquals(2, at(sam).sources().size());
        assertEquals(1, bridge.conferences().size());
    }
}
