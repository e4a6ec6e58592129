package org.holdfast.log;

import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.live.LogId;
import org.holdfast.sealing.KeyName;

/// Which key seals a field: a person's whole log has one, and so has a session's record; each arrival has its own,
/// since each is destroyed a day later. So has what a clinic's log says of one person, since it holds everybody's.
public final class KeyNames {
    private static final String CLINIC_LOG = "clinic";

    private KeyNames() {}

    /// The key of a lifetime that one log has one of.
    public static KeyName ofLog(LogId log, Lifetime lifetime) {
        if (lifetime == Lifetime.ARRIVAL) throw new IllegalArgumentException("Each arrival has a key of its own");
        return of(log, lifetime, new CommandId("none"));
    }

    public static KeyName of(LogId log, Lifetime lifetime, CommandId command) {
        return new KeyName(
                lifetime,
                switch (lifetime) {
                    case CLINIC -> log.kind().equals(CLINIC_LOG) ? log.toString() : "clinic";
                    case PERSON -> log.kind().equals(CLINIC_LOG) ? log + "/" + command.value() : log.toString();
                    case SESSION_RECORD, SESSION_CHAT -> log.toString();
                    case ARRIVAL -> log + "/" + command.value();
                });
    }
}
