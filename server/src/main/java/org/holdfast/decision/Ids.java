package org.holdfast.decision;

/// The form of every id: starts with a letter (so that it may be a key anywhere), then letters, digits, `-` and `_`.
public final class Ids {
    public static final int LONGEST = 64;

    private static final boolean[] ALLOWED = table();

    private Ids() {}

    public static boolean wellFormed(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && letter(id.charAt(0)) && allAllowed(id);
    }

    public static String check(String id) {
        if (!wellFormed(id)) throw new IllegalArgumentException("Not an id: " + id);
        return id;
    }

    /// A loop and no stream: ids are made at every turn of every decision.
    static boolean allAllowed(String id) {
        for (var i = 0; i < id.length(); i++) if (!allowed(id.charAt(i))) return false;
        return true;
    }

    private static boolean allowed(int c) {
        return c < ALLOWED.length && ALLOWED[c];
    }

    private static boolean[] table() {
        var allowed = new boolean[128];
        for (var c = 0; c < allowed.length; c++) {
            allowed[c] = letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
        }
        return allowed;
    }

    private static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
