package org.holdfast.live;

import java.time.Duration;
import org.holdfast.decision.Decider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Carries out one kind of effect of one log. Every node that has the log open runs one; only the one whose turn it is
/// acts, and it asks again before each deed. Each kind has a cursor of its own, so one that is stuck holds up no other.
public final class Runner<S, E> {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    static final Duration TURN = Duration.ofSeconds(5);
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final LogHost<S, ?, E> host;
    private final Decider<S, ?, E> decider;
    private final EventLog<E> log;
    private final Turns turns;
    private final String kind;
    private final String holder;
    private final Reaction<S, E> reaction;
    /// What has been acted on, entry by entry; folded anew with each new turn.
    private Fold<S, E> acted;

    private long reconciled;
    /// The last entry that calls for something, as far as this node has heard.
    private long called;
    /// Whether all that was called for is surely done.
    private boolean settled;
    /// How often a round was asked for whatever the cursor says, and how many of those rounds are through.
    private long demanded;
    private long met;
    private boolean ours;
    private boolean running;
    private boolean wanted;
    private boolean closed;
    private boolean failing;

    /// @param kind   names the effect, its turn and its cursor
    /// @param holder this node
    public Runner(
            LogHost<S, ?, E> host,
            Decider<S, ?, E> decider,
            EventLog<E> log,
            Turns turns,
            String kind,
            String holder,
            Reaction<S, E> reaction) {
        this.host = host;
        this.decider = decider;
        this.log = log;
        this.turns = turns;
        this.kind = kind;
        this.holder = holder;
        this.reaction = reaction;
        this.acted = new Fold<>(decider);
    }

    /// On the live context.
    public Subscription start(Live live) {
        called = host.seq();
        var hearing = host.onAdvance((before, entry, after) -> {
            if (!reaction.concerns(before, entry, after)) return;
            called = entry.seq();
            settled = false;
            live.context().runOnContext(nothing -> wake());
        });
        var looking = live.timers().every(LOOK_EVERY, this::wake);
        live.context().runOnContext(nothing -> wake());
        return () -> {
            closed = true;
            hearing.close();
            looking.close();
            live.context().runOnContext(nothing -> turns.release(host.id(), kind, holder));
        };
    }

    /// Whether nothing is left to do, here or elsewhere, as far as this node has heard.
    boolean settled() {
        return settled && !running;
    }

    /// Acts once more even if the cursor stands at the head: what was brought about came undone outside. On the live
    /// context; whoever's turn it is by then does it.
    void again() {
        demanded++;
        settled = false;
        wake();
    }

    /// Runs until there is nothing left to do; wishes that come meanwhile are one more round.
    void wake() {
        wanted = true;
        if (running) return;
        running = true;
        try {
            while (wanted && !closed) {
                wanted = false;
                round();
                failing = false;
            }
        } catch (Throwable cause) {
            // The next look tries again; what is done is behind the cursor. What lasts is said once.
            LOG.atLevel(failing ? Level.DEBUG : Level.WARN)
                    .log("{} of {} could not go on: {}", kind, host.id(), cause.toString());
            failing = true;
        } finally {
            running = false;
        }
    }

    private void round() {
        if (settled || host.halted() != null || host.seq() == 0) return;
        var wish = called;
        var demand = demanded;
        if (demand > met || Answer.of(turns.cursor(host.id(), kind)) < wish) {
            if (!mine()) return;
            // Whatever was reconciled before the demand may have come undone since.
            if (demand > met) reconciled = 0;
            switch (reaction) {
                case Reaction.Level<S, E> level -> reconcile(level);
                case Reaction.Each<S, E> each -> act(each);
            }
            met = demand;
            if (Answer.of(turns.cursor(host.id(), kind)) < wish) return;
        }
        settled = called == wish && demanded == demand;
    }

    /// Asked before each deed: a node that was stopped for a while must not act on a turn that has passed on.
    private boolean mine() {
        var had = ours;
        ours = Answer.of(turns.take(host.id(), kind, holder, TURN));
        if (ours && !had) {
            acted = new Fold<>(decider);
            // Whatever the cursor says: nobody knows what the last holder left unfinished.
            reconciled = 0;
        }
        return ours;
    }

    private void reconcile(Reaction.Level<S, E> level) {
        var seq = host.seq();
        if (reconciled >= seq) return;
        Answer.of(level.reconcile(host.state(), seq).mapEmpty());
        reconciled = seq;
        moveCursor(seq);
    }

    private void act(Reaction.Each<S, E> each) {
        var cursor = Answer.of(turns.cursor(host.id(), kind));
        for (var written : Answer.of(log.read(host.id(), acted.head()))) {
            var before = acted.state();
            var entry = written.entry();
            var after = acted.stateAfter(entry);
            if (entry.seq() > cursor && each.concerns(before, entry, after)) {
                if (!mine()) return;
                Answer.of(each.react(before, entry, after).mapEmpty());
                if (!moveCursor(entry.seq())) return;
            }
            acted.add(written, after);
        }
        moveCursor(acted.head().seq());
    }

    private boolean moveCursor(long seq) {
        if (!Answer.of(turns.done(host.id(), kind, holder, seq))) ours = false;
        return ours;
    }
}
