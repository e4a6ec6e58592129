package org.holdfast.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Where nodes say that they are there. A node is named by its boot: started again, it is another one.
public interface Leases {
    /// @param storeTime the store's clock, the one all nodes share
    /// @param lapsed    whether an earlier lease of this node had run out, so that others may have judged it
    /// @param alive     every node whose lease runs, this one included
    record Renewed(Instant storeTime, boolean lapsed, Set<String> alive) {
        public Renewed {
            alive = Set.copyOf(alive);
        }
    }

    Future<Renewed> renew(String node, Duration length);

    /// For a node that ends in good order.
    Future<Void> release(String node);
}
