package org.holdfast.session;

/// What goes on when a session is over: the sheet is put right, and signed.
public record Afterwards(Corrections corrections, SignOff signOff) {
    static final Afterwards NOTHING = new Afterwards(Corrections.NONE, SignOff.NONE);

    Afterwards with(Corrections next) {
        return new Afterwards(next, signOff);
    }

    Afterwards with(SignOff next) {
        return new Afterwards(corrections, next);
    }
}
