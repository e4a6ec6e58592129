package org.holdfast.log;

/// It was sent, and the connection went before an answer came: what became of it is unknown.
public final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAnswered() {
        super("no answer from Redis", null, false, false);
    }
}
