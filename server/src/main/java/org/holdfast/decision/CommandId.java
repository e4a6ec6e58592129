package org.holdfast.decision;

/// 128 random bits chosen by whoever asks, so that asking twice does nothing twice. Unique per actor.
public record CommandId(String value) {
    static final int LONGEST = 40;

    public CommandId {
        if (value.isEmpty() || value.length() > LONGEST || !Ids.allAllowed(value)) {
            throw new IllegalArgumentException("A command id is 1 to 40 letters, digits, - or _");
        }
    }
}
