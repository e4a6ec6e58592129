package org.holdfast.live;

import org.slf4j.LoggerFactory;

/// Where a halt is made known, beside the log's own listeners.
@FunctionalInterface
public interface Alarm {
    void raise(Halt why);

    Alarm LOGGED = why -> LoggerFactory.getLogger(Alarm.class).error("{}", why.sentence());
}
