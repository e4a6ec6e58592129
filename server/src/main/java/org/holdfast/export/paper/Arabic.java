package org.holdfast.export.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Arabic letters in the forms in which they join their neighbours. Unicode has a letter of its own for each form and
/// says of each whose form it is, so the table makes itself.
final class Arabic {
    private static final int FIRST = 0xFE80;
    private static final int LAST = 0xFEFC;
    private static final char LAM = '\u0644';
    /// Takes the place of the second letter of two that are drawn as one.
    private static final char NOTHING = '\u2060';

    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    private static final Map<String, Map<Form, Character>> FORMS = forms();

    private Arabic() {}

    private static Map<String, Map<Form, Character>> forms() {
        var all = new HashMap<String, Map<Form, Character>>();
        for (var letter = FIRST; letter <= LAST; letter++) {
            var name = Character.getName(letter);
            var of = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
            for (var form : Form.values()) {
                if (name != null && name.endsWith(form + " FORM"))
                    all.computeIfAbsent(of, _ -> new HashMap<>()).put(form, (char) letter);
            }
        }
        return all;
    }

    /// As long as the text.
    static String joined(String text) {
        if (text.chars().noneMatch(letter -> FORMS.containsKey(Character.toString(letter)))) return text;
        var joined = new StringBuilder(text);
        for (var i = 0; i < text.length(); i++) {
            if (joined.charAt(i) == NOTHING) continue;
            var before = reaches(text, neighbour(text, i, -1));
            var next = neighbour(text, i, 1);
            if (text.charAt(i) == LAM && next == i + 1) {
                var both = FORMS.get(text.substring(i, i + 2));
                if (both != null) {
                    put(joined, i, both.get(before ? Form.FINAL : Form.ISOLATED));
                    joined.setCharAt(i + 1, NOTHING);
                    continue;
                }
            }
            var forms = FORMS.get(text.substring(i, i + 1));
            if (forms == null) continue;
            var after = forms.containsKey(Form.INITIAL) && next >= 0 && isLetter(text, next);
            put(joined, i, forms.get(form(before && forms.containsKey(Form.FINAL), after)));
        }
        return joined.toString();
    }

    private static void put(StringBuilder text, int at, @Nullable Character form) {
        if (form != null) text.setCharAt(at, form);
    }

    private static Form form(boolean before, boolean after) {
        if (before) return after ? Form.MEDIAL : Form.FINAL;
        return after ? Form.INITIAL : Form.ISOLATED;
    }

    /// Whether the letter there joins the one after it.
    private static boolean reaches(String text, int at) {
        if (at < 0) return false;
        var forms = FORMS.get(text.substring(at, at + 1));
        return forms != null && forms.containsKey(Form.INITIAL);
    }

    private static boolean isLetter(String text, int at) {
        var forms = FORMS.get(text.substring(at, at + 1));
        return forms != null && forms.containsKey(Form.FINAL);
    }

    /// The next that is not only a sign above or below it; -1 when there is none.
    private static int neighbour(String text, int from, int way) {
        var at = from + way;
        while (at >= 0 && at < text.length() && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK)
            at += way;
        return at < 0 || at >= text.length() ? -1 : at;
    }
}
