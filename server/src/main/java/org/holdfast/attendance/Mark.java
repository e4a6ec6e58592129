package org.holdfast.attendance;

import java.time.Instant;
import org.holdfast.session.Interruption;
import org.jspecify.annotations.Nullable;

/// The moment from which something else is true of a person, and the entry that says so.
///
/// @param why what interrupted, if that is what happened
record Mark(Instant at, Cause cause, long seq, Interruption.@Nullable Cause why) {
    Mark(Instant at, Cause cause, long seq) {
        this(at, cause, seq, null);
    }

    /// In the room since an entry of their coming; what only changes how they are there does not begin a stay.
    boolean beginsStay() {
        return switch (cause) {
            case ADMITTED, RETURNED, MOVED_DEVICE -> true;
            case WAITED, DROPPED, INTERRUPTED, RESUMED, UNATTENDED, ATTENDED, LEFT, SENT_BACK, REMOVED -> false;
            case MEDIA_LOST, MEDIA_RETURNED -> false;
        };
    }
}
