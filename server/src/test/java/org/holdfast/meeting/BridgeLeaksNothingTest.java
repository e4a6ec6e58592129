package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What of a bridge gets to whom, byte by byte.
@ExtendWith(RedisExtension.class)
class BridgeLeaksNothingTest {
    private BridgedClinic group;
    private Tab maria;
    private BridgedPage sam;

    @BeforeEach
    void start(TestRedis redis) {
        group = new BridgedClinic(1, redis);
        maria = group.clinic.tabOf("Maria V.");
        maria.welcome("waiting");
        sam = group.comes("Sam P.");
        group.dana.tab().done("microphone.mute", "member", sam.tab().id());
        sam.sends(sam.offer(), "audio");
        group.dana.told(signal -> signal.path("set").path(sam.endpoint()).size() == 1);
    }

    @AfterEach
    void close() {
        group.close();
    }

    /// All words by which a bridge, or somebody's place at it, could be found.
    private List<String> ofTheBridge() {
        var bridge = group.bridges.getFirst();
        var words = new ArrayList<String>(List.of("10.99.0.1", "candidate", "colibri", "ufrag", "ssrcs", "\"bridge\""));
        words.add(String.valueOf(bridge.address().getPort()));
        bridge.conferences().forEach((meeting, conference) -> {
            words.add(meeting);
            words.add(conference.id());
            conference.endpoints().forEach((id, endpoint) -> words.addAll(List.of(id, endpoint.ufrag())));
        });
        return words;
    }

    @Test
    void who_waits_is_sent_nothing_of_it() {
        var heard = String.join("\n", maria.texts());
        for (var word : ofTheBridge()) assertFalse(heard.contains(word), word);
    }

    @Test
    void who_is_put_out_is_sent_no_more_of_it() {
        group.dana.tab().done("member.send-back", "member", sam.tab().id());
        sam.tab().notice("sent-back");
        var before = sam.tab().texts().size();
        group.comes("Amina H.");
        var later = String.join(
                "\n", sam.tab().texts().subList(before, sam.tab().texts().size()));
        for (var word : ofTheBridge()) assertFalse(later.contains(word), word);
    }

    @Test
    void the_way_to_a_channel_is_told_to_its_endpoint_alone() {
        var danas = String.join("\n", group.dana.tab().texts());
        var sams = String.join("\n", sam.tab().texts());
        assertTrue(danas.contains("/" + group.dana.endpoint() + "?pwd="));
        assertFalse(danas.contains("/" + sam.endpoint() + "?pwd="));
        assertTrue(sams.contains("/" + sam.endpoint() + "?pwd="));
        assertFalse(sams.contains("/" + group.dana.endpoint() + "?pwd="));
    }

    @Test
    void no_page_learns_where_the_server_asks_it_or_how_the_conference_is_called() {
        var bridge = group.bridges.getFirst();
        var all = String.join("\n", group.dana.tab().texts())
                + String.join("\n", sam.tab().texts());
        assertFalse(all.contains("127.0.0.1:" + bridge.address().getPort()));
        bridge.conferences().keySet().forEach(meeting -> assertFalse(all.contains(meeting)));
    }
}
