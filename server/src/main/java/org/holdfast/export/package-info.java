/// What leaves the server as a file: the sheet and the timeline of a session, as CSV for people with a spreadsheet and
/// as JSON for programs.
///
/// Pure text from entries and names: the same input gives the same bytes. [Export] is the way in. Each file says first
/// what the law says of it ([Notice]). One that is for one person holds nothing of anybody else: no id, no name, no
/// place in the log, and no words that somebody typed, since nobody can say whom those name. Who may have which file,
/// and that it is noted, is not decided here.
@NullMarked
package org.holdfast.export;

import org.jspecify.annotations.NullMarked;
