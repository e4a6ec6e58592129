package org.holdfast.media.jitsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.holdfast.session.EndpointId;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final EndpointId AMINA = new EndpointId("e0000001");
    private static final EndpointId BEN = new EndpointId("e0000002");

    private final Moves moves = new Moves();

    private long granted(EndpointId endpoint, int times) {
        return IntStream.range(0, times).filter(_ -> moves.may(endpoint)).count();
    }

    private void seconds(int many) {
        for (var n = 0; n < many; n++) moves.look();
    }

    @Test
    void a_page_that_asks_without_end_gets_some_and_then_one_in_a_while() {
        assertEquals(Moves.MOST_AT_ONCE, granted(AMINA, 1_000));
        seconds(Moves.LOOKS_UNTIL_ONE_MORE - 1);
        assertFalse(moves.may(AMINA));
        seconds(1);
        assertEquals(1, granted(AMINA, 1_000));
    }

    @Test
    void it_takes_nothing_from_others() {
        granted(AMINA, 1_000);
        assertTrue(moves.may(BEN));
    }

    /// Another path after three seconds, another place after nine, and ever more rarely then.
    @Test
    void a_page_on_the_worst_of_lines_always_gets_what_it_asks_for() {
        for (var wait : new int[] {3, 6, 12, 24, 48, 3, 6, 12, 24, 48}) {
            seconds(wait);
            assertTrue(moves.may(AMINA));
        }
    }

    @Test
    void after_a_calm_minute_all_is_as_at_first() {
        granted(AMINA, 1_000);
        seconds(60);
        assertEquals(Moves.MOST_AT_ONCE, granted(AMINA, 1_000));
    }
}
