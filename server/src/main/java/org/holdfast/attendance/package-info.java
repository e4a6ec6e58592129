/// The attendance sheet: who was in the room, for how long, what of it is credited, and why.
///
/// Pure, and computed from a session's entries alone: the rules are the ones that the session opened with.
/// [AttendanceSheet]
/// is the main type; [Comings] folds the log, [Crediting] turns time into credit, [Judgement] into a status, and
/// [Telling] says which entries each of them rests on. [Correcting] puts beside it what staff corrected, and
/// [CanonicalSheet] makes the bytes that are signed. It never names anybody: names are joined by [SheetView].
@NullMarked
package org.holdfast.attendance;

import org.jspecify.annotations.NullMarked;
