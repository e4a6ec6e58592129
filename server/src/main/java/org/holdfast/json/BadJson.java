package org.holdfast.json;

/// Text that is not what was asked for. Says where and what was expected, never what stood there.
public final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public BadJson(String path, String expected) {
        super((path.isEmpty() ? "The text" : path) + ": " + expected);
        this.path = path;
    }

    /// Names and positions from the outside in, such as `/people/3/name`; empty for the whole.
    public String path() {
        return path;
    }
}
