package org.holdfast.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Entry;
import org.jspecify.annotations.Nullable;

/// One log as far as this node has read it: the state, where it ends, and which commands are in it.
final class Fold<S, E> {
    private final Decider<S, ?, E> decider;
    private final Map<Asked, Long> done = new HashMap<>();
    private S state;
    private Head head = Head.EMPTY;
    private Instant lastAt = Instant.EPOCH;

    Fold(Decider<S, ?, E> decider) {
        this.decider = decider;
        this.state = decider.initial();
    }

    /// As far as the snapshot goes.
    Fold(Decider<S, ?, E> decider, Snapshot<S> snapshot) {
        this.decider = decider;
        this.state = snapshot.state();
        this.head = snapshot.head();
        this.lastAt = snapshot.at();
        for (var asked : snapshot.asked()) done.put(asked, done.size() + 1L);
    }

    S state() {
        return state;
    }

    Head head() {
        return head;
    }

    Instant lastAt() {
        return lastAt;
    }

    /// Where this actor's command stands, or null. Ids are the asker's own choice, so another's equal id means nothing.
    @Nullable
    Long doneAt(Actor by, CommandId command) {
        return done.get(new Asked(by, command));
    }

    S stateAfter(Entry<E> entry) {
        return decider.applyAll(state, entry);
    }

    /// False when it stood here already.
    boolean add(Written<E> written, S after) {
        var entry = written.entry();
        if (entry.seq() <= head.seq()) return false;
        if (entry.seq() != head.seq() + 1) {
            throw new DamagedLog("Entry " + entry.seq() + " follows entry " + head.seq() + ".");
        }
        state = after;
        head = written.head();
        lastAt = entry.at();
        done.put(new Asked(entry.by(), entry.command()), entry.seq());
        return true;
    }
}
