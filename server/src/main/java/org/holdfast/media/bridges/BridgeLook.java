package org.holdfast.media.bridges;

import io.vertx.core.Future;
import java.net.URI;

/// How a bridge is looked at. Never fails: that nothing can be seen is what was seen.
@FunctionalInterface
public interface BridgeLook {
    Future<Look> at(URI rest);
}
