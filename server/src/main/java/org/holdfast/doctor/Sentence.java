package org.holdfast.doctor;

/// One thing that is said of a bridge.
public record Sentence(Kind kind, String text) {
    public enum Kind {
        GOOD,
        /// Worth knowing; people can be heard all the same.
        NOTE,
        /// People would not hear or see each other.
        FAULT
    }

    static Sentence good(String text) {
        return new Sentence(Kind.GOOD, text);
    }

    static Sentence note(String text) {
        return new Sentence(Kind.NOTE, text);
    }

    static Sentence fault(String text) {
        return new Sentence(Kind.FAULT, text);
    }
}
