package org.holdfast.web;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Place;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.SlotId;
import org.holdfast.clinic.Timing;
import org.holdfast.decision.CommandId;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.jspecify.annotations.Nullable;

/// What is asked about the schedule, as a page sends it.
sealed interface ScheduleRequest {
    /// Made by the page, so that a retry does nothing twice.
    CommandId command();

    record MakeSeries(CommandId command, GroupId group, Timing timing) implements ScheduleRequest {}

    record ReplaceSeries(CommandId command, SeriesId series, Timing timing) implements ScheduleRequest {}

    record EndSeries(CommandId command, SeriesId series, LocalDate last) implements ScheduleRequest {}

    record MoveSlot(CommandId command, SlotId slot, Place to, String reason) implements ScheduleRequest {}

    record CancelSlot(CommandId command, SlotId slot, String reason) implements ScheduleRequest {}

    record RestoreSlot(CommandId command, SlotId slot) implements ScheduleRequest {}

    /// @param makesUp the session that was missed
    /// @param members who is expected; absent for the whole group
    record AddSlot(
            CommandId command,
            GroupId group,
            Place place,
            @Nullable String reason,
            @Nullable SlotId makesUp,
            @Nullable SortedSet<MemberId> members)
            implements ScheduleRequest {}

    /// @param worksheets all of them, in their order
    record PrepareSlot(CommandId command, SlotId slot, List<PreparedWorksheet> worksheets) implements ScheduleRequest {}

    record KeepHoliday(CommandId command, LocalDate day, String name) implements ScheduleRequest {}

    record DropHoliday(CommandId command, LocalDate day) implements ScheduleRequest {}
}
