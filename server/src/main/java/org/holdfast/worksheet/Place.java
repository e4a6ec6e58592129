package org.holdfast.worksheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where an answer stands.
///
/// @param row in a repeating group: an id that the page made when the row was added
public record Place(String item, @Nullable String row) {
    private static final Pattern ROW = Pattern.compile("r[A-Za-z0-9_-]{8,21}");

    public static Place of(String item) {
        return new Place(item, null);
    }

    public static boolean isRow(String text) {
        return ROW.matcher(text).matches();
    }
}
