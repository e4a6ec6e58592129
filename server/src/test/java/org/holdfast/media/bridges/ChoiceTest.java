package org.holdfast.media.bridges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.holdfast.media.bridges.Choice.Candidate;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final URI A = URI.create("http://a:8080");
    private static final URI B = URI.create("http://b:8080");

    @Test
    void the_bridge_with_the_least_stress_is_taken() {
        assertEquals(Optional.of(B), choice(new Candidate(A, 0.6, 0, 5), new Candidate(B, 0.2, 9, 9)));
    }

    @Test
    void among_bridges_that_are_about_as_busy_the_one_with_fewer_sessions_is_taken() {
        assertEquals(Optional.of(B), choice(new Candidate(A, 0.10, 3, 3), new Candidate(B, 0.12, 2, 8)));
    }

    @Test
    void among_idle_ones_the_one_that_has_carried_least_is_taken_so_that_none_stays_cold() {
        assertEquals(Optional.of(B), choice(new Candidate(A, 0, 0, 4), new Candidate(B, 0, 0, 1)));
    }

    @Test
    void among_equal_ones_every_node_takes_the_same() {
        assertEquals(Optional.of(A), choice(new Candidate(B, 0.1, 1, 7), new Candidate(A, 0.1, 1, 7)));
    }

    @Test
    void without_any_there_is_nothing_to_take() {
        assertEquals(Optional.empty(), choice());
    }

    private static Optional<URI> choice(Candidate... candidates) {
        return Choice.among(List.of(candidates));
    }
}
