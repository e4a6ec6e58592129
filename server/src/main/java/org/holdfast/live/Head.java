package org.holdfast.live;

import org.holdfast.sealing.Mac;

/// How far a log goes and the MAC it ends in. Two logs with equal heads are equal.
public record Head(long seq, Mac mac) {
    public static final Head EMPTY = new Head(0, Mac.NONE);
}
