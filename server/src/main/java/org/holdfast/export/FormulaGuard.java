package org.holdfast.export;

import java.util.regex.Pattern;

/// Keeps words from being taken for a formula by whatever opens the file. An apostrophe before them makes them text.
///
/// A cell does not only start where it starts: where a program splits by semicolons or tabs, quotes do not hold, and
/// what follows one begins a cell. What cannot be seen may stand before the sign, and there are wider forms of it.
/// Taking one apostrophe away at each of these places gives back the words as they were.
final class FormulaGuard {
    private static final String UNSEEN = "[\\p{Z}\\p{Cf}\\p{Cc}'\"]*";
    private static final String SIGNS = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]";
    private static final String STARTS = "(?<=^|[;\\t\\r\\n])(?=" + UNSEEN + SIGNS + ")";
    private static final String STARTS_WITH_BREAK = "^(?='*[\\t\\r\\n])";
    private static final Pattern PLACES = Pattern.compile(STARTS + "|" + STARTS_WITH_BREAK);

    private FormulaGuard() {}

    static String guarded(String words) {
        return PLACES.matcher(words).replaceAll("'");
    }
}
