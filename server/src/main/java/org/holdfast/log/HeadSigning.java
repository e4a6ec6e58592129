package org.holdfast.log;

import java.time.Instant;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.OpenChain;
import org.holdfast.sealing.SignedHead;
import org.holdfast.sealing.SignedHead.Statement;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.jspecify.annotations.Nullable;

/// Signs the end of a log, once all of it is shown to be what was written: nothing is ever signed that does not verify.
public final class HeadSigning {
    private final MasterKey master;
    private final SigningKey key;

    public HeadSigning(MasterKey master) {
        this.master = master;
        this.key = new SigningKey(master);
    }

    /// @param rows from the first to the one that is signed as the last
    /// @param sheet the hash of the sheet that the last one signs, if it does
    /// @throws DamagedLog where the chain breaks
    public SignedHead head(LogId log, List<Stored> rows, Instant at, Why why, @Nullable String sheet) {
        var chain = new Chain(master, log.toString());
        var open = new OpenChain(log.toString());
        var mac = Mac.NONE;
        var entries = "";
        var seq = 0L;
        for (var row : rows) {
            seq++;
            var link = row.link(seq);
            if (row.seq() != seq || !chain.holds(mac, link, row.mac())) {
                throw new DamagedLog("Entry " + seq + " of " + log + " is not what was written: it is not signed.");
            }
            mac = row.mac();
            entries = open.next(link);
        }
        return SignedHead.of(new Statement(log.toString(), rows.size(), mac, entries, at, why, sheet), key);
    }
}
