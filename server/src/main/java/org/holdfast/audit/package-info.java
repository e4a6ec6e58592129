/// Who opened or exported what of somebody's record, and for which session. A record may be sealed and still be read
/// too often by the wrong people: only a note that they cannot leave out tells.
///
/// Pure. [Audit] is the fold and the decider. Each node writes logs of its own, one a month, so that whoever wants to
/// read never waits for another's note; who opened it and when stands in the entry itself.
@NullMarked
package org.holdfast.audit;

import org.jspecify.annotations.NullMarked;
