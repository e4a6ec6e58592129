package org.holdfast.identity;

import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Asks somebody who is signed in already to prove again who they are, before they do what only they may do: whoever
/// finds an open browser can read in it, but not sign. Here stands whatever an installation asks with.
public interface SignIns {
    sealed interface Answer {
        /// @param at counts for so long as `SignOff.FRESH`
        record Proven(Instant at) implements Answer {}

        record Wrong() implements Answer {}

        /// Not even looked at.
        record TooOften() implements Answer {}

        /// Where the account is: a code proves nothing here.
        record Elsewhere() implements Answer {}
    }

    Future<Answer> prove(Seat seat, String code);

    /// When it was last proved on this device; nothing when that is too long ago to count.
    Future<@Nullable Instant> last(Seat seat);

    /// Whether one goes to another page to prove it, so that it can also be asked for before a file leaves.
    boolean elsewhere();
}
