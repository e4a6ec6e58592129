/// The clinic as a whole: by which rules minutes become credit, and with which credential its staff sign. Groups,
/// rosters and schedules will lie in the same log.
///
/// Pure. [Clinic] is the fold and the decider. A session takes the rules that stand when it opens into its own log, so
/// nothing that is decided here later changes a sheet.
@NullMarked
package org.holdfast.clinic;

import org.jspecify.annotations.NullMarked;
