package org.holdfast.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is wrong with one file, as far as anybody would read.
final class Faults {
    static final int MOST = 100;

    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_LINE = 300;

    private final List<Fault> all = new ArrayList<>();

    void add(@Nullable String item, String sentence) {
        var fault = new Fault(item, sentence);
        if (all.size() < MOST && !all.contains(fault)) all.add(fault);
    }

    boolean none() {
        return all.isEmpty();
    }

    List<Fault> all() {
        return List.copyOf(all);
    }

    /// What stood there, short enough for a line of a log and with nothing in it that would end one.
    static String quoted(String text) {
        var end = Math.min(text.length(), LONGEST_QUOTE);
        return "\"" + plain(text.substring(0, end)).replace('"', '?') + (end < text.length() ? "…\"" : "\"");
    }

    /// A sentence of somebody else's, as a line of a log.
    static String line(String sentence) {
        return plain(sentence.substring(0, Math.min(sentence.length(), LONGEST_LINE)));
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return plain.toString();
    }
}
