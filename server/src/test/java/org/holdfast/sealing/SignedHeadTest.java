package org.holdfast.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.holdfast.json.BadJson;
import org.holdfast.sealing.SignedHead.Statement;
import org.holdfast.sealing.SignedHead.Why;
import org.junit.jupiter.api.Test;

class SignedHeadTest {
    private static final MasterKey MASTER = MasterKey.random(new SecureRandom());
    private static final SigningKey CLINIC = new SigningKey(MASTER);
    private static final SigningKey OTHER = new SigningKey(MasterKey.random(new SecureRandom()));
    private static final Instant SEVEN = Instant.parse("2026-03-02T19:00:00Z");
    private static final Mac LAST = new Mac("m".repeat(43));

    private final SignedHead head = SignedHead.of(closing("session:evening", 7), CLINIC);

    private static Statement closing(String log, long seq) {
        return new Statement(log, seq, LAST, "ab".repeat(32), SEVEN, Why.CLOSED, null);
    }

    private static boolean holds(SignedHead head) {
        return head.holds(Set.of(CLINIC.verifying()));
    }

    @Test
    void a_key_and_its_signature_are_those_of_the_standard() {
        // RFC 8032, 7.1, TEST 2.
        var hex = HexFormat.of();
        var key = new SigningKey(hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        assertEquals(
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                key.verifying().hex());
        var signature = key.sign(new byte[] {0x72});
        var expected =
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                        + "387b2eaeb4302aeeb00d291612bb0c00";
        assertEquals(expected, hex.formatHex(Base64.getUrlDecoder().decode(signature)));
        assertTrue(key.verifying().verifies(new byte[] {0x72}, signature));
        assertFalse(key.verifying().verifies(new byte[] {0x73}, signature));
    }

    @Test
    void every_node_of_a_clinic_signs_alike_and_another_clinic_does_not() {
        var again = SignedHead.of(closing("session:evening", 7), new SigningKey(MasterKey.parse(MASTER.export())));
        assertEquals(head.line(), again.line());
        assertTrue(holds(head));
        assertFalse(holds(SignedHead.of(closing("session:evening", 7), OTHER)));
        assertFalse(head.holds(Set.of()));
        assertTrue(head.holds(Set.of(OTHER.verifying(), CLINIC.verifying())));
    }

    @Test
    void a_head_reads_back_and_no_letter_of_it_can_be_changed() {
        var line = head.line();
        assertEquals(head, SignedHead.parse(line));
        for (var i = 0; i < line.length(); i++) {
            for (var letter : new char[] {'0', 'A', 'f', ' ', '"'}) {
                if (line.charAt(i) == letter) continue;
                var altered = line.substring(0, i) + letter + line.substring(i + 1);
                assertFalse(passes(altered), altered);
            }
        }
        assertFalse(passes(line.replace("{\"says\"", "{ \"says\"")));
        assertFalse(passes(line.replace("\"why\":\"closed\"", "\"why\":\"closed\",\"sheet\":null")));
    }

    private static boolean passes(String line) {
        try {
            return holds(SignedHead.parse(line));
        } catch (BadJson notAHead) {
            return false;
        }
    }

    @Test
    void a_head_of_one_session_says_nothing_about_another() {
        var moved = new SignedHead(closing("session:morning", 7), head.key(), head.signature());
        assertFalse(holds(moved));
        var longer = new SignedHead(closing("session:evening", 8), head.key(), head.signature());
        assertFalse(holds(longer));
        var renamed = new SignedHead(head.says(), OTHER.verifying().hex(), head.signature());
        assertFalse(renamed.holds(Set.of(CLINIC.verifying(), OTHER.verifying())));
    }

    @Test
    void a_signature_has_one_form_only() {
        var signature = head.signature();
        assertTrue(holds(head));
        assertFalse(holds(new SignedHead(head.says(), head.key(), signature + "=")));
        // The order of the group added to its second half: libraries that do not look take it as well.
        var bytes = Base64.getUrlDecoder().decode(signature);
        var order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        var carry = 0;
        for (var i = 0; i < 32; i++) {
            var sum = (bytes[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            bytes[32 + i] = (byte) sum;
            carry = sum >> 8;
        }
        var other = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertFalse(holds(new SignedHead(head.says(), head.key(), other)));
    }

    @Test
    void nothing_that_could_be_read_in_two_ways_is_signed() {
        assertThrows(IllegalArgumentException.class, () -> closing("session:evening\nlast 9", 7));
        assertThrows(IllegalArgumentException.class, () -> closing("evening", 7));
        assertThrows(IllegalArgumentException.class, () -> closing("session:evening", 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Statement("session:evening", 7, new Mac("x\ny"), "ab".repeat(32), SEVEN, Why.CLOSED, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Statement("session:evening", 7, LAST, "AB".repeat(32), SEVEN, Why.CLOSED, null));
    }

    @Test
    void the_open_chain_covers_each_part_of_an_entry_its_place_and_its_log() {
        var link = new Link(1, "at", "by", "cmd", "ev");
        var hash = new OpenChain("session:evening").next(link);
        assertEquals(hash, new OpenChain("session:evening").next(link));
        assertNotEquals(hash, new OpenChain("session:morning").next(link));
        assertNotEquals(hash, new OpenChain("session:evening").next(new Link(2, "at", "by", "cmd", "ev")));
        assertNotEquals(hash, new OpenChain("session:evening").next(new Link(1, "atb", "y", "cmd", "ev")));
        assertNotEquals(hash, new OpenChain("session:evening").next(new Link(1, "at", "by", "cmde", "v")));
        var chain = new OpenChain("session:evening");
        chain.next(new Link(1, "at", "by", "cmd", "other"));
        assertNotEquals(chain.next(new Link(2, "at", "by", "cmd", "ev")), twice(link));
    }

    private static String twice(Link first) {
        var chain = new OpenChain("session:evening");
        chain.next(first);
        return chain.next(new Link(2, "at", "by", "cmd", "ev"));
    }

    @Test
    void a_signing_key_never_prints_its_secret() {
        var secret = HexFormat.of()
                .formatHex(MASTER.derive("Ed25519", "sign heads 1").getEncoded());
        assertFalse(CLINIC.toString().contains(secret));
        assertFalse(head.line().getBytes(StandardCharsets.UTF_8).length > 600);
    }
}
