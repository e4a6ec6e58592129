package org.holdfast.media.bridges;

import io.vertx.core.Future;
import java.net.URI;
import java.util.function.Consumer;

/// How a bridge is looked at. Never fails: that nothing can be seen is what was seen.
@FunctionalInterface
public interface BridgeLook {
    Future<Look> at(URI rest);

    /// @param listener told when a bridge ends by itself a line on which it was looked at, as one does that dies
    default void onBreak(Consumer<URI> listener) {}
}
