package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Somebody who waits cannot tell an empty room from a full one, byte by byte.
@ExtendWith(RedisExtension.class)
class WaitingRoomTest {
    private static final String SHEET = "wHaltHaltHaltHaltHaltH";
    private static final List<String> PATHS = List.of("/api/v1/me", "/api/v1/sessions/{session}/mine");

    /// All that one who waits is ever sent: over the socket, and over HTTP.
    private record Sent(List<String> frames, List<String> bodies) {}

    @Test
    void theSameBytesWhetherNobodyIsThereOrEight(TestRedis redis) {
        try (var clinic = Clinic.open(redis)) {
            clinic.openFor(9);
            var browser = clinic.browserOf("Member 9");
            var alone = sent(clinic, browser, () -> {});
            var dana = clinic.tabOf("Dana W.");
            dana.welcome("console");
            var others = new ArrayList<Tab>();
            for (var n = 1; n <= 8; n++) others.add(clinic.seatOf("Member " + n, dana));
            var crowded = sent(clinic, browser, () -> muchHappens(dana, others));
            assertEquals(alone, crowded);
            assertEquals(1, crowded.frames().size(), "There is more than the welcome: " + crowded.frames());
        }
    }

    private static void muchHappens(Tab dana, List<Tab> others) {
        for (var other : others) {
            other.done("hand.raise");
            other.done("microphone.set", "on", true);
            other.done("help.ask");
        }
        dana.done("chat.set", "policy", "everyone");
        others.getLast().done("chat.tell-everyone", "text", "Hello all");
        dana.done("chat.tell-everyone", "text", "Welcome");
        dana.done("spotlight.set", "member", others.getLast().id());
        dana.done("worksheet.open", "worksheet", SHEET, "form", "halt", "version", "1", "mode", "board");
        others.getLast().done("answer.share", "worksheet", SHEET, "card", SHEET, "item", "next-hour", "named", true);
        dana.done("microphone.mute-all");
        dana.done("hand.lower-all");
        dana.done("room.lock");
        dana.done("room.unlock");
        dana.done("member.remove", "member", others.getFirst().id());
    }

    private static Sent sent(Clinic clinic, Browser browser, Runnable meanwhile) {
        var tab = browser.open(clinic.session());
        tab.welcome("waiting");
        meanwhile.run();
        clinic.tick();
        var bodies = new ArrayList<String>();
        for (var path : PATHS) {
            bodies.add(browser.get(path.replace("{session}", clinic.session())).body());
        }
        // A refused wish is answered after whatever else there was to send.
        assertEquals("not-in-room", tab.refused("hand.raise"));
        var frames =
                tab.texts().stream().filter(text -> !text.contains("\"re\"")).toList();
        tab.close();
        return new Sent(frames, bodies);
    }
}
