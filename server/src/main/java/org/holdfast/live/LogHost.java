package org.holdfast.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One log on this node: takes wishes, appends what is decided, and folds every entry, its own and those of other
/// nodes, by one way. Nothing waits between reading the state and acting on it, except the append itself.
public final class LogHost<S, C, E> {
    private static final Logger LOG = LoggerFactory.getLogger(LogHost.class);

    private record Seen<S>(S state, long seq) {}

    private final LogId id;
    private final Decider<S, C, E> decider;
    private final EventLog<E> log;
    private final Snapshots<S> snapshots;
    private final Live live;
    private final Mailbox mailbox;
    private final Writer<S, C, E> writer;
    private final List<Listener<S, E>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong hinted = new AtomicLong();
    private final AtomicBoolean comparing = new AtomicBoolean();
    private Fold<S, E> fold;
    /// Whether the log was read from its start, or on from a snapshot of it: that alone shows whether an end that was
    /// known once is missing.
    private boolean folded;
    /// The last entry the listeners have heard of: a refolding tells nobody anything twice.
    private long told;
    private volatile Seen<S> seen;
    /// The place that an append is on its way to, whose answer will tell what stands there; 0 when there is none.
    private volatile long appending;
    private volatile @Nullable Halt halted;
    private volatile Instant lastUsed;

    LogHost(LogId id, Decider<S, C, E> decider, EventLog<E> log, Snapshots<S> snapshots, Live live) {
        this.id = id;
        this.decider = decider;
        this.log = log;
        this.snapshots = snapshots;
        this.live = live;
        this.mailbox = new Mailbox(live.context());
        this.writer = new Writer<>(this, decider, log, live);
        this.fold = new Fold<>(decider);
        this.seen = new Seen<>(decider.initial(), 0);
        this.lastUsed = live.clock().instant();
    }

    public LogId id() {
        return id;
    }

    /// From any thread; on the live context it cannot change before the next `await`.
    public S state() {
        return seen.state();
    }

    public long seq() {
        return seen.seq();
    }

    /// The wish is decided and, if accepted, in the log and told to every listener before this completes. Asking again
    /// with the same id by the same actor does nothing twice. The answer arrives on the caller's context.
    public Future<Outcome> submit(C command, Actor by, CommandId commandId) {
        var reply = new Reply<Outcome>();
        ask(command, by, commandId).onSuccess(reply::complete).onFailure(reply::fail);
        return reply.future();
    }

    /// As [#submit], for whoever passes the answer on and never waits on hearing it: they hear it where the listeners
    /// heard of the entry, without an errand in between, so that a page is sent both together.
    Future<Outcome> ask(C command, Actor by, CommandId commandId) {
        lastUsed = live.clock().instant();
        var promise = Promise.<Outcome>promise();
        var asked = lastUsed;
        var taken = mailbox.offer(() -> {
            try {
                promise.complete(writer.write(command, by, commandId, asked));
            } catch (Throwable fault) {
                promise.tryFail(fault);
            }
        });
        if (!taken) promise.complete(new Outcome.Refused(RefusalCode.SLOW_DOWN));
        return promise.future();
    }

