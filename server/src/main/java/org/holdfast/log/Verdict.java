package org.holdfast.log;

import org.holdfast.live.LogId;

/// What a walk along a chain found, with a plain sentence for whoever runs the clinic.
public sealed interface Verdict {
    LogId log();

    String sentence();

    /// @param anchored whether a head kept apart confirmed the end; without one, entries missing there go unseen
    record Sound(LogId log, long entries, boolean anchored) implements Verdict {
        @Override
        public String sentence() {
            if (entries == 0) return log + ": there are no entries.";
            var all = entries == 1 ? "its one entry is as it was" : "all " + entries + " entries are as they were";
            var end = anchored ? "" : " Its end is not anchored anywhere, so entries missing there would go unseen.";
            return log + ": " + all + " written." + end;
        }
    }

    /// @param seq the first place at which the log is not what was written
    record Broken(LogId log, long seq, Harm harm) implements Verdict {
        @Override
        public String sentence() {
            return log + ": entry " + seq + " "
                    + switch (harm) {
                        case ALTERED -> "was altered after it was written.";
                        case CUT_OUT -> "was cut out.";
                        case INSERTED -> "was inserted; it was never written there.";
                        case MOVED -> "stands in another entry's place.";
                        case CUT_OFF -> "and all after it, if any, were cut off at the end.";
                    };
        }
    }

    /// @param first the first place at which the archive is not what was stored
    record ArchiveBroken(LogId log, long first, long last, ArchiveHarm harm) implements Verdict {
        @Override
        public String sentence() {
            return log + ": " + harm.of(first, last);
        }
    }

    record AnchorAltered(LogId log) implements Verdict {
        @Override
        public String sentence() {
            return log + ": the head that was anchored apart from it was altered, so its end cannot be trusted.";
        }
    }

    /// The chain holds, but it is not the one that the clinic signed.
    ///
    /// @param seq the entry that was signed as the last
    /// @param length of the log now
    /// @param where the signed head is known from
    record Unlike(LogId log, long seq, long length, Difference difference, String where) implements Verdict {
        @Override
        public String sentence() {
            return log + ": "
                    + switch (difference) {
                        case CUT_OFF ->
                            "entry " + (length + 1) + " and all after it were cut off: a signed head in " + where
                                    + " knows entry " + seq + ".";
                        case OTHER ->
                            "entry " + seq + " or one before it was written anew: a signed head in " + where
                                    + " is over another.";
                        case FORGED ->
                            "the signed head of entry " + seq + " in " + where
                                    + " was altered or not signed by this clinic.";
                    };
        }
    }

    enum Difference {
        CUT_OFF,
        OTHER,
        FORGED
    }

    enum Harm {
        ALTERED,
        CUT_OUT,
        INSERTED,
        MOVED,
        CUT_OFF
    }
}
