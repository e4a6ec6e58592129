package org.holdfast.sealing;

/// The seal of one entry over itself and all before it, as text. [#NONE] stands before the first entry.
public record Mac(String value) {
    public static final Mac NONE = new Mac("");
}
