package org.holdfast.log;

import static org.holdfast.log.LogFixture.EVENING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
import org.holdfast.log.Packing.Part;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.session.SheetHash;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final MasterKey KEPT_KEY = MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    private static final Chain CHAIN = new Chain(KEPT_KEY, EVENING.toString());

    private static final List<Link> ODD = List.of(
            new Link(1, "2026-03-02T09:00:00.123Z", "p:dana", "AAECAwQFBgcICQoLDA0ODw", "[]"),
            new Link(2, "2026-03-02T09:00:00.123Z", "n:node", "c1", "[{\"type\":\"room.locked\"}]"),
            new Link(3, "2026-03-02T09:00:00.123456789Z", "p:zoë", "AAECAwQFBgcICQoLDA0ODx", "[{\"a\":\"\\n\"}]"),
            new Link(4, "1969-12-31T23:59:59Z", "", "x", "[{\"type\":\"hand.raised\",\"member\":\"sam\"}]"),
            new Link(5, "2026-03-02T08:00:00Z", "p:sam", "_-_-_-_-_-_-_-_-_-_-_A", "[\"漢字 🙂\"]"));

    /// As form 1 was packed when it was made. Whatever becomes of the code, archives of it must open.
    private static final String KEPT = """
            ACAFbxleLxRInOAmhodb5ijvtDayhC0HGlTle0yJrdPRpwv267TclWcA9bu3AyAAAQIDBAUGBwgJCgsMDQ4P/+/+
            /+/+/+/+/+/+/+/+/AMakZKYlwhkgoVACYQz2RB35x6cNAyMdQ2MQgwsIa0DPUMjYxNTM3MLyyigaVX5h1dzOjq6
            OjuWB7o5pSd7Ogfm+7g4Gvi7VIBMTQQaGQPOe4aWZpa6hka6xoYhRsZWppZAFMXJWUE4xIoTc6F5D8gCNduf7Vn0
            dO10hQ/zZzYpxXIBAA==
            """;

    private static Part part(List<Link> links) {
        var rows = new ArrayList<Stored>();
        var mac = Mac.NONE;
        for (var link : links) {
            mac = CHAIN.next(mac, link);
            rows.add(new Stored(link.seq() + "-0", link.at(), link.by(), link.command(), link.events(), mac));
        }
        return new Part(1, Mac.NONE, rows);
    }

    @Test
    void entries_come_out_as_they_went_in_however_odd_they_are() {
        assertEquals(part(ODD), Packing.unpack(Packing.pack(part(ODD)), 1, CHAIN));
    }

    @Test
    void what_was_packed_long_ago_still_opens() throws IOException {
        assertEquals(part(ODD), Packing.unpack(Base64.getMimeDecoder().decode(KEPT), 1, CHAIN));
        try (var words = Packing.class.getResourceAsStream("/archive-1.txt")) {
            assertTrue(words != null);
            var text = new String(words.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    "91a9ac1930eafa628ab0ed5b28dc9d2c977ef8c1d003e78ff4445f623f41c732",
                    SheetHash.of(text),
                    "Other words are another form: archive-2.txt");
        }
    }

    @Test
    void what_would_not_come_out_as_it_went_in_is_never_archived() {
        var tabbed = part(List.of(new Link(1, "2026-03-02T09:00:00Z", "p:da\tna", "c1", "[]")));
        assertThrows(DamagedLog.class, () -> new Archive(KEPT_KEY, EVENING).seal(Head.EMPTY, tabbed.rows()));
        var broken = part(List.of(new Link(1, "2026-03-02T09:00:00Z", "p:dana", "c1", "[]\n")));
        assertThrows(DamagedLog.class, () -> new Archive(KEPT_KEY, EVENING).seal(Head.EMPTY, broken.rows()));
    }

    /// Sixteen of its bytes are random, and two or so are the time.
    @Test
    void a_raised_hand_takes_less_than_twenty_six_bytes() {
        var random = new Random(7);
        var links = new ArrayList<Link>();
        var millis = 1_772_442_000_000L;
        for (var seq = 1; seq <= 200; seq++) {
            millis += 1_000 + random.nextInt(20_000);
            var id = new byte[16];
            random.nextBytes(id);
            var member =
                    List.of("p-amina", "p-kofi", "p-luis", "p-maria", "p-sam").get(random.nextInt(5));
            links.add(new Link(
                    seq,
                    Instant.ofEpochMilli(millis).toString(),
                    "p:" + member,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                    "[{\"type\":\"hand.raised\",\"member\":\"" + member + "\"}]"));
        }
        var packed = Packing.pack(part(links)).length;
        assertTrue(packed < 200 * 26, packed + " bytes");
    }
}
