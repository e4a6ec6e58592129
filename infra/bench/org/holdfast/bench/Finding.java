package org.holdfast.bench;

import org.jspecify.annotations.Nullable;

/// One figure, what stands beside it, and the bar it is held against.
///
/// @param what   in the words of whoever wants to know
/// @param figure with its unit
/// @param beside what others took for the same in the same minutes; empty when nothing is beside it
/// @param bar    what was promised, empty when nothing was
/// @param met    absent when there is no bar
record Finding(
        String what,
        String figure,
        String beside,
        String bar,
        @Nullable Boolean met) {
    static Finding plain(String what, String figure, String beside) {
        return new Finding(what, figure, beside, "", null);
    }

    /// How many times better than what stands beside it.
    static Finding times(String what, double ratio, double atLeast) {
        return new Finding(what, "%.1f ×".formatted(ratio), "", "≥ %.0f ×".formatted(atLeast), ratio >= atLeast);
    }

    static Finding most(String what, double figure, String unit, double most, String beside) {
        return new Finding(what, number(figure) + " " + unit, beside, "≤ " + number(most) + " " + unit, figure <= most);
    }

    private static String number(double figure) {
        return (figure < 10 && figure != Math.rint(figure) ? "%.2f" : "%,.0f").formatted(figure);
    }

    String row() {
        return "| %s | %s | %s | %s | %s |".formatted(what, figure, beside, bar, verdict());
    }

    String line() {
        return "  %s: %s%s%s"
                .formatted(
                        what,
                        figure,
                        beside.isEmpty() ? "" : " (" + beside + ")",
                        met == null ? "" : met ? ", met: " + bar : ", MISSED: " + bar);
    }

    private String verdict() {
        return met == null ? "" : met ? "yes" : "**no**";
    }
}
