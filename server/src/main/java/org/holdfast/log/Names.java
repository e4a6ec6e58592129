package org.holdfast.log;

import org.holdfast.live.LogId;

/// What things are called in Redis. All that belongs to one log shares its hash tag, so that a cluster keeps it
/// together.
final class Names {
    private Names() {}

    static String stream(LogId log) {
        return "log:{" + log + "}";
    }

    static String archive(LogId log) {
        return "archive:{" + log + "}";
    }

    static String snapshot(LogId log) {
        return "snapshot:{" + log + "}";
    }

    static String hints(LogId log) {
        return "hint:{" + log + "}";
    }

    static String cursor(LogId log, String kind) {
        return "cursor:{" + log + "}:" + kind;
    }

    static String turn(LogId log, String kind) {
        return "turn:{" + log + "}:" + kind;
    }

    static final String NODES = "nodes";
    static final String DUE = "due";
    static final String HEADS = "heads";
    static final String SIGNED = "{signed-heads}";
    static final String SIGNED_NAMES = "{signed-heads}:names";

    static String dataKey(String name) {
        return "keyring:" + name;
    }
}
