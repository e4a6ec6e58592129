package org.holdfast.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.attendance.SheetPromises;
import org.holdfast.json.SealedJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever people try in whatever order: the promises hold. The seed is printed; to repeat a run, say
/// `-Dholdfast.simulation.seed=…`.
class SessionSimulationTest {
    private static final int SEQUENCES = Integer.getInteger("holdfast.simulation.sequences", 100_000);
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());

    @Test
    void no_order_of_events_breaks_a_promise() {
        System.out.println("Simulating " + SEQUENCES + " sessions, -Dholdfast.simulation.seed=" + SEED);
        var broken = IntStream.range(0, SEQUENCES)
                .parallel()
                .mapToObj(number -> Step.roll(Dice.of(SEED, number), false))
                .filter(steps -> broken(steps) != null)
                .findAny();
        broken.ifPresent(SessionSimulationTest::report);
    }

    private static void report(List<Step> steps) {
        var fewest = Shrinking.shrink(steps, SessionSimulationTest::broken);
        var told = fewest.stream().map(Step::toString).collect(Collectors.joining("\n  "));
        fail("A promise is broken by\n  " + told, Objects.requireNonNull(broken(fewest)));
    }

    private static @Nullable Throwable broken(List<Step> steps) {
        try {
            play(steps);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }

    private static void play(List<Step> steps) {
        var play = new Play();
        var number = 0;
        Session ended = null;
        for (var step : steps) {
            if (!play.step(step)) continue;
            if (ended != null) Promises.sameMeeting(ended, play.session());
            if (ended == null && play.session().ended()) ended = play.session();
            Promises.state(play.session());
            // The dear ones now and then: over all sequences they meet every kind of state.
            if (number++ % 6 != 0) continue;
            Promises.views(play.session());
            Promises.may(play.session(), Play.EVERYBODY.get(step.whom()));
        }
        Promises.views(play.session());
        for (var i = 0; i < 3; i++) Promises.may(play.session(), Play.EVERYBODY.get((number + 3 * i) % 8));
        var refolded = Session.DECIDER.initial();
        for (var entry : play.entries()) refolded = Session.DECIDER.applyAll(refolded, entry);
        assertEquals(play.session(), refolded, "Folding again gives another session");
        SheetPromises.hold(play.session(), play.entries(), play.now(), steps.size());
    }

    @Test
    void the_sessions_that_are_played_meet_every_kind_of_event() {
        var met = new HashSet<Class<?>>();
        for (var number = 0; number < 2_000; number++) {
            Play.of(1, number).entries().forEach(entry -> entry.events().forEach(event -> met.add(event.getClass())));
        }
        var missing = new HashSet<>(SealedJson.of(SessionEvent.class).types().values());
        missing.removeAll(met);
        assertEquals(Set.of(), missing);
    }

    @Test
    void a_broken_promise_is_told_in_as_few_steps_as_can_be() {
        var steps = IntStream.range(0, 1000)
                .mapToObj(number -> Step.roll(Dice.of(7, number), false))
                .filter(it -> tooManyHands(it) != null)
                .findFirst()
                .orElseThrow();
        var fewest = Shrinking.shrink(steps, SessionSimulationTest::tooManyHands);
        assertNotNull(tooManyHands(fewest));
        assertTrue(fewest.size() <= 4 && fewest.size() < steps.size(), fewest::toString);
    }

    /// A promise that nobody made, to see it broken.
    private static @Nullable Throwable tooManyHands(List<Step> steps) {
        var play = new Play();
        steps.forEach(play::step);
        return play.session().floor().hands().isEmpty() ? null : new AssertionError("A hand is up");
    }
}
