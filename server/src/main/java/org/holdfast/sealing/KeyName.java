package org.holdfast.sealing;

import java.util.Locale;
import org.holdfast.decision.Confidential.Lifetime;

/// Which data key: how long it lives, and whose it is. Written `session-record/session:abc` beside every sealed field.
public record KeyName(Lifetime lifetime, String subject) {
    static final int LONGEST = 200;

    public KeyName {
        if (subject.isEmpty() || subject.length() > LONGEST) {
            throw new IllegalArgumentException("The subject of a key has 1 to " + LONGEST + " characters");
        }
    }

    public static KeyName parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) throw new IllegalArgumentException("A key's name is lifetime/subject");
        var lifetime = text.substring(0, slash).toUpperCase(Locale.ROOT).replace('-', '_');
        return new KeyName(Lifetime.valueOf(lifetime), text.substring(slash + 1));
    }

    public String text() {
        return lifetime.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + subject;
    }
}
