package org.holdfast.live;

import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.RefusalCode;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.holdfast.testing.MemoryEventLog;
import org.holdfast.testing.Tally;
import org.holdfast.testing.Tally.Wish.Add;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LogHostTest {
    private static final LogId EVENING = LogId.session("evening");
    private static final Actor DANA = new Actor.Person("dana");
    private static final Actor SAM = new Actor.Person("sam");

    private final MemoryEventLog<Tally.Event> store = new MemoryEventLog<>();
    private final ManualClock clock = ManualClock.atNine();
    private final ManualTimers timers = new ManualTimers();
    private final List<Halt> alarms = Collections.synchronizedList(new ArrayList<>());
    private LogHosts<Tally, Tally.Wish, Tally.Event> here;
    private LogHosts<Tally, Tally.Wish, Tally.Event> there;

    @BeforeEach
    void twoNodes(Vertx vertx) throws Exception {
        here = node(vertx);
        there = node(vertx);
    }

    private LogHosts<Tally, Tally.Wish, Tally.Event> node(Vertx vertx) throws Exception {
        var context = get(LiveContext.start(vertx));
        return new LogHosts<>(Tally.DECIDER, store, new Live(context, clock, timers, alarms::add));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static CommandId id(int n) {
        return new CommandId("c" + n);
    }

    @Test
    void a_log_that_has_a_snapshot_is_read_on_from_there_and_refolded_from_its_start(Vertx vertx) throws Exception {
        get(here.submit(EVENING, new Add("chairs", 3), DANA, id(1)));
        var head = get(store.head(EVENING));
        // Not what the log says, so that it shows where the state comes from.
        var state = new Tally(new TreeMap<>(Map.of("chairs", 30)), List.of());
        var snapshot = new Snapshot<>(state, head, clock.instant(), List.of(new Asked(DANA, id(1))));
        var live = new Live(get(LiveContext.start(vertx)), clock, timers, alarms::add);
        var late = new LogHosts<>(Tally.DECIDER, store, log -> Future.succeededFuture(Optional.of(snapshot)), live);
        get(here.submit(EVENING, new Add("chairs", 4), DANA, id(2)));
        var host = get(late.open(EVENING));
        assertEquals(34, host.state().count("chairs"));
        assertEquals(new Outcome.Done(1), get(host.submit(new Add("chairs", 3), DANA, id(1))));
        assertEquals(new Outcome.Done(3), get(host.submit(new Add("chairs", 1), DANA, id(3))));
        get(host.catchUp());
        assertEquals(35, host.state().count("chairs"));
        get(host.refold());
        assertEquals(8, host.state().count("chairs"));
    }

    @Test
    void a_wish_is_answered_once_it_stands_in_the_log() throws Exception {
        assertEquals(new Outcome.Done(1), get(here.submit(EVENING, new Add("chairs", 3), DANA, id(1))));
        assertEquals(1, store.entries(EVENING).size());
        assertEquals(3, get(here.open(EVENING)).state().count("chairs"));
    }

    @Test
    void asking_twice_does_nothing_twice_on_any_node() throws Exception {
        var first = get(here.submit(EVENING, new Add("chairs", 3), DANA, id(1)));
        assertEquals(first, get(here.submit(EVENING, new Add("chairs", 3), DANA, id(1))));
        assertEquals(first, get(there.submit(EVENING, new Add("chairs", 3), DANA, id(1))));
        assertEquals(1, store.entries(EVENING).size());
    }

    @Test
    void another_persons_equal_id_is_another_wish() throws Exception {
        get(here.submit(EVENING, new Add("chairs", 3), DANA, id(1)));
        assertEquals(new Outcome.Done(2), get(here.submit(EVENING, new Add("chairs", 1), SAM, id(1))));
    }

    @Test
    void what_is_already_so_is_done_without_an_entry() throws Exception {
        assertEquals(new Outcome.Done(0), get(here.submit(EVENING, new Add("chairs", 0), DANA, id(1))));
        assertEquals(List.of(), store.entries(EVENING));
    }

    @Test
    void a_refusal_leaves_no_trace() throws Exception {
        var outcome = get(here.submit(EVENING, new Add("chairs", Tally.LIMIT + 1), DANA, id(1)));
        assertEquals(new Outcome.Refused(RefusalCode.FULL), outcome);
        assertEquals(List.of(), store.entries(EVENING));
    }

    @Test
    void a_node_that_lost_the_race_reads_on_and_decides_again() throws Exception {
        var host = get(here.open(EVENING));
        get(there.submit(EVENING, new Add("chairs", Tally.LIMIT), SAM, id(1)));
        assertEquals(new Outcome.Refused(RefusalCode.FULL), get(host.submit(new Add("chairs", 1), DANA, id(2))));
        assertEquals(Tally.LIMIT, host.state().count("chairs"));
    }

    @Test
    void listeners_hear_each_entry_once_and_in_order_whoever_wrote_it() throws Exception {
        var heard = Collections.synchronizedList(new ArrayList<Long>());
        var host = get(here.open(EVENING));
        host.onAdvance((before, entry, after) -> heard.add(entry.seq()));
        var asked = new ArrayList<Future<Outcome>>();
        for (var n = 0; n < 50; n++) {
            asked.add(here.submit(EVENING, new Add("chairs", 1), DANA, id(n)));
            asked.add(there.submit(EVENING, new Add("chairs", 1), SAM, id(n)));
        }
        get(Future.all(asked));
        get(host.refold());
        get(host.catchUp());
        assertEquals(java.util.stream.LongStream.rangeClosed(1, 100).boxed().toList(), heard);
        assertEquals(100, host.state().count("chairs"));
    }

    @Test
    void an_answer_that_was_lost_is_looked_up_and_not_written_again() throws Exception {
        var host = get(here.open(EVENING));
        store.loseNextAnswer(true);
        assertEquals(new Outcome.Done(1), get(host.submit(new Add("chairs", 3), DANA, id(1))));
        assertEquals(1, store.entries(EVENING).size());
    }

    @Test
    void an_append_that_was_lost_is_made_again_under_its_own_id() throws Exception {
        var host = get(here.open(EVENING));
        store.loseNextAnswer(false);
        assertEquals(new Outcome.Done(1), get(host.submit(new Add("chairs", 3), DANA, id(1))));
        assertEquals(
                List.of(id(1)),
                store.entries(EVENING).stream().map(e -> e.command()).toList());
    }

    @Test
    void patience_ends_and_says_that_the_outcome_is_unknown() throws Exception {
        var host = get(here.open(EVENING));
        store.loseNextAnswer(false);
        store.refuseReads(100);
        var outcome = get(host.submit(new Add("chairs", 3), DANA, id(1)));
        assertEquals(new Outcome.Refused(RefusalCode.UNKNOWN_OUTCOME), outcome);
        assertEquals(Writer.MOST_UNANSWERED, timers.pauses().size());
        assertTrue(timers.pauses().stream().allMatch(p -> p.compareTo(Writer.LONGEST_PAUSE) <= 0));
    }

    @Test
    void a_store_that_refuses_every_append_is_not_asked_for_ever() throws Exception {
        var host = get(here.open(EVENING));
        store.loseAnswers(100);
        var outcome = get(host.submit(new Add("chairs", 3), DANA, id(1)));
        assertEquals(new Outcome.Refused(RefusalCode.UNKNOWN_OUTCOME), outcome);
        assertEquals(List.of(), store.entries(EVENING));
    }

    @Test
    void a_store_that_lost_acknowledged_entries_is_never_written_across_the_hole() throws Exception {
        var host = get(here.open(EVENING));
        for (var n = 1; n <= 3; n++) get(host.submit(new Add("chairs", 1), DANA, id(n)));
        store.loseLast(EVENING, 2);
        var outcome = get(host.submit(new Add("chairs", 1), DANA, id(4)));
        assertEquals(new Outcome.Refused(RefusalCode.UNAVAILABLE), outcome);
        assertEquals(List.of(new Halt.StoreLostEntries(EVENING, 3, 1)), alarms);
        assertEquals(0, host.seq());
        assertEquals(1, store.entries(EVENING).size());
        assertNotNull(host.halted());
    }

    @Test
    void the_hole_is_noticed_by_comparing_heads_too() throws Exception {
        var host = get(here.open(EVENING));
        for (var n = 1; n <= 3; n++) get(host.submit(new Add("chairs", 1), DANA, id(n)));
        store.loseLast(EVENING, 1);
        get(there.submit(EVENING, new Add("tables", 1), SAM, id(9)));
        get(host.catchUp());
        assertInstanceOf(Halt.StoreForked.class, host.halted());
    }

    @Test
    void a_second_in_which_nothing_happened_asks_about_no_log_by_itself() throws Exception {
        var host = get(here.open(EVENING));
        get(host.submit(new Add("chairs", 1), DANA, id(1)));
        var asked = store.asked();
        timers.goOff();
        settle(host);
        assertEquals(asked, store.asked());
        store.loseLast(EVENING, 1);
        timers.goOff();
        until(() -> host.halted() != null);
        assertEquals(new Halt.StoreLostEntries(EVENING, 1, 0), host.halted());
    }

    /// What was asked of the live context before is done.
    private static void settle(LogHost<Tally, Tally.Wish, Tally.Event> host) throws Exception {
        for (var turn = 0; turn < 2; turn++) get(host.refold());
    }

    @Test
    void time_never_runs_backwards_in_a_log() throws Exception {
        get(here.submit(EVENING, new Add("chairs", 1), DANA, id(1)));
        clock.pass(Duration.ofSeconds(-2));
        get(here.submit(EVENING, new Add("chairs", 1), DANA, id(2)));
        var entries = store.entries(EVENING);
        assertEquals(entries.get(0).at(), entries.get(1).at());
    }

    @Test
    void a_full_mailbox_asks_to_slow_down(Vertx vertx) throws Exception {
        var host = get(here.open(EVENING));
        var asked = new ArrayList<Future<Outcome>>();
        var context = vertx.getOrCreateContext();
        var all = io.vertx.core.Promise.<Void>promise();
        context.runOnContext(nothing -> {
            for (var n = 0; n < 5000; n++) asked.add(host.submit(new Add("chairs", 1), DANA, id(n)));
            all.complete();
        });
        get(all.future());
        var outcomes = get(Future.all(asked)).<Outcome>list();
        var done = outcomes.stream().filter(o -> o instanceof Outcome.Done).count();
        assertTrue(done >= Mailbox.BOUND, "done: " + done);
        assertEquals(done, store.entries(EVENING).size());
        assertTrue(outcomes.contains(new Outcome.Refused(RefusalCode.SLOW_DOWN)));
    }

    @Test
    void refolding_from_the_log_gives_the_same_state() throws Exception {
        var host = get(here.open(EVENING));
        for (var n = 1; n <= 20; n++) get(host.submit(new Add("chairs" + n % 3, n), DANA, id(n)));
        var before = host.state();
        get(host.refold());
        assertEquals(before, host.state());
        assertEquals(20, host.seq());
        assertNull(host.halted());
    }

    @Test
    void a_log_that_nobody_uses_is_closed_and_opens_again() throws Exception {
        var host = get(here.open(EVENING));
        get(host.submit(new Add("chairs", 1), DANA, id(1)));
        clock.pass(LogHosts.IDLE_FOR.plusSeconds(1));
        timers.goOff();
        var again = get(here.open(EVENING));
        assertTrue(host != again);
        assertEquals(host.state(), again.state());
    }

    @Test
    void answers_arrive_on_the_context_of_whoever_asked(Vertx vertx) throws Exception {
        var host = get(here.open(EVENING));
        var context = vertx.getOrCreateContext();
        var on = io.vertx.core.Promise.<Boolean>promise();
        context.runOnContext(nothing -> host.submit(new Add("chairs", 1), DANA, id(1))
                .onComplete(answer -> on.complete(Vertx.currentContext() == context)));
        assertTrue(get(on.future()));
    }
}
