package org.holdfast.live;

import org.holdfast.decision.RefusalCode;

/// What became of a command.
public sealed interface Outcome {
    /// It is so, as of the entry at `seq`.
    record Done(long seq) implements Outcome {}

    record Refused(RefusalCode code) implements Outcome {}
}
