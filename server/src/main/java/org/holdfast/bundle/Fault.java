package org.holdfast.bundle;

/// The first thing in a bundle that does not hold, in a sentence for whoever checks it.
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    Fault(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