    /// To hear of every entry after the present state without a gap, ask for both in one go on the live context.
    public Subscription onAdvance(Listener<S, E> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Compares heads with the store and folds what is new there.
    public Future<Void> catchUp() {
        return inMailbox(this::compareHeads);
    }

    /// A hint from outside that entry `seq` may stand in the store; 0 when anything may have been missed.
    void heard(long seq) {
        if (seq == 0) {
            // A store that does not answer for minutes must not leave a comparison waiting for each second of them.
            if (!comparing.compareAndSet(false, true)) return;
            catchUp()
                    .onComplete(answer -> comparing.set(false))
                    .onFailure(cause -> LOG.debug("{} is not caught up yet", id, cause));
        } else if (seq > seen.seq() && seq != appending && seq > hinted.getAndAccumulate(seq, Math::max)) {
            inMailbox(() -> {
                        if (seq > fold.head().seq()) readNew();
                    })
                    .onFailure(cause -> LOG.debug("{} is not read on yet", id, cause));
        }
    }

    /// Whether this is where the log is known to end. On the live context.
    boolean endsIn(@Nullable Head end) {
        return folded && fold.head().equals(end);
    }

    /// Forgets all it knows and folds the log again from its start: the log alone is the truth.
    public Future<Void> refold() {
        return inMailbox(() -> {
            var fresh = new Fold<S, E>(decider);
            foldInto(fresh, Answer.of(log.read(id, Head.EMPTY)));
            var before = fold.state();
            fold = fresh;
            seen = new Seen<>(fold.state(), fold.head().seq());
            for (var listener : listeners) guarded(() -> listener.refolded(before, fresh.state()));
        });
    }

    public @Nullable Halt halted() {
        return halted;
    }

    boolean idleSince(Instant moment) {
        return listeners.isEmpty() && halted == null && lastUsed.isBefore(moment);
    }

    // What follows runs in the mailbox only.

    Fold<S, E> fold() {
        return fold;
    }

    /// Hints of what is being appended here are no news.
    void appending(long seq) {
        appending = seq;
    }

    void readNew() {
        if (halted != null) return;
        try {
            foldInto(fold, Answer.of(log.read(id, fold.head())));
        } catch (DamagedLog damaged) {
            halt(new Halt.StoreDamaged(id, String.valueOf(damaged.getMessage())));
        }
    }

    void advance(Written<E> written, S after) {
        advance(fold, written, after);
    }

    void halt(Halt why) {
        if (halted != null) return;
        halted = why;
        fold = new Fold<>(decider);
        seen = new Seen<>(fold.state(), 0);
        live.alarm().raise(why);
        for (var listener : listeners) guarded(() -> listener.halted(why));
    }

    private void compareHeads() {
        if (halted != null) return;
        if (!folded) {
            takeUp();
            readNew();
            folded = true;
            return;
        }
        var store = Answer.of(log.head(id));
        var known = fold.head();
        if (store.seq() > known.seq()) {
            readNew();
        } else if (store.seq() < known.seq()) {
            halt(new Halt.StoreLostEntries(id, known.seq(), store.seq()));
        } else if (!store.mac().equals(known.mac())) {
            halt(new Halt.StoreForked(id, known.seq()));
        }
    }

    /// What is in a snapshot need not be read. Nobody has listened yet.
    private void takeUp() {
        if (fold.head().seq() > 0) return;
        Answer.of(snapshots.of(id)).ifPresent(snapshot -> {
            fold = new Fold<>(decider, snapshot);
            told = snapshot.head().seq();
            seen = new Seen<>(fold.state(), told);
        });
    }

    private void foldInto(Fold<S, E> target, List<Written<E>> entries) {
        for (var written : entries) {
            if (written.entry().seq() > target.head().seq()) {
                advance(target, written, target.stateAfter(written.entry()));
            }
        }
    }

    /// The one way an entry takes effect here, whoever wrote it and however often it comes by.
    private void advance(Fold<S, E> target, Written<E> written, S after) {
        var before = target.state();
        if (!target.add(written, after)) return;
        var entry = written.entry();
        if (target == fold) seen = new Seen<>(after, entry.seq());
        if (entry.seq() <= told) return;
        told = entry.seq();
        for (var listener : listeners) guarded(() -> listener.advanced(before, entry, after));
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException fault) {
            // One listener's fault must not keep the entry from the others, nor stop the log.
            LOG.error("A listener of {} failed", id, fault);
        }
    }

    private Future<Void> inMailbox(Runnable task) {
        var reply = new Reply<Boolean>();
        mailbox.post(() -> {
            try {
                task.run();
                reply.complete(true);
            } catch (Throwable fault) {
                reply.fail(fault);
            }
        });
        return reply.future().mapEmpty();
    }
}
