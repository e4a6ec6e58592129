/// The clinic as a whole: what holds in it ([Standards]), whom it knows ([People]) and how they go through its
/// programme ([Enrolment]), its [Groups] and who comes to them as [Guests]. Each topic holds its commands, its
/// events, its slice of the state and its rules in one file; [Clinic] joins them.
///
/// Pure. A session takes the rules that stand when it opens into its own log, so nothing that is decided here later
/// changes a sheet. What words are about one person can be made unreadable for that person alone.
@NullMarked
package org.holdfast.clinic;

import org.jspecify.annotations.NullMarked;
