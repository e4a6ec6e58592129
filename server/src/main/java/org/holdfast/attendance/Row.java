package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.session.Corrections.Correction;
import org.holdfast.session.Corrections.Dispute;
import org.holdfast.session.MemberId;
import org.holdfast.session.Role;
import org.jspecify.annotations.Nullable;

/// One person's line on the sheet.
///
/// @param expected whether the plan expected them; staff and guests are not
/// @param status as computed; nothing for staff and guests
/// @param credited as computed; zero for staff and guests, whose time is not credited to anybody
/// @param audioOnly how much of the time in the room was sound alone; nothing for staff and guests, nor under rules
/// from before
///     anybody asked
/// @param corrected what staff put beside the computed, if anything stands
/// @param corrections all that were made of this row, in the order of the log
/// @param dispute what the person last said is wrong
public record Row(
        MemberId member,
        Role role,
        boolean expected,
        @Nullable Status status,
        @Nullable Instant arrived,
        @Nullable Instant admitted,
        List<Interval> intervals,
        Duration actual,
        Duration credited,
        @Nullable Duration audioOnly,
        List<Because> because,
        @Nullable Corrected corrected,
        List<Correction> corrections,
        @Nullable Dispute dispute) {
    public Row {
        intervals = List.copyOf(intervals);
        because = List.copyOf(because);
        corrections = List.copyOf(corrections);
    }

    /// What counts: corrected by staff, or else as computed.
    public @Nullable Status standingStatus() {
        return corrected == null || corrected.status() == null ? status : corrected.status();
    }

    public Duration standingCredit() {
        return corrected == null || corrected.credited() == null ? credited : corrected.credited();
    }
}
