package org.holdfast.clinic;

import static org.holdfast.decision.Confidential.Lifetime.CLINIC;
import static org.holdfast.decision.Confidential.Lifetime.PERSON;

import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Readable;
import org.jspecify.annotations.Nullable;

/// What staff type: one line that says something and is not too long.
public final class Texts {
    public static final int LONGEST_REASON = 300;

    private Texts() {}

    static boolean fits(String text, int longest) {
        return !text.isBlank()
                && text.strip().length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    /// Absent or blank is no reason, and none is one that fits.
    static boolean reasonFits(@Nullable String reason) {
        return reason == null || reason.isBlank() || fits(reason, LONGEST_REASON);
    }

    /// About one person: it can be read as long as they may be.
    static @Nullable Confidential about(@Nullable String words) {
        return words == null || words.isBlank() ? null : new Readable(PERSON, words.strip());
    }

    /// About the clinic's own doing.
    static @Nullable Confidential own(@Nullable String words) {
        return words == null || words.isBlank() ? null : new Readable(CLINIC, words.strip());
    }

    /// About the clinic's own doing, where it has to be said.
    static Confidential because(String words) {
        return new Readable(CLINIC, words.strip());
    }

    /// The words, or nothing when they are gone.
    public static @Nullable String text(@Nullable Confidential words) {
        return words instanceof Readable readable ? readable.text() : null;
    }
}
