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

    record AnchorAltered(LogId log) implements Verdict {
        @Override
        public String sentence() {
            return log + ": the head that was anchored apart from it was altered, so its end cannot be trusted.";
        }
    }

    enum Harm {
        ALTERED,
        CUT_OUT,
        INSERTED,
        MOVED,
        CUT_OFF
    }
}
