package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's own lease, and what it may therefore say about others. A node that was cut off may find everybody's
/// lease ended, when it is itself who was away: it renews and watches a full length before it judges.
public final class NodeLease {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

    public static final Duration LENGTH = Duration.ofSeconds(5);
    public static final Duration RENEW_EVERY = Duration.ofSeconds(1);
    /// Longer between two renewals, and something was wrong: here, there, or on the way.
    static final Duration GAP = Duration.ofMillis(2500);
    /// A node whose clock is further off would write times that no one can trust.
    static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private final String node;
    private final Leases leases;
    private final Live live;
    private final List<Runnable> lapsed = new CopyOnWriteArrayList<>();
    private final List<Runnable> renewed = new CopyOnWriteArrayList<>();
    private boolean underWay;
    private boolean failed;
    private volatile @Nullable Instant last;
    private volatile Instant steadySince = Instant.MAX;
    private volatile Duration skew = Duration.ZERO;
    private volatile Set<String> alive = Set.of();

    public NodeLease(String node, Leases leases, Live live) {
        this.node = node;
        this.leases = leases;
        this.live = live;
    }

    public String node() {
        return node;
    }

    /// Renews now and then every second, on the live context; completes with the first renewal.
    public Future<Void> start() {
        var reply = new Reply<Boolean>();
        live.context().runOnContext(nothing -> {
            live.timers().every(RENEW_EVERY, this::renew);
            renew().onSuccess(done -> reply.complete(true)).onFailure(reply::fail);
        });
        return reply.future().mapEmpty();
    }

    Future<Void> renew() {
        if (underWay) return Future.succeededFuture();
        underWay = true;
        var sent = live.clock().instant();
        return leases.renew(node, LENGTH)
                .onComplete(answer -> underWay = false)
                .onSuccess(answer -> renewed(sent, answer))
                .onFailure(cause -> {
                    failed = true;
                    LOG.debug("The lease of {} is not renewed", node, cause);
                })
                .mapEmpty();
    }

    private void renewed(Instant sent, Leases.Renewed answer) {
        var now = live.clock().instant();
        var before = last;
        if (failed || before == null || now.isAfter(before.plus(GAP)) || now.isBefore(before)) steadySince = now;
        failed = false;
        last = now;
        alive = answer.alive();
        skew = distance(answer.storeTime(), sent, now);
        if (answer.lapsed()) {
            steadySince = now;
            LOG.warn("The lease of {} had run out: others may have taken its people for gone", node);
            lapsed.forEach(Runnable::run);
        }
        renewed.forEach(Runnable::run);
    }

    /// How far the store's time lies outside the moments between which it was read.
    private static Duration distance(Instant store, Instant sent, Instant received) {
        if (store.isBefore(sent)) return Duration.between(store, sent);
        if (store.isAfter(received)) return Duration.between(received, store);
        return Duration.ZERO;
    }

    /// Whether this node may serve: it holds a lease, and its clock agrees with the store's.
    public boolean ready() {
        return held() && clockAgrees();
    }

    /// Whether the store has renewed it of late.
    public boolean held() {
        var renewal = last;
        return renewal != null && !live.clock().instant().isAfter(renewal.plus(GAP));
    }

    public boolean clockAgrees() {
        return skew.compareTo(MOST_SKEW) <= 0;
    }

    public Duration skew() {
        return skew;
    }

    /// Whether that node's people may be written off now. Never true of this node itself.
    public boolean judgesGone(String other) {
        return mayJudge() && !other.equals(node) && !alive.contains(other);
    }

    public boolean mayJudge() {
        return held() && !live.clock().instant().isBefore(steadySince.plus(LENGTH));
    }

    /// As of the last renewal.
    public Set<String> alive() {
        return alive;
    }

    /// Called on the live context when this node finds that its own lease had run out.
    public Subscription onLapsed(Runnable action) {
        lapsed.add(action);
        return () -> lapsed.remove(action);
    }

    /// Called on the live context after each renewal: the moment to look after the people of nodes that are gone.
    public Subscription onRenewed(Runnable action) {
        renewed.add(action);
        return () -> renewed.remove(action);
    }

    public Future<Void> release() {
        return leases.release(node);
    }
}
