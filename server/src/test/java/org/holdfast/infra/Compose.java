package org.holdfast.infra;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts settings into a file as compose does, the innermost first.
final class Compose {
    private static final Pattern INNERMOST = Pattern.compile("\\$\\{([A-Z_]+)(?:(:\\?|:-|-)([^{}]*))?\\}");

    private Compose() {}

    /// @throws IllegalStateException for a value that must be given and is not, as compose refuses it
    static String interpolated(String text, Map<String, String> settings) {
        var now = text;
        for (var matcher = INNERMOST.matcher(now); matcher.find(); matcher = INNERMOST.matcher(now)) {
            now = matcher.replaceAll(match -> Matcher.quoteReplacement(value(
                    settings.getOrDefault(match.group(1), ""),
                    settings.containsKey(match.group(1)),
                    match.group(2) == null ? "" : match.group(2),
                    match.group(3) == null ? "" : match.group(3))));
        }
        return now;
    }

    private static String value(String value, boolean given, String how, String otherwise) {
        return switch (how) {
            case ":?" -> {
                if (value.isEmpty()) throw new IllegalStateException(otherwise);
                yield value;
            }
            case ":-" -> value.isEmpty() ? otherwise : value;
            case "-" -> given ? value : otherwise;
            default -> value;
        };
    }
}
