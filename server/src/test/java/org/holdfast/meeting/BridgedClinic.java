package org.holdfast.meeting;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.holdfast.MediaSettings;
import org.holdfast.log.NotConnected;
import org.holdfast.media.testbridge.Endpoint;
import org.holdfast.media.testbridge.TestBridge;
import org.holdfast.testing.Await;
import org.holdfast.testing.TestRedis;

/// A clinic whose media go through bridges, with Dana W. in the room.
final class BridgedClinic implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    final List<TestBridge> bridges = new ArrayList<>();
    final Clinic clinic;
    final BridgedPage dana;

    BridgedClinic(int count, TestRedis redis) {
        for (var n = 0; n < count; n++) bridges.add(Await.get(TestBridge.start(vertx)));
        clinic = new Clinic(redis);
        var addresses = bridges.stream().map(TestBridge::address).toList();
        clinic.media = new MediaSettings(addresses, Set.of(), List.of(), null);
        clinic.start();
        dana = new BridgedPage(clinic.tabOf("Dana W."));
        dana.joins();
        Await.until(() -> of(dana).remote() != null && bridges.stream().allMatch(BridgedClinic::rehearsed));
    }

    Vertx vertx() {
        return vertx;
    }

    /// Lets somebody in, who is not at the bridge yet.
    BridgedPage admits(String name) {
        return new BridgedPage(clinic.seatOf(name, dana.tab()));
    }

    /// Lets somebody in, who comes to be heard and seen.
    BridgedPage comes(String name) {
        var page = admits(name);
        page.joins();
        dana.hearsOf(page, "audio", "camera");
        return page;
    }

    /// Lets the server's own time pass until this is so.
    void until(BooleanSupplier condition) {
        Await.until(() -> {
            try {
                clinic.tick();
            } catch (NotConnected _) {
                // Where Redis was killed, each connection comes back in its own time.
                return false;
            }
            return condition.getAsBoolean();
        });
    }

    /// A bridge that has just been started is tried once, by nobody.
    private static boolean rehearsed(TestBridge bridge) {
        var over = bridge.conferences().keySet().stream().noneMatch(BridgedClinic::isRehearsal);
        return over
                && bridge.asked().stream()
                        .anyMatch(
                                one -> isRehearsal(one.body().path("meeting-id").asText()));
    }

    private static boolean isRehearsal(String meeting) {
        return meeting.startsWith("rehearsal-");
    }

    /// By the focus' own names for them, what this bridge holds for people.
    static Set<String> meetings(TestBridge bridge) {
        var all = new TreeSet<>(bridge.conferences().keySet());
        all.removeIf(BridgedClinic::isRehearsal);
        return all;
    }

    static Set<String> at(TestBridge bridge) {
        var all = new TreeSet<String>();
        bridge.conferences().forEach((meeting, one) -> {
            if (!isRehearsal(meeting)) all.addAll(one.endpoints().keySet());
        });
        return all;
    }

    /// What the bridge has of this page's person.
    Endpoint of(BridgedPage page) {
        for (var bridge : bridges) {
            for (var conference : bridge.conferences().values()) {
                var found = conference.endpoints().get(page.endpoint());
                if (found != null) return found;
            }
        }
        throw new AssertionError(page.endpoint() + " is at no bridge");
    }

    boolean isThere(BridgedPage page) {
        return bridges.stream().anyMatch(bridge -> at(bridge).contains(page.endpoint()));
    }

    /// The one that holds the session.
    TestBridge busy() {
        return bridges.stream()
                .filter(bridge -> !meetings(bridge).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    TestBridge other(TestBridge than) {
        return bridges.stream().filter(bridge -> bridge != than).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        clinic.close();
        Await.get(vertx.close());
    }
}
