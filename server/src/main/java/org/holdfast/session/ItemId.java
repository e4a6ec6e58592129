package org.holdfast.session;

import java.util.regex.Pattern;

/// A question of a form, as its definition names it.
public record ItemId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public ItemId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("Not an item: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
