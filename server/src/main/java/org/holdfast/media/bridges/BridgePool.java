package org.holdfast.media.bridges;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.holdfast.live.Subscription;
import org.holdfast.live.Timers;
import org.holdfast.media.bridges.Choice.Candidate;
import org.holdfast.media.bridges.Fitness.Standing;
import org.holdfast.media.bridges.Look.Refused;
import org.holdfast.media.bridges.Look.Well;
import org.holdfast.media.jitsi.Bridges;
import org.holdfast.media.jitsi.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All bridges, each looked at every second, and sooner again when a look found it unfit. One that ends a line on which
/// it was looked at is looked at in that moment: where nobody listens any more either, it is dead.
///
/// It may be asked from any thread. What is said of a bridge changes with looks only, so a bridge that is used and does
/// not answer is found out here, not by whoever used it.
public final class BridgePool implements Bridges {
    private static final Logger LOG = LoggerFactory.getLogger(BridgePool.class);

    static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    /// A bridge that has no time for a trial gets none from many.
    static final Duration REHEARSE_AGAIN = Duration.ofSeconds(10);

    private final BridgeLook look;
    private final Rehearsal rehearsal;
    private final Timers timers;
    /// Whoever was cold and has been tried since.
    private final Set<URI> rehearsed = ConcurrentHashMap.newKeySet();
    private final Map<URI, Known> known = new LinkedHashMap<>();
    private final Map<URI, Timer> latencies = new LinkedHashMap<>();
    private final Map<URI, Subscription> nextLooks = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /// @param sent sessions that went there since it was last looked at
    private record Known(Fitness fitness, int sent) {
        Known now(Fitness next) {
            return new Known(next, 0);
        }
    }

    /// How many there are, and how many of them are up.
    public record Count(int up, int all) {
        public boolean complete() {
            return up == all;
        }
    }

    /// @param rests where each is asked, by its private port
    public BridgePool(List<URI> rests, BridgeLook look, Rehearsal rehearsal, Timers timers, MeterRegistry registry) {
        this.look = look;
        this.rehearsal = rehearsal;
        this.timers = timers;
        look.onBreak(this::brokeOff);
        for (var rest : rests) {
            known.put(rest, new Known(Fitness.AT_FIRST, 0));
            measure(rest, registry);
        }
    }

    /// Begins to look, on a context of its own.
    public static BridgePool start(Vertx vertx, List<URI> rests, Timers timers, MeterRegistry registry) {
        var pool = new BridgePool(rests, new HttpLook(vertx), Rehearsal.over(vertx), timers, registry);
        vertx.getOrCreateContext().runOnContext(_ -> pool.begin());
        return pool;
    }

    void begin() {
        List.copyOf(known.keySet()).forEach(this::lookAt);
    }

    public void close() {
        closed = true;
    }

    @Override
    public synchronized Optional<Bridge> choose() {
        var chosen = among(Fitness::takes).or(() -> among(Fitness::takesForWantOfBetter));
        chosen.ifPresent(rest ->
                known.computeIfPresent(rest, (_, before) -> new Known(before.fitness(), before.sent() + 1)));
        return chosen.map(Bridge::new);
    }

