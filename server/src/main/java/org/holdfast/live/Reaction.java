package org.holdfast.live;

import io.vertx.core.Future;
import org.holdfast.decision.Entry;

/// What follows outside from what stands in a log. Both kinds must bear repeating: a crash between the deed and the
/// cursor repeats it.
public sealed interface Reaction<S, E> {
    /// Whether this entry calls for anything: a runner bothers the store only for those that do.
    default boolean concerns(S before, Entry<E> entry, S after) {
        return true;
    }

    /// Brings something outside to what the state now says, whatever it was before; never replays the way there.
    non-sealed interface Level<S, E> extends Reaction<S, E> {
        Future<?> reconcile(S state, long seq);
    }

    /// Acts on each entry in turn, from the first that nobody has acted on.
    non-sealed interface Each<S, E> extends Reaction<S, E> {
        Future<?> react(S before, Entry<E> entry, S after);
    }
}
