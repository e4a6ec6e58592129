package org.holdfast.decision;

/// The form of every id: starts with a letter (so that it may be a key anywhere), then letters, digits, `-` and `_`.
public final class Ids {
    public static final int LONGEST = 64;

    private Ids() {}

    public static boolean wellFormed(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && letter(id.charAt(0))
                && id.chars().allMatch(Ids::allowed);
    }

    public static String check(String id) {
        if (!wellFormed(id)) throw new IllegalArgumentException("Not an id: " + id);
        return id;
    }

    static boolean allowed(int c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
