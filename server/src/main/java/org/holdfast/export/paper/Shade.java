package org.holdfast.export.paper;

/// The colours of the pages.
enum Shade {
    PAPER(0xffffff),
    INK(0x14292e),
    SOFT(0x4a5f63),
    /// Between things, never the only sign of one.
    HAIR(0xdcdfe0),
    /// What one writes on or chooses from.
    LINE(0x6f8083),
    KELP(0x1d6b5a),
    KELP_WASH(0xe3f0ea),
    AMBER(0x8a5200),
    OFF(0xdcd6c8);

    final float red;
    final float green;
    final float blue;

    Shade(int rgb) {
        red = (rgb >> 16) / 255f;
        green = (rgb >> 8 & 0xff) / 255f;
        blue = (rgb & 0xff) / 255f;
    }
}
