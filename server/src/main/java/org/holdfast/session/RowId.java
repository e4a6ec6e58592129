package org.holdfast.session;

import java.util.regex.Pattern;

/// A row that somebody added to a part of a sheet that repeats, named by their page.
public record RowId(String value) {
    private static final Pattern FORM = Pattern.compile("r[A-Za-z0-9_-]{8,21}");

    public RowId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("Not a row: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
