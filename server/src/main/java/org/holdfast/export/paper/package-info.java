/// A worksheet on paper, as a PDF to take home: tagged, so that a screen reader reads it in its order, and in the
/// fonts and colours of the pages.
///
/// [PaperPdf] is the way in. [Composition] says what stands on the paper, one [Block] after the other, and knows
/// nothing of points; [Press] lays the blocks onto pages. Letters are chosen and set by [Fonts] and [Setting], which
/// take whatever somebody typed: what none of the fonts can draw is a box on paper and itself to whoever listens.
@NullMarked
package org.holdfast.export.paper;

import org.jspecify.annotations.NullMarked;
