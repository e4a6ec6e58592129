package org.holdfast.live;

/// The id of a session that was never opened. Told to nobody: a stranger must not learn which ids exist.
public final class NoSuchSession extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchSession() {
        super("No such session", null, false, false);
    }
}
