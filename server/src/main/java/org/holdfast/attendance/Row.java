package org.holdfast.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.session.MemberId;
import org.holdfast.session.Role;
import org.jspecify.annotations.Nullable;

/// One person's line on the sheet.
///
/// @param expected whether the plan expected them; staff are not
/// @param status nothing for staff
/// @param credited zero for staff, whose time is not credited to anybody
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
        List<Because> because) {
    public Row {
        intervals = List.copyOf(intervals);
        because = List.copyOf(because);
    }
}
