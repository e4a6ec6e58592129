package org.holdfast.live;

/// Why a node stopped trusting the store of one log. Whoever runs the clinic must look before it goes on.
public sealed interface Halt {
    /// In plain words, for the operator.
    String sentence();

    record StoreLostEntries(LogId log, long known, long stored) implements Halt {
        @Override
        public String sentence() {
            return "The store of " + log + " ends at entry " + stored + ", but entry " + known
                    + " was acknowledged: entries are lost. Nothing more is written to it from this node.";
        }
    }

    record StoreForked(LogId log, long seq) implements Halt {
        @Override
        public String sentence() {
            return "The store of " + log + " holds another entry " + seq
                    + " than the one this node knows. Nothing more is written to it from this node.";
        }
    }

    record StoreDamaged(LogId log, String what) implements Halt {
        @Override
        public String sentence() {
            return "The log " + log + " is damaged: " + what + " Nothing more is written to it from this node.";
        }
    }
}