    private Optional<URI> among(Predicate<Fitness> fit) {
        return Choice.among(known.entrySet().stream()
                .filter(entry -> fit.test(entry.getValue().fitness()))
                .map(entry -> candidate(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Candidate candidate(URI rest, Known known) {
        var last = known.fitness().last();
        return last == null
                ? new Candidate(rest, 0, known.sent(), known.sent())
                : new Candidate(rest, last.stress(), last.conferences() + known.sent(), last.created() + known.sent());
    }

    @Override
    public synchronized boolean usable(URI rest) {
        var found = known.get(rest);
        if (found == null) return false;
        var fitness = found.fitness();
        return fitness.keeps()
                || (fitness.keepsForWantOfBetter() && among(Fitness::takes).isEmpty());
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public synchronized Count count() {
        var up = (int) known.values().stream()
                .filter(one -> one.fitness().standing() == Standing.UP)
                .count();
        return new Count(up, known.size());
    }

    private void lookAt(URI rest) {
        look(
                rest,
                found -> nextLooks.put(rest, timers.after(pause(rest, found), () -> {
                    nextLooks.remove(rest);
                    lookAt(rest);
                })));
    }

    /// While it is being looked at anyway, that look tells. One that ends its lines time and again is looked at no more
    /// than twice as often for it.
    private void brokeOff(URI rest) {
        var next = nextLooks.remove(rest);
        if (next == null) return;
        next.close();
        look(rest, found -> {
            // Its line is gone, and nobody listens: as good as two looks.
            if (found instanceof Refused) saw(rest, found);
            timers.after(pause(rest, found), () -> lookAt(rest));
        });
    }

    private void look(URI rest, Consumer<Look> then) {
        if (closed) return;
        var timing = Timer.start();
        look.at(rest).onSuccess(found -> {
            var latency = latencies.get(rest);
            if (latency != null) timing.stop(latency);
            then.accept(found);
        });
    }

    private Duration pause(URI rest, Look found) {
        return saw(rest, found) ? LOOK_AGAIN : LOOK_EVERY;
    }

    /// @return whether to look again soon
    private boolean saw(URI rest, Look found) {
        Fitness before;
        Fitness after;
        synchronized (this) {
            before = of(rest).fitness();
            after = before.after(found);
            known.put(rest, of(rest).now(after));
        }
        if (!(found instanceof Well) || (before.keeps() && !after.keeps())) rehearsed.remove(rest);
        if (found instanceof Well well && well.created() == 0) rehearse(rest);
        if (before.standing() != after.standing() || before.takes() != after.takes()) {
            LOG.info("A bridge, {}, {}", rest.getAuthority(), inWords(after));
            listeners.forEach(Runnable::run);
        }
        return after.doubtful();
    }

    /// A bridge that has just been started takes seconds for its first conference. It is to be one without people, and
    /// above all not that of a group which has just lost its bridge.
    private void rehearse(URI rest) {
        if (!rehearsed.add(rest)) return;
        rehearsal.at(rest).onFailure(_ -> timers.after(REHEARSE_AGAIN, () -> rehearsed.remove(rest)));
    }

    private static String inWords(Fitness fitness) {
        if (fitness.takes()) return "can be used";
        if (fitness.keeps()) return "takes no new sessions";
        return fitness.keepsForWantOfBetter() ? "answers too late" : "cannot be used";
    }

    private Known of(URI rest) {
        return known.getOrDefault(rest, new Known(Fitness.AT_FIRST, 0));
    }

    private void measure(URI rest, MeterRegistry registry) {
        latencies.put(
                rest, Timer.builder("holdfast.bridge.look").tags(named(rest)).register(registry));
        gauge("up", rest, registry, fitness -> fitness.standing() == Standing.UP ? 1 : 0);
        gauge(
                "stress",
                rest,
                registry,
                fitness -> fitness.last() == null ? 0 : fitness.last().stress());
        gauge(
                "sessions",
                rest,
                registry,
                fitness -> fitness.last() == null ? 0 : fitness.last().conferences());
        gauge(
                "endpoints",
                rest,
                registry,
                fitness -> fitness.last() == null ? 0 : fitness.last().endpoints());
    }

    private void gauge(String what, URI rest, MeterRegistry registry, ToDoubleFunction<Fitness> value) {
        Gauge.builder("holdfast.bridge." + what, this, pool -> value.applyAsDouble(pool.fitness(rest)))
                .tags(named(rest))
                .register(registry);
    }

    private synchronized Fitness fitness(URI rest) {
        return of(rest).fitness();
    }

    /// Only machines read this, on a port that the outside never reaches.
    private static Tags named(URI rest) {
        return Tags.of("bridge", rest.getAuthority());
    }
}
