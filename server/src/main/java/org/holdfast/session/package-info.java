/// One meeting of a group: who is in, who may speak, who asks for help, and how it ends.
///
/// Pure: a decider over the session's log, split by topic ([Life], [Admission], [Floor], [Help], [Interruption],
/// [Chat], [Spotlight], [Worksheets], [Board], and after the end [Corrections] and [SignOff]). Each topic holds its
/// commands, its events, its slice of the state and its rules in one file. [Session] joins them, [View] says what an
/// audience may know of it.
@NullMarked
package org.holdfast.session;

import org.jspecify.annotations.NullMarked;
