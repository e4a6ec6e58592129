package org.holdfast.live;

import static org.holdfast.testing.Await.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.holdfast.testing.ManualClock;
import org.holdfast.testing.ManualTimers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DueRunnerTest {
    private static final LogId EVENING = LogId.session("evening");
    private static final Due.Item END = new Due.Item("end", EVENING);

    private final ManualClock clock = ManualClock.atNine();
    private final MemoryDue due = new MemoryDue();
    private final List<LogId> ended = new ArrayList<>();
    private Live live;

    /// One sorted set, as the real one.
    private static final class MemoryDue implements Due {
        private final Map<Item, Instant> times = new LinkedHashMap<>();

        @Override
        public Future<Void> at(Item item, Instant when) {
            times.put(item, when);
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> cancel(Item item) {
            times.remove(item);
            return Future.succeededFuture();
        }

        @Override
        public Future<List<Claimed>> claim(Instant now, Duration hold, int most) {
            var claimed = new ArrayList<Claimed>();
            times.replaceAll((item, when) -> {
                if (when.isAfter(now) || claimed.size() == most) return when;
                claimed.add(new Claimed(item, now.plus(hold)));
                return now.plus(hold);
            });
            return Future.succeededFuture(claimed);
        }

        @Override
        public Future<Void> done(Claimed claimed) {
            times.remove(claimed.item(), claimed.until());
            return Future.succeededFuture();
        }
    }

    @BeforeEach
    void live(Vertx vertx) {
        live = new Live(vertx.getOrCreateContext(), clock, new ManualTimers(), Alarm.LOGGED);
    }

    private DueRunner runner(Function<LogId, Future<?>> end) {
        return new DueRunner(due, Map.of("end", end), live);
    }

    private Future<?> end(LogId log) {
        ended.add(log);
        return Future.succeededFuture();
    }

    @Test
    void what_is_due_is_done_once_and_not_before_its_time() {
        var runner = runner(this::end);
        due.at(END, clock.instant().plusSeconds(1));
        get(runner.look());
        assertEquals(List.of(), ended);
        clock.pass(Duration.ofSeconds(1));
        get(runner.look());
        clock.pass(DueRunner.HOLD);
        get(runner.look());
        assertEquals(List.of(EVENING), ended);
    }

    @Test
    void what_failed_comes_up_again_when_its_hold_is_over() {
        due.at(END, clock.instant());
        var broken = runner(log -> Future.failedFuture("not now"));
        assertThrows(RuntimeException.class, () -> get(broken.look()));
        var whole = runner(this::end);
        get(whole.look());
        assertEquals(List.of(), ended);
        clock.pass(DueRunner.HOLD);
        get(whole.look());
        assertEquals(List.of(EVENING), ended);
    }

    @Test
    void a_fault_in_one_action_holds_up_no_other() {
        due.at(new Due.Item("end", LogId.session("morning")), clock.instant());
        due.at(END, clock.instant());
        var runner = runner(log -> {
            if (!log.equals(EVENING)) throw new IllegalStateException("a fault");
            return end(log);
        });
        assertThrows(RuntimeException.class, () -> get(runner.look()));
        assertEquals(List.of(EVENING), ended);
    }

    @Test
    void what_a_newer_version_wrote_is_left_for_it() {
        var unknown = new Due.Item("newer", EVENING);
        due.at(unknown, clock.instant());
        assertThrows(RuntimeException.class, () -> get(runner(this::end).look()));
        assertEquals(clock.instant().plus(DueRunner.HOLD), due.times.get(unknown));
    }
}
