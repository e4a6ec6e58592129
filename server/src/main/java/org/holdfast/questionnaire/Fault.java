package org.holdfast.questionnaire;

import org.jspecify.annotations.Nullable;

/// Why a form cannot be used, for the staff who brought it.
///
/// @param item absent when it is the form as a whole
public record Fault(@Nullable String item, String sentence) {
    @Override
    public String toString() {
        return (item == null ? "The form: " : "Item \"" + item + "\": ") + sentence;
    }
}
