package org.holdfast.log;

/// There is no connection at the moment: the command was not sent.
public final class NotConnected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotConnected() {
        super("Redis is not connected", null, false, false);
    }
}
