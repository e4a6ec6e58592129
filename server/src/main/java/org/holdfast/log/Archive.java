package org.holdfast.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.sealing.Archiving;
import org.holdfast.sealing.Chain;
import org.holdfast.sealing.Mac;
import org.holdfast.sealing.MasterKey;
import org.jspecify.annotations.Nullable;

/// The archive of one log, sealed and opened. Pure.
final class Archive {
    static final byte FORM = 1;

    /// As it lies in the store, not yet believed.
    ///
    /// @param end as noted beside the parts; [Head#EMPTY] when nothing is archived, absent when it cannot be read
    record Found(@Nullable Head end, List<ArchivePart> parts) {
        static final Found NOTHING = new Found(Head.EMPTY, List.of());
    }

    sealed interface Opened {
        /// From the log's first entry on, each with its MAC.
        record Entries(List<Stored> rows, Head end) implements Opened {}

        /// @param first the first place at which the archive is not what was stored
        record Harmed(long first, long last, ArchiveHarm harm) implements Opened {
            String sentence() {
                return harm.of(first, last);
            }
        }
    }

    private final Archiving archiving;
    private final Chain chain;

    Archive(MasterKey master, LogId log) {
        this.archiving = new Archiving(master, log.toString());
        this.chain = new Chain(master, log.toString());
    }

    /// Fails with [DamagedLog] rather than seal what would not open as the very same entries.
    ///
    /// @param rows of the chain, from the one after `before` on
    ArchivePart seal(Head before, List<Stored> rows) {
        var part = new Packing.Part(before.seq() + 1, before.mac(), rows);
        var last = before.seq() + rows.size();
        var sealed = archiving.seal(Packing.pack(part), part.first(), last);
        var whole = new byte[1 + sealed.length];
        whole[0] = FORM;
        System.arraycopy(sealed, 0, whole, 1, sealed.length);
        var made = new ArchivePart(part.first(), last, whole);
        if (!part.equals(open(made))) throw new DamagedLog("What was sealed for the archive does not open as it was.");
        return made;
    }

    /// The parts must follow each other from the first entry to the noted end.
    Opened open(Found found) {
        var parts = found.parts().stream()
                .sorted(Comparator.comparingLong(ArchivePart::first).thenComparingLong(ArchivePart::last))
                .toList();
        var rows = new ArrayList<Stored>();
        var mac = Mac.NONE;
        for (var part : parts) {
            var next = rows.size() + 1L;
            if (part.first() > next) return new Opened.Harmed(next, part.first() - 1, ArchiveHarm.CUT_OUT);
            if (part.first() < next || part.last() < next) {
                return new Opened.Harmed(Math.min(part.first(), next), Math.max(part.last(), 1), ArchiveHarm.INSERTED);
            }
            if (part.sealed().length > 0 && part.sealed()[0] != FORM) {
                return new Opened.Harmed(part.first(), part.last(), ArchiveHarm.UNKNOWN_FORM);
            }
            var opened = open(part);
            if (opened == null || !opened.before().equals(mac)) {
                return new Opened.Harmed(part.first(), part.last(), ArchiveHarm.ALTERED);
            }
            rows.addAll(opened.rows());
            mac = opened.end();
        }
        return ending(rows, mac, found.end());
    }

    private static Opened ending(List<Stored> rows, Mac mac, @Nullable Head noted) {
        var last = rows.size();
        if (noted != null && noted.seq() > last) {
            return new Opened.Harmed(last + 1L, noted.seq(), ArchiveHarm.CUT_OUT);
        }
        var end = new Head(last, mac);
        return end.equals(noted)
                ? new Opened.Entries(rows, end)
                : new Opened.Harmed(1, Math.max(1, last), ArchiveHarm.END_ALTERED);
    }

    private Packing.@Nullable Part open(ArchivePart part) {
        if (part.sealed().length == 0) return null;
        var sealed = Arrays.copyOfRange(part.sealed(), 1, part.sealed().length);
        var packed = archiving.open(sealed, part.first(), part.last());
        if (packed == null) return null;
        try {
            var opened = Packing.unpack(packed, part.first(), chain);
            return opened.rows().size() == part.last() - part.first() + 1 ? opened : null;
        } catch (DamagedLog _) {
            return null;
        }
    }
}
