package org.holdfast.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.session.Dice;
import org.junit.jupiter.api.Test;

/// Whatever staff try in whatever order: what is accepted can be folded, and the promises hold. The seed is printed; to
/// repeat a run, say `-Dholdfast.simulation.seed=…`.
public class ClinicSimulationTest {
    private static final int SEQUENCES = 3_000;
    private static final int LONGEST = 120;
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());
    private static final Actor ADMIN = new Actor.Person("p-admin");

    @Test
    void no_order_of_wishes_breaks_a_promise() {
        System.out.println("Simulating " + SEQUENCES + " clinics, -Dholdfast.simulation.seed=" + SEED);
        IntStream.range(0, SEQUENCES).parallel().forEach(number -> play(SEED, number));
    }

    @Test
    void the_clinics_that_are_played_meet_every_kind_of_event() {
        var met = new HashSet<Class<?>>();
        for (var number = 0; number < 300; number++) {
            play(1, number).forEach(entry -> entry.events().forEach(event -> met.add(event.getClass())));
        }
        var missing = new HashSet<>(SealedJson.of(ClinicEvent.class).types().values());
        missing.removeAll(met);
        assertEquals(Set.of(), missing);
    }

    /// What was accepted, in order.
    public static List<Entry<ClinicEvent>> play(long seed, int number) {
        var dice = Dice.of(seed, number);
        var wishes = new ClinicWishes(dice);
        var clinic = Clinic.DECIDER.initial();
        var entries = new ArrayList<Entry<ClinicEvent>>();
        var now = ClinicGiven.NOW;
        var steps = 10 + dice.below(LONGEST);
        for (var step = 0; step < steps; step++) {
            now = now.plusSeconds(dice.below(86_400));
            var wish = wishes.next(step, now);
            if (Clinic.DECIDER.decide(clinic, wish, ADMIN, now) instanceof Decision.Accepted<ClinicEvent>(var events)
                    && !events.isEmpty()) {
                var entry = new Entry<>(entries.size() + 1, now, ADMIN, new CommandId("c" + step), events);
                clinic = Clinic.DECIDER.applyAll(clinic, entry);
                entries.add(entry);
            }
            promises(clinic, "seed " + seed + ", number " + number);
        }
        var refolded = Clinic.DECIDER.initial();
        for (var entry : entries) refolded = Clinic.DECIDER.applyAll(refolded, entry);
        assertEquals(clinic, refolded, "Folding again gives another clinic");
        calendar(clinic, "seed " + seed + ", number " + number);
        return entries;
    }

    private static void promises(Clinic clinic, String where) {
        for (var group : clinic.groups().all().values()) {
            assertTrue(group.staff().contains(group.lead()), where);
            assertTrue(group.staff().stream().allMatch(clinic.people()::isStaff), where);
            assertTrue(group.kind() != Group.Kind.INDIVIDUAL || group.roster().size() <= 1, where);
            for (var member : group.roster()) {
                assertTrue(clinic.enrolment().enrolled(member), where);
                assertFalse(group.ledBy(member), where);
            }
        }
        var numbers = new ArrayList<String>();
        clinic.people().all().forEach((member, known) -> {
            numbers.add(People.comparable(Objects.requireNonNull(Texts.text(known.number()))));
            var course = clinic.enrolment().course(member);
            assertEquals(known.part() == People.Part.PARTICIPANT, course != null, where);
            if (course != null && course.phase() == Phase.DISCHARGED) {
                assertEquals(List.of(), clinic.groups().of(member), where);
            }
            if (course != null) inOrder(course, where);
        });
        assertEquals(numbers.size(), new HashSet<>(numbers).size(), where);
        clinic.guests()
                .all()
                .values()
                .forEach(guest -> assertFalse(clinic.people().knows(guest.id()), where));
    }

    private static void calendar(Clinic clinic, String where) {
        var slots = Slots.of(clinic);
        var from = ClinicGiven.NOW;
        var all = slots.between(from, from.plus(Duration.ofDays(60)));
        assertEquals(all.size(), all.stream().map(Slot::id).distinct().count(), where);
        all.forEach(slot -> assertEquals(slot, slots.slot(slot.id()), where));
    }

    private static void inOrder(Enrolment.Course course, String where) {
        assertEquals(Phase.ADMITTED, course.steps().getFirst().phase(), where);
        for (var i = 1; i < course.steps().size(); i++) {
            var before = course.steps().get(i - 1);
            var step = course.steps().get(i);
            assertFalse(step.on().isBefore(before.on()), where);
            var again = before.phase() == Phase.DISCHARGED;
            assertEquals(before.stay() + (again ? 1 : 0), step.stay(), where);
        }
    }
}
