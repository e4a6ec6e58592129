package org.holdfast.export;

import java.util.List;
import org.holdfast.attendance.Language;
import org.jspecify.annotations.Nullable;

/// What has to go with every record that leaves, word for word as the rule gives it (42 CFR 2.32).
public final class Notice {
    public static final String TEXT = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
    private static final String SPANISH =
            "La parte 2 del título 42 del CFR prohíbe el uso o la divulgación no autorizados de estos registros.";

    private Notice() {}

    /// The notice, and a translation below it where there is one.
    public static List<String> in(Language language) {
        var translated = translated(language);
        return translated == null ? List.of(TEXT) : List.of(TEXT, translated);
    }

    /// Stands beside the notice for whoever reads another language; it does not replace it.
    static @Nullable String translated(Language language) {
        return switch (language) {
            case ENGLISH -> null;
            case SPANISH -> SPANISH;
        };
    }
}
