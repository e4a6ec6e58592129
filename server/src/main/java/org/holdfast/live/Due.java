package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.decision.Ids;

/// Times at which something is to be done about a log, by whichever node gets to it.
public interface Due {
    record Item(String kind, LogId log) {
        public Item {
            Ids.check(kind);
        }
    }

    /// An item in hand. When it is not done by `until`, another node may take it.
    record Claimed(Item item, Instant until) {}

    /// Sets the item's time, or moves it.
    Future<Void> at(Item item, Instant when);

    Future<Void> cancel(Item item);

    /// Takes up to `most` items whose time has come.
    Future<List<Claimed>> claim(Instant now, Duration hold, int most);

    /// Strikes it off, unless it was given a new time meanwhile.
    Future<Void> done(Claimed claimed);
}
