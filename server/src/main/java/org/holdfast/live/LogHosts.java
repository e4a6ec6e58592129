package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The logs of one kind that are open on this node: each once, compared with the store every second, closed when idle.
public final class LogHosts<S, C, E> {
    private static final Logger LOG = LoggerFactory.getLogger(LogHosts.class);

    static final Duration COMPARE_EVERY = Duration.ofSeconds(1);
    /// Long enough that a page which is being opened finds its log still folded.
    static final Duration IDLE_FOR = Duration.ofMinutes(1);

    /// Logs whose ends are asked for in one go: few enough that nobody's wish waits for it to be felt.
    static final int AT_ONCE = 25;

    private record Open<S, C, E>(LogHost<S, C, E> host, Future<LogHost<S, C, E>> ready, Subscription hints) {}

    private final Decider<S, C, E> decider;
    private final EventLog<E> log;
    private final Snapshots<S> snapshots;
    private final Live live;
    private final Map<LogId, Open<S, C, E>> open = new HashMap<>();
    private Subscription ticking = () -> {};

    public LogHosts(Decider<S, C, E> decider, EventLog<E> log, Live live) {
        this(decider, log, Snapshots.none(), live);
    }

    public LogHosts(Decider<S, C, E> decider, EventLog<E> log, Snapshots<S> snapshots, Live live) {
        this.decider = decider;
        this.log = log;
        this.snapshots = snapshots;
        this.live = live;
        live.context().runOnContext(nothing -> ticking = live.timers().every(COMPARE_EVERY, this::tick));
    }

    /// The log's host, folded up to now. From any thread; the answer arrives on the caller's context.
    public Future<LogHost<S, C, E>> open(LogId id) {
        var reply = new Reply<LogHost<S, C, E>>();
        live.context()
                .runOnContext(nothing -> opened(id).onSuccess(reply::complete).onFailure(reply::fail));
        return reply.future();
    }

    /// Opens the log if need be and submits.
    public Future<Outcome> submit(LogId id, C command, Actor by, CommandId commandId) {
        return open(id).compose(host -> host.submit(command, by, commandId));
    }

    /// All that are open and folded now. On the live context only.
    public List<LogHost<S, C, E>> hosts() {
        var hosts = new ArrayList<LogHost<S, C, E>>();
        open.values().forEach(each -> {
            if (each.ready().succeeded()) hosts.add(each.host());
        });
        return hosts;
    }

    public void close() {
        live.context().runOnContext(nothing -> {
            ticking.close();
            open.values().forEach(each -> each.hints().close());
            open.clear();
        });
    }

    private Future<LogHost<S, C, E>> opened(LogId id) {
        var there = open.get(id);
        if (there != null) return there.ready();
        var host = new LogHost<>(id, decider, log, snapshots, live);
        // Subscribed before it is read: what comes in between is then heard of.
        var hints = log.hints(id, (LongConsumer) host::heard);
        var ready = host.catchUp().map(nothing -> host);
        open.put(id, new Open<>(host, ready, hints));
        ready.onFailure(cause -> {
            LOG.warn("{} could not be opened: {}", id, cause.toString());
            drop(id, host);
        });
        return ready;
    }

    private void tick() {
        var idle = live.clock().instant().minus(IDLE_FOR);
        var used = new ArrayList<LogHost<S, C, E>>();
        for (var host : hosts()) {
            if (host.idleSince(idle)) drop(host.id(), host);
            else used.add(host);
        }
        // Spread over the time until the next look: asked all together, a thousand logs are felt once a second.
        var parts = (used.size() + AT_ONCE - 1) / AT_ONCE;
        for (var n = 0; n < parts; n++) {
            var part = List.copyOf(used.subList(n * AT_ONCE, Math.min((n + 1) * AT_ONCE, used.size())));
            if (n == 0) compare(part);
            else live.timers().after(COMPARE_EVERY.multipliedBy(n).dividedBy(parts), () -> compare(part));
        }
    }

    /// A node has thousands of logs open, and nearly all end where it thinks: those are asked about together. Only the
    /// others compare for themselves, each between its own appends.
    private void compare(List<LogHost<S, C, E>> hosts) {
        log.ends(hosts.stream().map(LogHost::id).toList())
                .onComplete(ends -> live.context().runOnContext(nothing -> {
                    for (var host : hosts) {
                        var end = ends.succeeded() ? ends.result().get(host.id()) : null;
                        if (!host.endsIn(end)) host.heard(0);
                    }
                }));
    }

    private void drop(LogId id, LogHost<S, C, E> host) {
        var there = open.get(id);
        if (there == null || there.host() != host) return;
        there.hints().close();
        open.remove(id);
    }
}
