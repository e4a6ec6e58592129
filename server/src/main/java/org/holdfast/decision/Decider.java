package org.holdfast.decision;

import java.time.Instant;

/// One kind of log: how a command becomes events, and how events become state.
///
/// @param <S> the state that is folded
/// @param <C> what may be asked
/// @param <E> what may have happened
public interface Decider<S, C, E> {
    /// The state of an empty log.
    S initial();

    /// Answers with a value and never throws: bad wishes are ordinary.
    Decision<E> decide(S state, C command, Actor by, Instant now);

    /// Throws [DamagedLog] on the impossible: a log that cannot be folded must say so, not look healthy.
    S apply(S state, E event, Stamp stamp);

    default S applyAll(S state, Entry<E> entry) {
        var stamp = entry.stamp();
        var next = state;
        for (var event : entry.events()) {
            next = apply(next, event, stamp);
        }
        return next;
    }
}
