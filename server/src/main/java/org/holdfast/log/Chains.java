package org.holdfast.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.MasterKey;

/// The chains of the logs that were used last: deriving a chain's key costs more than the MAC of an entry.
final class Chains {
    /// More than a busy node has open; each is a few hundred bytes.
    private static final int MOST = 4_096;

    private final MasterKey master;
    private final Map<LogId, Chain> used = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LogId, Chain> eldest) {
            return size() > MOST;
        }
    };

    Chains(MasterKey master) {
        this.master = master;
    }

    synchronized Chain of(LogId log) {
        return used.computeIfAbsent(log, id -> new Chain(master, id.toString()));
    }
}
