package org.holdfast.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import org.holdfast.decision.Confidential;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// One session of the calendar, whether it was held, will be or will not.
///
/// @param series absent for one that is extra
/// @param day that was planned; its own, even where it was moved to another
/// @param place where it stands now
/// @param why it was moved, cancelled or added, as staff wrote it; the name of the holiday
/// @param makesUp the session that was missed
/// @param members who is expected, where that is not the whole group
public record Slot(
        SlotId id,
        GroupId group,
        @Nullable SeriesId series,
        LocalDate day,
        Place place,
        Instant starts,
        Instant ends,
        State state,
        @Nullable Confidential why,
        @Nullable SlotId makesUp,
        SortedSet<MemberId> members) {

    public enum State {
        PLANNED,
        MOVED,
        EXTRA,
        CANCELLED,
        HOLIDAY;

        public boolean held() {
            return this != CANCELLED && this != HOLIDAY;
        }
    }
}
