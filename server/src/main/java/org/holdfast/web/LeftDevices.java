package org.holdfast.web;

import io.vertx.core.Future;
import java.util.function.Consumer;
import org.holdfast.live.Subscription;

/// Tells all servers which browser its person has just signed out on, since its pages may be open on any of them.
/// What is told while the store is away is lost: such a page goes on until its line breaks, and is let in nowhere.
public interface LeftDevices {
    Future<?> tell(String device);

    /// Also of what was told here. On any thread.
    Subscription hear(Consumer<String> device);
}
