package org.holdfast.web;

import org.holdfast.attendance.Language;
import org.jspecify.annotations.Nullable;

/// Which language a page speaks, as it says in `lang`.
final class Languages {
    private Languages() {}

    /// Anything but Spanish is English: a page sends one of the two.
    static Language of(@Nullable String tag) {
        return tag != null && tag.startsWith("es") ? Language.SPANISH : Language.ENGLISH;
    }
}
