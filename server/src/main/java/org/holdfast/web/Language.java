package org.holdfast.web;

/// The languages that a person may be answered in.
enum Language {
    ENGLISH,
    SPANISH;

    /// Anything but Spanish is English: a page always sends one of the two.
    static Language of(@org.jspecify.annotations.Nullable String tag) {
        return tag != null && tag.startsWith("es") ? SPANISH : ENGLISH;
    }
}
