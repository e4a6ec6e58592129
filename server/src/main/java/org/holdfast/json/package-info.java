/// Records to JSON and back, strictly: what is read is exactly what the record says, or [org.holdfast.json.BadJson].
///
/// [org.holdfast.json.SealedJson] reads and writes one sealed family (commands, events) by the names in
/// [org.holdfast.decision.Named]; [org.holdfast.json.RecordJson] reads and writes one record. No I/O, and no message
/// ever repeats what was read: it may be a person's words.
@NullMarked
package org.holdfast.json;

import org.jspecify.annotations.NullMarked;
