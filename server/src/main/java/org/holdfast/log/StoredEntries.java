package org.holdfast.log;

import io.vertx.core.Future;
import java.util.List;
import org.holdfast.live.LogId;

/// Every entry of a log exactly as it was stored, wherever the parts of the log lie now, and not yet believed. Whoever
/// signs, exports or verifies reads by this, so that no second way of reading can differ from it.
public interface StoredEntries {
    /// In order; empty when there is no such log.
    Future<List<Stored>> of(LogId log);
}
