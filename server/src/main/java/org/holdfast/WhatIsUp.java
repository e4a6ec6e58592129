package org.holdfast;

import java.util.TreeMap;
import org.holdfast.live.NodeLease;
import org.holdfast.media.bridges.BridgePool;
import org.holdfast.web.Readiness;
import org.holdfast.web.Readiness.Part;
import org.jspecify.annotations.Nullable;

/// Which of the parts that a node stands on are there.
final class WhatIsUp {
    private WhatIsUp() {}

    static Readiness of(NodeLease lease, @Nullable BridgePool bridges, Accounts accounts) {
        var parts = new TreeMap<String, Part>();
        parts.put("store", lease.held() ? Part.UP : Part.DOWN);
        parts.put("clock", lease.clockAgrees() ? Part.UP : Part.DOWN);
        if (bridges != null) {
            parts.put("bridges", bridges.count().complete() ? Part.UP : Part.DEGRADED);
        }
        accounts.readiness(parts);
        return new Readiness(parts);
    }
}
