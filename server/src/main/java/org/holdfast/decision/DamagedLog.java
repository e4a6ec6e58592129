package org.holdfast.decision;

/// An entry that cannot follow what stands before it. Never caught to go on: the log is wrong, or the code is.
public final class DamagedLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DamagedLog(String what) {
        super(what);
    }
}
