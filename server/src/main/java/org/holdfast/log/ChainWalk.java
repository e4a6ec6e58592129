package org.holdfast.log;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.log.Verdict.Broken;
import org.holdfast.log.Verdict.Harm;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Mac;

/// Walks one chain from its start to the first place where it does not hold, and tells what was done there. Pure.
final class ChainWalk {
    private final LogId log;
    private final Chain chain;
    private final List<Stored> rows;

    ChainWalk(LogId log, Chain chain, List<Stored> rows) {
        this.log = log;
        this.chain = chain;
        this.rows = rows;
    }

    /// @param anchored   a head kept apart, or [Head#EMPTY]
    /// @param lastEver   the last place the store itself remembers, even if that entry is gone
    Verdict verdict(Head anchored, long lastEver) {
        for (var i = 0; i < rows.size(); i++) {
            var seq = i + 1L;
            var row = rows.get(i);
            // The stored place is only a label: what counts is what the MAC was made for.
            if (row.seq() != seq || !chain.holds(macBefore(i), row.link(seq), row.mac())) {
                return new Broken(log, seq, harmAt(i));
            }
        }
        var length = rows.size();
        if (length < Math.max(anchored.seq(), lastEver)) return new Broken(log, length + 1L, Harm.CUT_OFF);
        if (anchored.seq() > 0 && !rows.get((int) anchored.seq() - 1).mac().equals(anchored.mac())) {
            // The chain holds, but it is not the one that was anchored: it was written anew with the key.
            return new Broken(log, anchored.seq(), Harm.ALTERED);
        }
        return new Verdict.Sound(log, length, anchored.seq() > 0);
    }

    private Harm harmAt(int i) {
        var seq = i + 1L;
        var here = rows.get(i);
        if (copied(i)) return standsLater(i) || i == rows.size() - 1 ? Harm.INSERTED : Harm.MOVED;
        // It was written, but elsewhere: the chain holds for it at another place.
        if (belongsElsewhere(here, seq)) {
            // Its own successor at most, when two neighbours changed places; a whole shifted rest means an insertion.
            if (changedPlacesWithNext(i)) return Harm.MOVED;
            return !standsLater(i) ? Harm.CUT_OUT : nextBelongsHere(i) ? Harm.INSERTED : Harm.MOVED;
        }
        if (standsLater(i)) return Harm.INSERTED;
        // The next chains to what stands here, only later in the count: something between them and the start is
        // missing.
        if (i + 1 < rows.size()) {
            var next = rows.get(i + 1);
            for (var place = seq + 2; place <= next.seq() + rows.size(); place++) {
                if (chain.holds(here.mac(), next.link(place), next.mac())) return Harm.CUT_OUT;
            }
        }
        return here.seq() > seq ? Harm.CUT_OUT : Harm.ALTERED;
    }

    private boolean belongsElsewhere(Stored row, long seq) {
        for (var place = 1L; place <= rows.size() + 1L; place++) {
            if (place == seq) continue;
            for (var mac : macs()) {
                if (chain.holds(mac, row.link(place), row.mac())) return true;
            }
        }
        return false;
    }

    /// Whether the entry that chains onto the one before this place stands further on.
    private boolean standsLater(int i) {
        for (var j = i + 1; j < rows.size(); j++) {
            if (chain.holds(macBefore(i), rows.get(j).link(i + 1L), rows.get(j).mac())) return true;
        }
        return false;
    }

    private boolean nextBelongsHere(int i) {
        return i + 1 < rows.size()
                && chain.holds(
                        macBefore(i),
                        rows.get(i + 1).link(i + 1L),
                        rows.get(i + 1).mac());
    }

    private boolean changedPlacesWithNext(int i) {
        var here = rows.get(i);
        return nextBelongsHere(i) && chain.holds(rows.get(i + 1).mac(), here.link(i + 2L), here.mac());
    }

    private boolean copied(int i) {
        for (var j = 0; j < rows.size(); j++) {
            if (j != i && rows.get(j).mac().equals(rows.get(i).mac())) return true;
        }
        return false;
    }

    private Mac macBefore(int i) {
        return i == 0 ? Mac.NONE : rows.get(i - 1).mac();
    }

    private List<Mac> macs() {
        var all = new ArrayList<Mac>();
        all.add(Mac.NONE);
        rows.forEach(row -> all.add(row.mac()));
        return all;
    }
}
