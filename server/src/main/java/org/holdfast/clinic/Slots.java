package org.holdfast.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.holdfast.clinic.Schedule.Change;
import org.holdfast.clinic.Schedule.Extra;
import org.holdfast.clinic.Schedule.Series;
import org.holdfast.clinic.Slot.State;
import org.holdfast.decision.Confidential;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// What the schedule comes to: its sessions in a stretch of time, those that are off among them, since a page has to
/// say so.
public final class Slots {
    /// The longest that a calendar is laid out at once.
    public static final int MOST_DAYS = 400;

    private static final Comparator<Slot> IN_ORDER =
            Comparator.comparing(Slot::starts).thenComparing(Slot::id);

    private final Schedule schedule;
    private final ZoneId zone;

    private final Predicate<GroupId> whose;

    private Slots(Schedule schedule, ZoneId zone, Predicate<GroupId> whose) {
        this.schedule = schedule;
        this.zone = zone;
        this.whose = whose;
    }

    public static Slots of(Clinic clinic) {
        return new Slots(clinic.schedule(), clinic.zone(), _ -> true);
    }

    /// Of these groups alone.
    static Slots of(Clinic clinic, Set<GroupId> groups) {
        return new Slots(clinic.schedule(), clinic.zone(), groups::contains);
    }

    /// All that start in it, in order.
    ///
    /// @param to no more part of it
    public List<Slot> between(Instant from, Instant to) {
        var first = LocalDate.ofInstant(from, zone).minusDays(1);
        var last = LocalDate.ofInstant(to, zone).plusDays(1);
        if (last.isAfter(first.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("A calendar of more than " + MOST_DAYS + " days");
        }
        var slots = new ArrayList<Slot>();
        for (var series : schedule.series().values()) {
            if (!whose.test(series.group())) continue;
            for (var day : series.days(first, last)) {
                var id = SlotId.of(series.id(), day);
                if (!schedule.changes().containsKey(id)) slots.add(planned(series, id, day));
            }
        }
        schedule.changes().forEach((id, change) -> slots.add(changed(id, change)));
        schedule.extras().forEach((id, extra) -> slots.add(added(id, extra)));
        return slots.stream()
                .filter(slot -> whose.test(slot.group()))
                .filter(slot -> !slot.starts().isBefore(from) && slot.starts().isBefore(to))
                .sorted(IN_ORDER)
                .toList();
    }

    /// All that start on these days or were planned for one of them, in the order in which they start.
    ///
    /// @param to part of it
    public List<Slot> on(LocalDate from, LocalDate to) {
        var slots = new ArrayList<>(between(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant()));
        schedule.changes().forEach((id, change) -> {
            var slot = changed(id, change);
            if (within(slot.day(), from, to) && !within(slot.place().day(), from, to)) slots.add(slot);
        });
        slots.sort(IN_ORDER);
        return slots;
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// One of them, whenever it is.
    public @Nullable Slot slot(SlotId id) {
        var extra = schedule.extras().get(id);
        if (extra != null) return added(id, extra);
        var change = schedule.changes().get(id);
        if (change != null) return changed(id, change);
        var planned = id.planned();
        var series = planned == null ? null : schedule.series().get(planned.series());
        if (planned == null || series == null) return null;
        var day = planned.day();
        return series.days(day, day).isEmpty() ? null : planned(series, id, day);
    }

    /// As the series has it, before anybody changed it.
    @Nullable
    Slot asPlanned(SlotId id) {
        return new Slots(schedule.unchanged(id), zone, whose).slot(id);
    }

    private Slot planned(Series series, SlotId id, LocalDate day) {
        var holiday = schedule.holidays().get(day);
        var state = holiday == null ? State.PLANNED : State.HOLIDAY;
        return slot(id, series.group(), series.id(), day, series.timing().place(day), state, Texts.own(holiday), null);
    }

    private Slot changed(SlotId id, Change change) {
        var planned = Objects.requireNonNull(id.planned());
        var series = Objects.requireNonNull(schedule.series().get(planned.series()));
        var to = change.to();
        var place = to == null ? series.timing().place(planned.day()) : to;
        var state = to == null ? State.CANCELLED : State.MOVED;
        return slot(id, series.group(), series.id(), planned.day(), place, state, change.why(), null);
    }

    private Slot added(SlotId id, Extra extra) {
        var state = extra.off() == null ? State.EXTRA : State.CANCELLED;
        var why = extra.off() == null ? extra.why() : extra.off();
        return slot(id, extra.group(), null, extra.place().day(), extra.place(), state, why, extra);
    }

    private Slot slot(
            SlotId id,
            GroupId group,
            @Nullable SeriesId series,
            LocalDate day,
            Place place,
            State state,
            @Nullable Confidential why,
            @Nullable Extra extra) {
        var makesUp = extra == null ? null : extra.makesUp();
        var members = extra == null ? Collections.<MemberId>emptySortedSet() : extra.members();
        return new Slot(
                id, group, series, day, place, place.starts(zone), place.ends(zone), state, why, makesUp, members);
    }
}
