package org.holdfast.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.holdfast.decision.Confidential.Lifetime;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final MasterKey MASTER = MasterKey.random(new SecureRandom());
    private static final MasterKey OTHER = MasterKey.random(new SecureRandom());
    private static final KeyName NAME = new KeyName(Lifetime.SESSION_RECORD, "session:evening");

    private final DataKey key = new Wrapping(MASTER).fresh(NAME);

    @Test
    void words_open_with_their_key_at_their_place() {
        var sealed = Sealer.seal(key, "shouted at Sam, ¿por qué?", "entry 3/why");
        assertEquals("shouted at Sam, ¿por qué?", Sealer.open(key, sealed, "entry 3/why"));
        assertNotEquals(sealed, Sealer.seal(key, "shouted at Sam, ¿por qué?", "entry 3/why"));
    }

    @Test
    void words_do_not_open_at_another_place_or_with_another_key_or_altered() {
        var sealed = Sealer.seal(key, "shouted", "entry 3/why");
        assertNull(Sealer.open(key, sealed, "entry 4/why"));
        assertNull(Sealer.open(new Wrapping(MASTER).fresh(NAME), sealed, "entry 3/why"));
        for (var i = 0; i < sealed.length(); i++) {
            var altered = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'B' : 'A') + sealed.substring(i + 1);
            assertNull(Sealer.open(key, altered, "entry 3/why"), "altered at " + i);
        }
        assertNull(Sealer.open(key, "", "entry 3/why"));
        assertNull(Sealer.open(key, "not base64!", "entry 3/why"));
    }

    @Test
    void many_words_are_opened_in_one_go_whatever_became_of_those_before() {
        var opening = new Opening();
        var other = new Wrapping(MASTER).fresh(new KeyName(Lifetime.PERSON, "person:sam"));
        var why = Sealer.seal(key, "why", "entry 3/why");
        var name = Sealer.seal(other, "Sam", "entry 4/name");
        for (var round = 0; round < 3; round++) {
            assertEquals("why", Sealer.open(opening, key, why, "entry 3/why"));
            assertEquals("why", Sealer.open(opening, key, why, "entry 3/why"), "the same once more");
            assertNull(Sealer.open(opening, key, why, "entry 4/why"), "of another place");
            assertNull(Sealer.open(opening, other, why, "entry 3/why"), "with another key");
            assertNull(Sealer.open(opening, key, why.substring(0, 12), "entry 3/why"), "cut off");
            assertEquals("Sam", Sealer.open(opening, other, name, "entry 4/name"));
        }
    }

    @Test
    void a_wrapped_key_is_bound_to_its_name_and_its_master_key() {
        var wrapping = new Wrapping(MASTER);
        var wrapped = wrapping.wrap(key);
        var unwrapped = wrapping.unwrap(new Opening(), NAME, wrapped);
        assertTrue(unwrapped != null);
        assertEquals("why", Sealer.open(unwrapped, Sealer.seal(key, "why", "p"), "p"));
        assertNull(wrapping.unwrap(new Opening(), new KeyName(Lifetime.PERSON, "person:sam"), wrapped));
        assertNull(new Wrapping(OTHER).unwrap(new Opening(), NAME, wrapped));
    }

    @Test
    void a_mac_covers_everything_and_each_part_for_itself() {
        var chain = new Chain(MASTER, "session:evening");
        var link = new Link(2, "at", "by", "cmd", "ev");
        var before = new Mac("before");
        var mac = chain.next(before, link);
        assertTrue(chain.holds(before, link, mac));
        assertFalse(chain.holds(before, new Link(3, "at", "by", "cmd", "ev"), mac));
        assertFalse(chain.holds(before, new Link(2, "atb", "y", "cmd", "ev"), mac));
        assertFalse(chain.holds(before, new Link(2, "at", "by", "cmde", "v"), mac));
        assertFalse(chain.holds(Mac.NONE, link, mac));
        assertFalse(new Chain(MASTER, "session:morning").holds(before, link, mac));
        assertFalse(new Chain(OTHER, "session:evening").holds(before, link, mac));
    }

    @Test
    void an_anchor_is_bound_to_its_log_and_head() {
        var anchoring = new Anchoring(MASTER);
        var seal = anchoring.seal("session:evening", 7, new Mac("m"));
        assertTrue(anchoring.holds("session:evening", 7, new Mac("m"), seal));
        assertFalse(anchoring.holds("session:evening", 6, new Mac("m"), seal));
        assertFalse(new Anchoring(OTHER).holds("session:evening", 7, new Mac("m"), seal));
    }

    @Test
    void a_master_key_is_read_from_either_base64_and_never_printed() {
        var text = MASTER.export();
        var again = MasterKey.parse(text.replace('-', '+').replace('_', '/') + "=");
        assertEquals(text, again.export());
        assertEquals("MasterKey", MASTER.toString());
        assertFalse(key.toString().contains(MASTER.export()));
        assertThrows(IllegalArgumentException.class, () -> MasterKey.parse("c2hvcnQ"));
        var bad = assertThrows(IllegalArgumentException.class, () -> MasterKey.parse("secret words!"));
        assertFalse(String.valueOf(bad.getMessage()).contains("secret"));
    }

    @Test
    void the_name_of_a_key_reads_back() {
        assertEquals(NAME, KeyName.parse(NAME.text()));
        assertEquals("session-record/session:evening", NAME.text());
        assertThrows(IllegalArgumentException.class, () -> KeyName.parse("for-ever/session:evening"));
    }
}
