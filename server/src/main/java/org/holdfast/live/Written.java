package org.holdfast.live;

import org.holdfast.decision.Entry;
import org.holdfast.sealing.Mac;

/// An entry as it stands in the store, with its MAC.
public record Written<E>(Entry<E> entry, Mac mac) {
    public Head head() {
        return new Head(entry.seq(), mac);
    }
}
