/// Lists that come from elsewhere: a roster as CSV, from whatever program a clinic had before.
///
/// [org.holdfast.intake.RosterCsv] reads it. What cannot be read is told row by row, in words for whoever brought the
/// file; nothing here knows the clinic's books.
@NullMarked
package org.holdfast.intake;

import org.jspecify.annotations.NullMarked;
