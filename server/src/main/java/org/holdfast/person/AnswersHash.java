package org.holdfast.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.jspecify.annotations.Nullable;

/// Ties a session's log to the answers in a person's log without repeating them.
public final class AnswersHash {
    /// What stands in the session's log when nothing was answered.
    public static final String NONE = "";

    private AnswersHash() {}

    /// Absent parts and empty ones differ, and no part can run into the next.
    public static String of(ArrivalAnswered answers) {
        var sha = sha256();
        add(sha, Person.text(answers.salt()));
        add(sha, answers.session());
        add(sha, Person.text(answers.name()));
        add(sha, answers.place().name());
        add(sha, Person.text(answers.address()));
        add(sha, answers.privatePlace().name());
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void add(MessageDigest sha, @Nullable String part) {
        if (part == null) {
            sha.update((byte) 0);
            return;
        }
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((byte) 1);
        sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) ':');
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
