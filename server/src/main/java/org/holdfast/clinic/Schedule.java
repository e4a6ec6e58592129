package org.holdfast.clinic;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Named;
import org.holdfast.decision.Stamp;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.jspecify.annotations.Nullable;

/// When the clinic's groups meet: series, what became otherwise of single sessions, extra ones, and days off. What it
/// comes to in a week is computed (`Slots`); what may be asked of it is decided in `Scheduling`.
public record Schedule(
        SortedMap<SeriesId, Series> series,
        SortedMap<SlotId, Change> changes,
        SortedMap<SlotId, Extra> extras,
        SortedMap<LocalDate, String> holidays,
        SortedMap<SlotId, List<PreparedWorksheet>> prepared) {

    static final Schedule NONE = new Schedule(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap());

    /// @param last after which there is none any more
    public record Series(
            SeriesId id,
            GroupId group,
            Timing timing,
            @Nullable LocalDate last) {

        /// From one day to another, both part of it.
        List<LocalDate> days(LocalDate from, LocalDate to) {
            var end = last != null && last.isBefore(to) ? last : to;
            // What is in the log was a rule when it was decided.
            return Objects.requireNonNull(Recurrence.parse(timing.rule())).days(timing.first(), from, end);
        }
    }

    /// One session of a series that is elsewhere, or off.
    ///
    /// @param to absent when it is off
    public record Change(@Nullable Place to, Confidential why) {}

    /// @param makesUp the session that was missed
    /// @param members who is expected; nobody named is the whole group
    /// @param off why it is not held after all
    public record Extra(
            GroupId group,
            Place place,
            @Nullable Confidential why,
            @Nullable SlotId makesUp,
            SortedSet<MemberId> members,
            @Nullable Confidential off) {}

    public sealed interface Event extends ClinicEvent {}

    @Named("series.made")
    public record Made(SeriesId series, GroupId group, Timing timing) implements Event {}

    @Named("series.ended")
    public record Ended(SeriesId series, LocalDate last) implements Event {}

    @Named("slot.moved")
    public record Moved(SlotId slot, Place to, Confidential why) implements Event {}

    @Named("slot.cancelled")
    public record Cancelled(SlotId slot, Confidential why) implements Event {}

    @Named("slot.restored")
    public record Restored(SlotId slot) implements Event {}

    @Named("slot.added")
    public record Added(
            SlotId slot,
            GroupId group,
            Place place,
            @Nullable Confidential why,
            @Nullable SlotId makesUp,
            SortedSet<MemberId> members)
            implements Event {}

    @Named("slot.prepared")
    public record Prepared(SlotId slot, List<PreparedWorksheet> worksheets) implements Event {}

    @Named("holiday.kept")
    public record HolidayKept(LocalDate day, String name) implements Event {}

    @Named("holiday.dropped")
    public record HolidayDropped(LocalDate day) implements Event {}

    Schedule apply(Event event, Stamp stamp) {
        return switch (event) {
            case Made(var id, var group, var timing) -> {
                if (series.containsKey(id)) throw damaged(stamp, "makes a series that is there");
                if (Recurrence.parse(timing.rule()) == null) throw damaged(stamp, "has a rule that is none");
                yield withSeries(new Series(id, group, timing, null), changes);
            }
            case Ended(var id, var last) -> {
                var ended = series.get(id);
                if (ended == null) throw damaged(stamp, "ends a series that is not there");
                yield withSeries(new Series(id, ended.group(), ended.timing(), last), until(id, last));
            }
            case Moved(var slot, var to, var why) -> changed(slot, new Change(to, why), stamp);
            case Cancelled(var slot, var why) -> {
                var extra = extras.get(slot);
                yield extra == null ? changed(slot, new Change(null, why), stamp) : withExtra(slot, off(extra, why));
            }
            case Restored(var slot) -> restored(slot, stamp);
            case Added(var slot, var group, var place, var why, var makesUp, var members) -> {
                if (extras.containsKey(slot)) throw damaged(stamp, "adds a session that is there");
                yield withExtra(slot, new Extra(group, place, why, makesUp, Collected.set(members), null));
            }
            case Prepared(var slot, var worksheets) ->
                new Schedule(series, changes, extras, holidays, with(slot, worksheets));
            case HolidayKept(var day, var name) -> withHolidays(Collected.with(holidays, day, name));
            case HolidayDropped(var day) -> withHolidays(Collected.without(holidays, day));
        };
    }

    private Schedule changed(SlotId slot, Change change, Stamp stamp) {
        var planned = slot.planned();
        if (planned == null || !series.containsKey(planned.series())) {
            throw damaged(stamp, "changes a session that is not there");
        }
        return new Schedule(series, Collected.with(changes, slot, change), extras, holidays, prepared);
    }

    private Schedule restored(SlotId slot, Stamp stamp) {
        var extra = extras.get(slot);
        if (extra != null) return withExtra(slot, off(extra, null));
        if (!changes.containsKey(slot)) throw damaged(stamp, "restores a session that stands");
        return unchanged(slot);
    }

    private static Extra off(Extra extra, @Nullable Confidential why) {
        return new Extra(extra.group(), extra.place(), extra.why(), extra.makesUp(), extra.members(), why);
    }

    /// What was said of later days goes with them.
    private SortedMap<SlotId, Change> until(SeriesId id, LocalDate last) {
        var kept = new TreeMap<>(changes);
        kept.keySet().removeIf(slot -> {
            var planned = slot.planned();
            return planned != null
                    && planned.series().equals(id)
                    && planned.day().isAfter(last);
        });
        return Collections.unmodifiableSortedMap(kept);
    }

    Schedule unchanged(SlotId slot) {
        return new Schedule(series, Collected.without(changes, slot), extras, holidays, prepared);
    }

    private Schedule withSeries(Series one, SortedMap<SlotId, Change> kept) {
        return new Schedule(Collected.with(series, one.id(), one), kept, extras, holidays, prepared);
    }

    private Schedule withExtra(SlotId slot, Extra extra) {
        return new Schedule(series, changes, Collected.with(extras, slot, extra), holidays, prepared);
    }

    private Schedule withHolidays(SortedMap<LocalDate, String> next) {
        return new Schedule(series, changes, extras, next, prepared);
    }

    private SortedMap<SlotId, List<PreparedWorksheet>> with(SlotId slot, List<PreparedWorksheet> worksheets) {
        return worksheets.isEmpty()
                ? Collected.without(prepared, slot)
                : Collected.with(prepared, slot, List.copyOf(worksheets));
    }

    /// The worksheets that lie ready when it opens.
    public List<PreparedWorksheet> prepared(SlotId slot) {
        return prepared.getOrDefault(slot, List.of());
    }

    private static DamagedLog damaged(Stamp stamp, String does) {
        return new DamagedLog("Entry " + stamp.seq() + " " + does);
    }
}
