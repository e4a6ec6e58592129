/// What the worksheets that ship have to keep to: plain words in two languages, a shape that the reader knows, ids that
/// answers can rely on, and checksums.
///
/// [org.holdfast.worksheet.shipped.ShippedForms] reads the files themselves, so that nothing here depends on how the
/// server reads them.
@NullMarked
package org.holdfast.worksheet.shipped;

import org.jspecify.annotations.NullMarked;
