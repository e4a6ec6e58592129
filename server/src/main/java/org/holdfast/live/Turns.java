package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;

/// Whose turn it is to carry out one kind of effect of one log, and how far that has come.
public interface Turns {
    /// True when it is now `holder`'s turn, taken or prolonged for `length`.
    Future<Boolean> take(LogId log, String kind, String holder, Duration length);

    Future<Void> release(LogId log, String kind, String holder);

    /// The last entry whose effects are done; 0 at first.
    Future<Long> cursor(LogId log, String kind);

    /// Moves the cursor on; false when it was not `holder`'s turn any more, and then it is not moved.
    Future<Boolean> done(LogId log, String kind, String holder, long seq);
}
