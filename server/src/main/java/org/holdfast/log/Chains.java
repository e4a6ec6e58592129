package org.holdfast.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
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

    /// Where these rows end, which follow `before`. Fails with [DamagedLog] where one is not what was written, or when
    /// they do not go as far as was acknowledged.
    Head end(LogId log, Head before, List<Stored> rows, Head anchored) {
        var chain = of(log);
        var head = before;
        for (var row : rows) {
            var seq = head.seq() + 1;
            if (row.seq() != seq || !chain.holds(head.mac(), row.link(seq), row.mac())) {
                throw new DamagedLog("Entry " + seq + " of " + log + " is not what was written there.");
            }
            head = new Head(seq, row.mac());
        }
        if (head.seq() >= anchored.seq()) return head;
        throw new DamagedLog("The log " + log + " ends at entry " + head.seq() + ", but entry " + anchored.seq()
                + " was acknowledged.");
    }
}
