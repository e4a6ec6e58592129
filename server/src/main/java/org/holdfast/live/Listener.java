package org.holdfast.live;

import org.holdfast.decision.Entry;

/// Hears of each entry of one log once, in order, on the live context, and must not wait there.
@FunctionalInterface
public interface Listener<S, E> {
    void advanced(S before, Entry<E> entry, S after);

    /// It was folded anew from its start, because some of it cannot be read any more.
    default void refolded(S before, S after) {}

    /// The store can no longer be trusted; nothing more will come and nothing more is written from here.
    default void halted(Halt why) {}
}
