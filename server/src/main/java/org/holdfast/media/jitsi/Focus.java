package org.holdfast.media.jitsi;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.holdfast.live.Answer;
import org.holdfast.live.MediaPlane;
import org.holdfast.live.Timers;
import org.holdfast.media.Signals;
import org.holdfast.media.jitsi.Doing.NoBridge;
import org.holdfast.session.EndpointId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session's media, on a node that has something to do with them. What is asked is done one after the other, here
/// and among all nodes; what piled up meanwhile is done in one go.
///
/// On the live context, where each `await` lets others in.
final class Focus {
    private static final Logger LOG = LoggerFactory.getLogger(Focus.class);

    /// Less than a page is kept waiting for it.
    static final Duration EXPIRED_WITHIN = Duration.ofMillis(1_900);

    /// Words of pages that wait for the store to come back.
    private static final int MOST_WAITING = 256;
    /// Looks between two offers to a page that does not answer.
    private static final int LOOKS_TO_ANSWER = 3;

    private static final int MOST_OFFERS = 10;

    private final SessionId session;
    private final Tools tools;
    private final Queue<Job> queue = new ArrayDeque<>();
    private final List<Future<?>> expiring = new ArrayList<>();
    /// Pages of this node that have not answered yet, with the looks since they were ready.
    private final Map<EndpointId, Integer> silent = new TreeMap<>();
    private final Moves moves = new Moves();

    private Held last = Held.NOTHING;
    private boolean running;
    private boolean due;
    private int turn;

    /// What all sessions of a node share.
    record Tools(String node, MediaStore store, Doing doing, Signals signals, Timers timers) {}

    /// @param done told when it is brought about; absent for what is tried again here, by itself
    private record Job(
            Function<Held, Hearing> change, @Nullable Promise<Void> done) {}

    Focus(SessionId session, Tools tools) {
        this.session = session;
        this.tools = tools;
    }

    /// As this node last knew it.
    Held last() {
        return last;
    }

    /// Whether this node has nothing to do with the session any more.
    boolean idle() {
        return !running
                && !due
                && queue.isEmpty()
                && expiring.isEmpty()
                && silent.isEmpty()
                && last.places().values().stream()
                        .noneMatch(place ->
                                place.page() != null && place.page().node().equals(tools.node()));
    }

    Future<Void> reconcile(MediaPlane.Wanted wanted, long seq) {
        var done = Promise.<Void>promise();
        ask(new Job(held -> new Hearing(held.wanted(wanted, seq), null), done));
        return done.future();
    }

    /// The page of this node has been told that media go through a bridge.
    void ready(EndpointId endpoint) {
        silent.put(endpoint, 0);
        askAlone(held -> new Hearing(held.ready(endpoint, tools.node()), null));
    }

    /// Who asks for another path or place too often is passed over, and asks again in its own time.
    void hear(EndpointId from, PageSignal signal) {
        silent.remove(from);
        var heard = switch (signal) {
            case PageSignal.Answer _, PageSignal.Sources _ -> true;
            case PageSignal.Restart _, PageSignal.Renew _ -> moves.may(from);
        };
        if (heard) askAlone(held -> Hearing.of(held, from, signal));
    }

    /// Completes once nothing of it goes in or out any more; what is being done for others meanwhile is not waited for.
    Future<?> dismiss(EndpointId endpoint) {
        silent.remove(endpoint);
        var expired = tools.store()
                .dismiss(session, endpoint)
                .otherwise(_ -> last)
                .compose(held -> expire(held, endpoint))
                .timeout(EXPIRED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        expiring.add(expired);
        return expired.transform(said -> {
            expiring.remove(expired);
            // Where it is not sure, it is asked again with all the rest.
            var generation = said.succeeded() ? said.result() : null;
            askAlone(held -> new Hearing(without(held, endpoint, generation), null));
            return Future.succeededFuture();
        });
    }

    /// @return the generation that is gone now, if there was one
    private Future<@Nullable String> expire(Held held, EndpointId endpoint) {
        var hold = held.hold(endpoint);
        var meeting = hold == null ? null : held.meetings().get(hold.room());
        if (hold == null || meeting == null || held.bridge() == null) return Future.succeededFuture(null);
        var call = new Call(URI.create(held.bridge()), meeting);
        return tools.doing().colibri().expire(call, List.of(endpoint)).map(_ -> hold.generation());
    }

    private static Held without(Held held, EndpointId endpoint, @Nullable String generation) {
        var dismissed = held.dismissed(endpoint);
        var hold = held.hold(endpoint);
        return hold != null && hold.generation().equals(generation) ? dismissed.released(endpoint) : dismissed;
    }

    /// What is left undone is tried again, and pages that do not answer are offered again. Called each second.
    void look() {
        moves.look();
        for (var endpoint : List.copyOf(silent.keySet())) {
            var page = last.place(endpoint).page();
            // Nobody answers before there is something to answer.
            if (page == null || page.said() == null || last.hold(endpoint) == null) continue;
            var looks = silent.merge(endpoint, 1, Integer::sum);
            if (looks >= LOOKS_TO_ANSWER * MOST_OFFERS) silent.remove(endpoint);
            if (looks % LOOKS_TO_ANSWER == 0) {
                askAlone(held -> new Hearing(held.ready(endpoint, tools.node()), null));
            }
        }
        if (!due) return;
        due = false;
        if (queue.isEmpty()) askAlone(held -> new Hearing(held, null));
        else run();
    }

    private void askAlone(Function<Held, Hearing> change) {
        if (queue.size() < MOST_WAITING) ask(new Job(change, null));
    }

    private void ask(Job job) {
        queue.add(job);
        run();
    }

    private void run() {
        if (running) return;
        running = true;
        try {
            while (!queue.isEmpty() && !due) {
                for (var one : List.copyOf(expiring)) Answer.of(one.otherwiseEmpty());
                var jobs = List.copyOf(queue);
                queue.clear();
                go(jobs);
            }
        } finally {
            running = false;
        }
    }

    private void go(List<Job> jobs) {
        try {
            var round = new Round(session, tools, tools.node() + " " + ++turn);
            var result = round.run(jobs.stream().map(Job::change).toList());
            last = result.held();
            due = result.untold() || (result.failure() != null && !(result.failure() instanceof NoBridge));
            if (due)
                LOG.debug("The media of {} are not as they should be: {}", session, String.valueOf(result.failure()));
            for (var job : jobs) {
                if (job.done() == null) continue;
                if (result.failure() == null) job.done().complete();
                else job.done().fail(result.failure());
            }
        } catch (RuntimeException cause) {
            LOG.debug("The media of {} could not be looked after: {}", session, cause.toString());
            due = true;
            for (var job : jobs) {
                if (job.done() == null) queue.add(job);
                else job.done().fail(cause);
            }
        }
    }
}
