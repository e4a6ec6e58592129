package org.holdfast.json;

import org.jspecify.annotations.Nullable;

/// Where in a text we are, built only as deep as the reading goes.
record Path(@Nullable Path outer, String name) {
    static final Path ROOT = new Path(null, "");

    Path at(String inner) {
        return new Path(this, inner);
    }

    Path at(int index) {
        return new Path(this, Integer.toString(index));
    }

    BadJson bad(String expected) {
        return new BadJson(toString(), expected);
    }

    @Override
    public String toString() {
        return outer == null ? name : outer + "/" + name;
    }
}
