package org.holdfast.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.Group;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Place;
import org.holdfast.clinic.Schedule.Series;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.Slot;
import org.holdfast.clinic.SlotId;
import org.holdfast.clinic.Texts;
import org.holdfast.clinic.Timing;
import org.holdfast.session.Names;
import org.jspecify.annotations.Nullable;

/// The calendar as staff are shown it: no names but those of who leads, and of who is expected only how many.
final class ScheduleViews {
    private ScheduleViews() {}

    /// @param today by the clinic's clocks
    record ScheduleView(
            ZoneId zone,
            LocalDate today,
            LocalDate from,
            LocalDate to,
            List<SeriesLine> series,
            List<SlotLine> slots,
            List<HolidayLine> holidays) {}

    /// @param last the day after which it was ended; a rule may end before
    record SeriesLine(
            SeriesId id,
            GroupId group,
            String title,
            Timing timing,
            @Nullable LocalDate last) {}

    /// @param series absent for one that is extra
    /// @param planned when its series has it, wherever it stands now
    /// @param wholeGroup whether everybody of the group is expected
    record SlotLine(
            SlotId id,
            GroupId group,
            String title,
            ClinicViews.Called lead,
            @Nullable SeriesId series,
            Place place,
            @Nullable Place planned,
            Instant starts,
            Instant ends,
            Slot.State state,
            @Nullable String why,
            @Nullable SlotId makesUp,
            int expected,
            boolean wholeGroup) {}

    record HolidayLine(LocalDate day, String name) {}

    static SeriesLine line(Series series, Group group) {
        return new SeriesLine(series.id(), group.id(), group.outline().title(), series.timing(), series.last());
    }

    static SlotLine line(Clinic clinic, Slot slot, Names names) {
        var group = Objects.requireNonNull(clinic.groups().group(slot.group()));
        var some = slot.members();
        return new SlotLine(
                slot.id(),
                group.id(),
                group.outline().title(),
                new ClinicViews.Called(group.lead(), names.of(group.lead())),
                slot.series(),
                slot.place(),
                planned(clinic, slot),
                slot.starts(),
                slot.ends(),
                slot.state(),
                Texts.text(slot.why()),
                slot.makesUp(),
                some.isEmpty() ? group.roster().size() : some.size(),
                some.isEmpty());
    }

    private static @Nullable Place planned(Clinic clinic, Slot slot) {
        if (slot.series() == null) return null;
        var timing = Objects.requireNonNull(clinic.schedule().series().get(slot.series()))
                .timing();
        return new Place(slot.day(), timing.at(), timing.minutes());
    }
}
