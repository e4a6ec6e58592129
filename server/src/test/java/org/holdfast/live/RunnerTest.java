package org.holdfast.live;

import static org.holdfast.testing.Await.get;
import static org.holdfast.testing.Await.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.holdfast.testing.MemoryEventLog;
import org.holdfast.testing.MemoryTurns;
import org.holdfast.testing.Tally;
import org.holdfast.testing.Tally.Wish.Add;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class RunnerTest {
    private static final LogId EVENING = LogId.session("evening");
    private static final Actor DANA = new Actor.Person("dana");

    private final MemoryEventLog<Tally.Event> store = new MemoryEventLog<>();
    private final MemoryTurns turns = new MemoryTurns();
    private final ManualTimers timers = new ManualTimers();
    private final List<String> deeds = Collections.synchronizedList(new ArrayList<>());
    private Context context;
    private Live live;
    private LogHost<Tally, Tally.Wish, Tally.Event> host;
    private int asked;

    @BeforeEach
    void aLog(Vertx vertx) {
        context = get(LiveContext.start(vertx));
        live = new Live(context, ManualClock.atNine(), timers, Alarm.LOGGED);
        host = get(new LogHosts<>(Tally.DECIDER, store, live).open(EVENING));
    }

    private void add(int count) {
        for (var n = 0; n < count; n++) get(host.submit(new Add("chairs", 1), DANA, new CommandId("c" + asked++)));
    }

    private Subscription run(String holder, Reaction<Tally, Tally.Event> reaction) {
        var runner = new Runner<>(host, Tally.DECIDER, store, turns, "mail", holder, reaction);
        var started = Promise.<Subscription>promise();
        context.runOnContext(nothing -> started.complete(runner.start(live)));
        return get(started.future());
    }

    private Reaction.Each<Tally, Tally.Event> noting(String who) {
        return (before, entry, after) -> {
            deeds.add(who + " " + entry.seq() + ": " + before.count("chairs") + "→" + after.count("chairs"));
            return Future.succeededFuture();
        };
    }

    private void tick() {
        var ticked = Promise.<Boolean>promise();
        context.runOnContext(nothing -> {
            timers.goOff();
            ticked.complete(true);
        });
        get(ticked.future());
    }

    @Test
    void each_entry_is_acted_on_once_from_the_first() {
        add(2);
        run("one", noting("one"));
        until(() -> deeds.size() == 2);
        add(1);
        until(() -> deeds.size() == 3);
        assertEquals(List.of("one 1: 0→1", "one 2: 1→2", "one 3: 2→3"), deeds);
    }

    @Test
    void only_one_node_acts_and_another_goes_on_where_it_stopped() {
        add(1);
        var first = run("one", noting("one"));
        until(() -> deeds.size() == 1);
        run("two", noting("two"));
        add(1);
        until(() -> deeds.size() == 2);
        first.close();
        add(1);
        tick();
        until(() -> deeds.size() == 3);
        assertEquals(List.of("one 1: 0→1", "one 2: 1→2", "two 3: 2→3"), deeds);
    }

    @Test
    void what_failed_is_tried_again_and_nothing_overtakes_it() {
        var broken = new boolean[] {true};
        run("one", (Reaction.Each<Tally, Tally.Event>) (before, entry, after) -> {
            deeds.add((broken[0] ? "failed " : "did ") + entry.seq());
            return broken[0] ? Future.failedFuture("no mail today") : Future.succeededFuture();
        });
        add(1);
        until(() -> deeds.contains("failed 1"));
        context.runOnContext(nothing -> broken[0] = false);
        add(1);
        tick();
        until(() -> deeds.contains("did 2"));
        assertEquals(
                List.of("did 1", "did 2"),
                deeds.stream().filter(d -> d.startsWith("did")).toList());
    }

    @Test
    void a_node_whose_turn_has_passed_on_does_not_act() {
        run("one", noting("one"));
        add(1);
        until(() -> get(turns.cursor(EVENING, "mail")) == 1L);
        turns.passTo(EVENING, "mail", "two");
        add(1);
        tick();
        assertEquals(List.of("one 1: 0→1"), deeds);
        assertEquals(1L, get(turns.cursor(EVENING, "mail")));
    }

    @Test
    void a_level_is_brought_to_the_head_and_never_replays_the_way_there() {
        add(5);
        run("one", (Reaction.Level<Tally, Tally.Event>) (state, seq) -> {
            deeds.add("level " + state.count("chairs"));
            return Future.succeededFuture();
        });
        until(() -> deeds.size() == 1);
        tick();
        assertEquals(List.of("level 5"), deeds);
        add(1);
        until(() -> deeds.size() == 2);
        assertEquals("level 6", deeds.getLast());
    }

    @Test
    void what_came_undone_outside_is_brought_about_again_though_nothing_new_was_said() {
        add(1);
        var runner = level("one");
        until(() -> deeds.size() == 1);
        tick();
        assertEquals(List.of("one level 1"), deeds);
        context.runOnContext(nothing -> runner.again());
        until(() -> deeds.size() == 2);
        tick();
        assertEquals(List.of("one level 1", "one level 1"), deeds);
    }

    @Test
    void what_came_undone_while_another_node_had_the_turn_is_looked_after_when_that_one_is_gone() {
        add(1);
        level("one");
        until(() -> deeds.size() == 1);
        var second = level("two");
        context.runOnContext(nothing -> second.again());
        tick();
        assertEquals(List.of("one level 1"), deeds);
        turns.passTo(EVENING, "mail", "two");
        tick();
        until(() -> deeds.size() == 2);
        assertEquals("two level 1", deeds.getLast());
    }

    private Runner<Tally, Tally.Event> level(String who) {
        Reaction.Level<Tally, Tally.Event> level = (state, seq) -> {
            deeds.add(who + " level " + state.count("chairs"));
            return Future.succeededFuture();
        };
        var runner = new Runner<>(host, Tally.DECIDER, store, turns, "mail", who, level);
        var started = Promise.<Subscription>promise();
        context.runOnContext(nothing -> started.complete(runner.start(live)));
        get(started.future());
        return runner;
    }
}
