package org.holdfast.log;

import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.live.LogId;
import org.holdfast.sealing.KeyName;
import org.jspecify.annotations.Nullable;

/// Which key seals a field: a person's whole log has one, and so has a session's record; each arrival has its own,
/// since each is destroyed a day later. So has what a clinic's log says of one person, since it holds everybody's. What
/// is a clinic's own has that clinic's, also where it stands in somebody else's log.
public final class KeyNames {
    private static final String CLINIC_LOG = "clinic";
    /// Of all clinics of a server, until each had a key of its own: what was sealed with it still opens.
    private static final String ALL_CLINICS = "clinic";

    private KeyNames() {}

    /// The key of a lifetime that one log has one of.
    public static KeyName ofLog(LogId log, Lifetime lifetime) {
        if (lifetime == Lifetime.ARRIVAL) throw new IllegalArgumentException("Each arrival has a key of its own");
        return of(log, lifetime, new CommandId("none"));
    }

    public static KeyName of(LogId log, Lifetime lifetime, CommandId command) {
        return of(log, lifetime, null, command);
    }

    static KeyName of(LogId log, Confidential words, CommandId command) {
        var clinic = words instanceof Confidential.Readable readable ? readable.of() : null;
        return of(log, words.lifetime(), clinic, command);
    }

    /// Whose the words are that this key seals in this log, as [Confidential.Readable#of] says it.
    static @Nullable String clinic(LogId log, KeyName name) {
        if (name.lifetime() != Lifetime.CLINIC || log.kind().equals(CLINIC_LOG)) return null;
        return name.subject().equals(ALL_CLINICS)
                ? null
                : LogId.parse(name.subject()).id();
    }

    private static KeyName of(LogId log, Lifetime lifetime, @Nullable String clinic, CommandId command) {
        return new KeyName(
                lifetime,
                switch (lifetime) {
                    case CLINIC -> log.kind().equals(CLINIC_LOG) ? log.toString() : ofClinic(clinic);
                    case PERSON -> log.kind().equals(CLINIC_LOG) ? log + "/" + command.value() : log.toString();
                    case SESSION_RECORD, SESSION_CHAT -> log.toString();
                    case ARRIVAL -> log + "/" + command.value();
                });
    }

    private static String ofClinic(@Nullable String clinic) {
        return clinic == null ? ALL_CLINICS : LogId.clinic(clinic).toString();
    }
}
