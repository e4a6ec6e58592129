package org.holdfast.log;

import static org.holdfast.log.SnapshotFixture.CLINIC;
import static org.holdfast.log.SnapshotFixture.holidays;
import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicEvent;
import org.holdfast.clinic.ClinicForm;
import org.holdfast.clinic.ClinicSimulationTest;
import org.holdfast.clinic.Enrolment;
import org.holdfast.clinic.People;
import org.holdfast.clinic.Scheduling;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.Entry;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.log.Verdict.Sound;
import org.holdfast.session.Dice;
import org.holdfast.session.MemberId;
import org.holdfast.testing.RedisExtension;
import org.holdfast.testing.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a node knows that begins with a snapshot of its clinic's log. Where a seed is printed, a run is repeated by
/// `-Dholdfast.simulation.seed=…`.
@ExtendWith({VertxExtension.class, RedisExtension.class})
class SnapshotTest {
    private static final int CLINICS = 25;
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());
    private static final MemberId SAM = new MemberId("p-sam");
    private static final MemberId MARIA = new MemberId("p-maria");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");

    private SnapshotFixture node;
    private SnapshotFixture other;

    @BeforeEach
    void connect(Vertx vertx, TestRedis redis) {
        node = new SnapshotFixture(vertx, redis);
        other = new SnapshotFixture(vertx, redis);
    }

    @Test
    void whoever_goes_on_from_a_snapshot_ends_where_a_whole_fold_does() {
        System.out.println("Cutting " + CLINICS + " logs, -Dholdfast.simulation.seed=" + SEED);
        var hosts = other.hosts();
        for (var number = 0; number < CLINICS; number++) {
            var clinic = LogId.clinic("c" + number);
            var where = "seed " + SEED + ", number " + number;
            var entries = ClinicSimulationTest.play(SEED, number);
            var cut = 1 + Dice.of(SEED, number).below(entries.size());
            node.append(clinic, entries.subList(0, cut));
            node.snapshot(clinic);
            node.append(clinic, entries.subList(cut, entries.size()));
            var found = other.found(clinic);
            assertNotNull(found, where);
            assertEquals(cut, found.head().seq(), where);
            var host = get(hosts.open(clinic));
            assertEquals(entries.size(), host.seq(), where);
            assertEquals(node.folded(clinic), host.state(), where);
            assertEquals(folded(entries), host.state(), where);
        }
    }

    private static Clinic folded(List<Entry<ClinicEvent>> entries) {
        var clinic = Clinic.DECIDER.initial();
        for (var entry : entries) clinic = Clinic.DECIDER.applyAll(clinic, entry);
        return clinic;
    }

    @Test
    void a_wish_from_before_the_snapshot_is_still_done_only_once() {
        var holiday = new Scheduling.KeepHoliday(FRIDAY, "Founders' Day");
        var dropped = new Scheduling.DropHoliday(FRIDAY);
        var first = node.hosts();
        assertEquals(new Outcome.Done(1), get(first.submit(CLINIC, holiday, LogFixture.DANA, LogFixture.id(1))));
        assertEquals(new Outcome.Done(2), get(first.submit(CLINIC, dropped, LogFixture.DANA, LogFixture.id(2))));
        node.snapshot(CLINIC);
        var later = other.hosts();
        assertEquals(new Outcome.Done(1), get(later.submit(CLINIC, holiday, LogFixture.DANA, LogFixture.id(1))));
        assertEquals(2, get(later.open(CLINIC)).seq());
        // The same letters from somebody else are another wish.
        assertEquals(new Outcome.Done(3), get(later.submit(CLINIC, holiday, LogFixture.SAM, LogFixture.id(1))));
        get(get(first.open(CLINIC)).catchUp());
        assertEquals(get(later.open(CLINIC)).state(), get(first.open(CLINIC)).state());
    }

    private void twoPeople() {
        node.append(CLINIC, List.of(added(1, SAM, "Number of Sam"), added(2, MARIA, "Number of Maria")));
    }

    private static Entry<ClinicEvent> added(long seq, MemberId member, String number) {
        var sealed = new Confidential.Readable(Lifetime.PERSON, number);
        return new Entry<>(
                seq,
                LogFixture.NINE,
                LogFixture.DANA,
                LogFixture.id(seq),
                List.of(
                        new People.Added(member, People.Part.PARTICIPANT, sealed),
                        new Enrolment.Moved(member, Enrolment.Phase.ADMITTED, MONDAY, null)));
    }

    @Test
    void what_is_forgotten_is_forgotten_by_snapshots_from_before_and_after() {
        twoPeople();
        node.snapshot(CLINIC);
        var before = other.found(CLINIC);
        assertNotNull(before);
        assertEquals(SAM, before.state().people().numbered("number of sam"));
        var name = KeyNames.of(CLINIC, Lifetime.PERSON, LogFixture.id(1));
        node.node.keyring.destroy(name).toCompletableFuture().join();
        for (var when : List.of("before", "after")) {
            var found = other.found(CLINIC);
            assertNotNull(found, when);
            assertEquals(node.folded(CLINIC), found.state(), when);
            assertNotEquals(before.state(), found.state(), when);
            assertNull(found.state().people().numbered("number of sam"), when);
            assertEquals(MARIA, found.state().people().numbered("number of maria"), when);
            node.snapshot(CLINIC);
        }
    }

    @Test
    void no_word_that_is_sealed_in_the_log_stands_open_in_a_snapshot() {
        twoPeople();
        node.snapshot(CLINIC);
        var kept = get(node.store.of(CLINIC));
        assertNotNull(kept);
        var opened = new SnapshotCodec<>(LogFixture.MASTER, SnapshotFixture.FORM).open(CLINIC, kept);
        assertNotNull(opened);
        assertFalse(opened.state().toString().toLowerCase(Locale.ROOT).contains("number of sam"));
        assertEquals(2, opened.keys().size());
    }

    @Test
    void one_is_made_when_a_hundred_entries_have_come() {
        node.append(CLINIC, holidays(1, Snapshotter.ENTRIES - 1));
        assertEquals(Snapshotter.Outcome.RECENT, get(node.snapshotter.look(CLINIC)));
        assertNull(node.found(CLINIC));
        node.append(CLINIC, holidays(Snapshotter.ENTRIES, Snapshotter.ENTRIES));
        assertEquals(Snapshotter.Outcome.KEPT, get(node.snapshotter.look(CLINIC)));
        assertEquals(Snapshotter.Outcome.RECENT, get(other.snapshotter.look(CLINIC)));
        node.append(CLINIC, holidays(Snapshotter.ENTRIES + 1, 2 * Snapshotter.ENTRIES));
        assertEquals(Snapshotter.Outcome.KEPT, get(other.snapshotter.look(CLINIC)));
        var found = node.found(CLINIC);
        assertNotNull(found);
        assertEquals(2 * Snapshotter.ENTRIES, found.head().seq());
    }

    @Test
    void two_nodes_that_make_one_at_the_same_moment_leave_a_right_one() {
        node.append(CLINIC, holidays(1, 150));
        get(Future.all(node.snapshotter.look(CLINIC), other.snapshotter.look(CLINIC)));
        var found = node.found(CLINIC);
        assertNotNull(found);
        assertEquals(node.folded(CLINIC), found.state());
    }

    @Test
    void a_slow_node_that_leaves_an_older_one_costs_only_time() {
        node.append(CLINIC, holidays(1, 3));
        var slow = get(node.snapshotter.prepare(CLINIC));
        assertNotNull(slow);
        node.append(CLINIC, holidays(4, 6));
        other.snapshot(CLINIC);
        get(node.snapshotter.store(slow));
        var host = get(other.hosts().open(CLINIC));
        assertEquals(6, host.seq());
        assertEquals(node.folded(CLINIC), host.state());
    }

    @Test
    void nobody_who_verifies_looks_at_it() {
        node.append(CLINIC, holidays(1, 3));
        node.snapshot(CLINIC);
        var verifier = new LogVerifier(node.node.redis, LogFixture.MASTER, node.node.heads);
        assertEquals(new Sound(CLINIC, 3, true), get(verifier.verify(CLINIC)));
        assertEquals(List.of(CLINIC), get(verifier.logs()));
    }

    @Test
    void one_of_another_form_is_left_alone_until_it_is_made_anew(Vertx vertx) {
        node.append(CLINIC, holidays(1, 120));
        node.snapshot(CLINIC);
        var next = StateForm.of(ClinicForm.NUMBER + 1, ClinicForm.class, ClinicForm::of, ClinicForm::clinic);
        var newer = new SnapshotFixture(vertx, node.node, next);
        assertNull(newer.found(CLINIC));
        assertNotNull(node.found(CLINIC));
        assertEquals(120, get(newer.hosts().open(CLINIC)).seq());
        assertEquals(Snapshotter.Outcome.KEPT, get(newer.snapshotter.look(CLINIC)));
        assertNotNull(newer.found(CLINIC));
        assertNull(node.found(CLINIC));
    }

    @Test
    void whoever_began_with_a_snapshot_writes_on() {
        node.append(CLINIC, holidays(1, 3));
        node.snapshot(CLINIC);
        var host = get(other.hosts().open(CLINIC));
        var holiday = new Scheduling.KeepHoliday(FRIDAY, "Founders' Day");
        assertInstanceOf(Outcome.Done.class, get(host.submit(holiday, LogFixture.SAM, LogFixture.id(1))));
        assertEquals(node.folded(CLINIC), host.state());
        assertEquals(4, host.seq());
    }
}
