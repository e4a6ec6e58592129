package org.holdfast.worksheet;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person reads, in the language it was written in and in others.
///
/// @param translations by language, such as `es`
public record Phrase(String original, SortedMap<String, String> translations) {
    public Phrase {
        translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    public static Phrase of(String original) {
        return new Phrase(original, Collections.emptySortedMap());
    }

    /// A missing translation is no reason to show nothing.
    public String in(String language) {
        return translations.getOrDefault(language, original);
    }

    static @Nullable String in(String language, @Nullable Phrase phrase) {
        return phrase == null ? null : phrase.in(language);
    }
}
