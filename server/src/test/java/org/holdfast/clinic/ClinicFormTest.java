package org.holdfast.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.decision.Entry;
import org.holdfast.json.RecordJson;
import org.holdfast.session.Dice;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.Test;

/// What stands of a clinic in a snapshot is all of it. The seed is printed; to repeat a run, say
/// `-Dholdfast.simulation.seed=…`.
class ClinicFormTest {
    private static final RecordJson<ClinicForm> FORM = RecordJson.of(ClinicForm.class);
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());
    private static final int CLINICS = 400;
    private static final int APPROVED = 12;

    /// Whoever sees this fail has changed what a clinic is or what an event does to it: snapshots that lie in stores
    /// are
    /// of another form now. Count [ClinicForm#NUMBER] up and approve a file of that number in place of this one.
    private static final String FILE = "snapshot-2.jsonl";

    private static final Expected KEPT = Expected.in("clinic", FILE);

    @Test
    void a_form_is_what_was_approved_under_its_number() {
        var written = IntStream.range(0, APPROVED)
                .mapToObj(number -> FORM.print(ClinicForm.of(folded(ClinicSimulationTest.play(1, number)))))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals("snapshot-" + ClinicForm.NUMBER + ".jsonl", FILE);
        if (Expected.REWRITE) KEPT.write(written);
        assertEquals(KEPT.read(), written);
    }

    @Test
    void what_was_approved_is_read_as_the_clinics_that_were_written() {
        var lines = KEPT.read().lines().toList();
        for (var number = 0; number < APPROVED; number++) {
            var clinic = folded(ClinicSimulationTest.play(1, number));
            assertEquals(clinic, FORM.read(lines.get(number)).clinic());
        }
    }

    @Test
    void any_clinic_comes_back_as_it_went_in() {
        System.out.println("Keeping " + CLINICS + " clinics, -Dholdfast.simulation.seed=" + SEED);
        IntStream.range(0, CLINICS).parallel().forEach(number -> {
            var clinic = folded(ClinicSimulationTest.play(SEED, number));
            assertEquals(clinic, kept(clinic), "seed " + SEED + ", number " + number);
        });
    }

    @Test
    void a_fold_that_goes_on_from_anywhere_ends_where_a_whole_one_does() {
        System.out.println("Cutting " + CLINICS + " logs, -Dholdfast.simulation.seed=" + SEED);
        IntStream.range(0, CLINICS).parallel().forEach(number -> {
            var entries = ClinicSimulationTest.play(SEED, number);
            var cut = Dice.of(SEED, number).below(entries.size() + 1);
            var clinic = kept(folded(entries.subList(0, cut)));
            for (var entry : entries.subList(cut, entries.size())) clinic = Clinic.DECIDER.applyAll(clinic, entry);
            assertEquals(folded(entries), clinic, "seed " + SEED + ", number " + number + ", cut at " + cut);
        });
    }

    @Test
    void whose_a_number_is_does_not_stand_there_in_plain_words() {
        var clinic = ClinicGiven.givenAWeek().clinic();
        assertEquals(ClinicGiven.SAM, clinic.people().numbered("a-1"));
        assertFalse(FORM.write(ClinicForm.of(clinic)).path("people").has("numbers"));
        assertEquals(clinic.people().numbers(), kept(clinic).people().numbers());
    }

    private static Clinic kept(Clinic clinic) {
        return FORM.read(FORM.print(ClinicForm.of(clinic))).clinic();
    }

    private static Clinic folded(List<Entry<ClinicEvent>> entries) {
        var clinic = Clinic.DECIDER.initial();
        for (var entry : entries) clinic = Clinic.DECIDER.applyAll(clinic, entry);
        return clinic;
    }
}
