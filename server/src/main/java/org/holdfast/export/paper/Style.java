package org.holdfast.export.paper;

/// How words of one kind look: the scale and the colours of the pages, on white.
///
/// @param size in points, as the leading
enum Style {
    TITLE(true, 25, 30, Shade.INK),
    HEADING(true, 15, 19, Shade.INK),
    INNER_HEADING(true, 12, 16, Shade.INK),
    WORDS(false, 11, 16, Shade.INK),
    ASIDE(false, 9.75f, 14, Shade.SOFT),
    ASKED(true, 11, 15, Shade.INK),
    ASKED_SMALL(false, 9.75f, 13, Shade.SOFT),
    ANSWER(false, 11.5f, 17, Shade.INK),
    ROW(false, 11.5f, 16, Shade.INK),
    MORE(false, 10, 14.5f, Shade.KELP),
    MORE_ASKED(false, 10, 14.5f, Shade.SOFT),
    STRENGTH(false, 9.5f, 16, Shade.SOFT),
    OPTION(false, 10.5f, 14, Shade.INK),
    OPTION_CHOSEN(true, 10.5f, 14, Shade.PAPER),
    NUMBER(false, 9, 12, Shade.SOFT),
    FOOT(false, 8.5f, 12, Shade.SOFT);

    final boolean strong;
    final float size;
    final float leading;
    final Shade shade;

    Style(boolean strong, float size, float leading, Shade shade) {
        this.strong = strong;
        this.size = size;
        this.leading = leading;
        this.shade = shade;
    }
}
