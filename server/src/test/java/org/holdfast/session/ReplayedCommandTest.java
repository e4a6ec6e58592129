package org.holdfast.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.decision.CommandId;
import org.holdfast.live.Halt;
import org.holdfast.live.Live;
import org.holdfast.live.LiveContext;
import org.holdfast.live.LogHosts;
import org.holdfast.live.LogId;
import org.holdfast.live.Outcome;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.holdfast.testing.MemoryEventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page that heard no answer asks again under the same id, perhaps much later and on another node: whatever it was,
/// that changes nothing.
@ExtendWith(VertxExtension.class)
class ReplayedCommandTest {
    private static final int SESSIONS = 60;
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());

    private record Asked(Play.Wish wish, CommandId id, Outcome answer) {}

    private final MemoryEventLog<SessionEvent> store = new MemoryEventLog<>();
    private final List<Halt> alarms = new ArrayList<>();

    private LogHosts<Session, SessionCommand, SessionEvent> node(Context context, ManualClock clock) {
        var live = new Live(context, clock, new ManualTimers(), alarms::add);
        return new LogHosts<>(Session.DECIDER, store, live);
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_command_that_was_carried_out_is_not_carried_out_again(Vertx vertx) throws Exception {
        System.out.println("Asking twice in " + SESSIONS + " sessions, -Dholdfast.simulation.seed=" + SEED);
        var one = get(LiveContext.start(vertx));
        var other = get(LiveContext.start(vertx));
        for (var number = 0; number < SESSIONS; number++) {
            var clock = new ManualClock(new Play().now());
            replay(node(one, clock), node(other, clock), clock, LogId.session("s" + number), Dice.of(SEED, number));
        }
        assertEquals(List.of(), alarms);
    }

    private void replay(
            LogHosts<Session, SessionCommand, SessionEvent> here,
            LogHosts<Session, SessionCommand, SessionEvent> there,
            ManualClock clock,
            LogId log,
            Dice dice)
            throws Exception {
        var play = new Play();
        var opened = play.entries().getFirst();
        get(here.submit(log, new Life.OpenSession(play.session().plan()), opened.by(), new CommandId("opened")));
        var done = new ArrayList<Asked>();
        var number = 0;
        for (var step : Step.roll(dice, false)) {
            clock.pass(Duration.ofMillis(step.millis()));
            var wish = play.wish(step);
            var id = new CommandId("c" + number++);
            var answer = get(here.submit(log, wish.command(), wish.by(), id));
            if (play.run(wish)) done.add(new Asked(wish, id, answer));
            if (done.isEmpty()) continue;
            var again = done.get(dice.below(done.size()));
            var node = dice.below(2) == 0 ? here : there;
            assertEquals(
                    again.answer(),
                    get(node.submit(log, again.wish().command(), again.wish().by(), again.id())));
            assertInstanceOf(Outcome.Done.class, again.answer());
            assertEquals(play.entries().size(), store.entries(log).size(), "Something was done twice");
        }
        assertEquals(play.session(), get(here.open(log)).state());
        assertEquals(play.session(), get(there.open(log)).state());
        here.close();
        there.close();
    }
}
