package org.holdfast.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.holdfast.clinic.Schedule.Series;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.jspecify.annotations.Nullable;

/// What may be asked of the schedule. Only what is not open yet can be changed: from then on the
/// sessions' own logs tell.
public final class Scheduling {
    public static final int MOST_SERIES = 2_000;
    public static final int LONGEST_NAME = 60;

    private Scheduling() {}

    public sealed interface Command extends ClinicCommand {}

    public record Make(SeriesId series, GroupId group, Timing timing) implements Command {}

    /// @param last after which there is no session any more
    public record End(SeriesId series, LocalDate last) implements Command {}

    /// Another rhythm from its first day on. What was before stays as it was, so it is another series.
    public record Replace(SeriesId series, SeriesId next, Timing timing) implements Command {}

    public record Move(SlotId slot, Place to, String why) implements Command {}

    public record Cancel(SlotId slot, String why) implements Command {}

    /// As it was planned.
    public record Restore(SlotId slot) implements Command {}

    /// @param makesUp the session that was missed, by whom it is held again
    /// @param members who is expected; nobody named is the whole group
    public record Add(
            SlotId slot,
            GroupId group,
            Place place,
            @Nullable String why,
            @Nullable SlotId makesUp,
            SortedSet<MemberId> members)
            implements Command {}

    /// The worksheets that lie ready when it opens, in their order: all of them, instead of those before.
    public record Prepare(SlotId slot, List<PreparedWorksheet> worksheets) implements Command {}

    /// A day on which no series meets.
    public record KeepHoliday(LocalDate day, String name) implements Command {}

    public record DropHoliday(LocalDate day) implements Command {}

    static Decision<ClinicEvent> decide(Clinic clinic, Command command, Instant now) {
        var schedule = clinic.schedule();
        var today = LocalDate.ofInstant(now, clinic.zone());
        return switch (command) {
            case Make(var id, var group, var timing) -> {
                if (schedule.series().containsKey(id)) yield Decision.accept();
                var no = makes(clinic, group, timing, now);
                yield no != null ? Decision.refuse(no) : Decision.accept(new Schedule.Made(id, group, timing));
            }
            case End(var id, var last) -> {
                var series = schedule.series().get(id);
                if (series == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                if (last.equals(series.last())) yield Decision.accept();
                var no = ends(clinic, series, last, now);
                yield no != null ? Decision.refuse(no) : Decision.accept(new Schedule.Ended(id, last));
            }
            case Replace(var id, var next, var timing) -> replace(clinic, id, next, timing, now);
            case Move move -> move(clinic, move, now);
            case Cancel cancel -> cancel(clinic, cancel, now);
            case Restore(var id) -> restore(clinic, id, now);
            case Add add -> add(clinic, add, now);
            case Prepare prepare -> Preparing.decide(clinic, prepare, now);
            case KeepHoliday(var day, var name) -> {
                if (name.strip().equals(schedule.holidays().get(day))) yield Decision.accept();
                if (!Texts.fits(name, LONGEST_NAME)) yield Decision.refuse(RefusalCode.TOO_LONG);
                yield day.isBefore(today) || begunOn(clinic, day, now)
                        ? Decision.refuse(RefusalCode.BEGUN)
                        : Decision.accept(new Schedule.HolidayKept(day, name.strip()));
            }
            case DropHoliday(var day) -> {
                if (!schedule.holidays().containsKey(day)) yield Decision.accept();
                yield day.isBefore(today) || begunOn(clinic, day, now)
                        ? Decision.refuse(RefusalCode.BEGUN)
                        : Decision.accept(new Schedule.HolidayDropped(day));
            }
        };
    }

    private static @Nullable RefusalCode makes(Clinic clinic, GroupId id, Timing timing, Instant now) {
        var no = meets(clinic, id);
        if (no != null) return no;
        if (clinic.schedule().series().size() >= MOST_SERIES) return RefusalCode.FULL;
        no = timing.wrong();
        if (no != null) return no;
        var today = LocalDate.ofInstant(now, clinic.zone());
        var tooLate = timing.first().isBefore(today) || timing.meetsOn(today) && over(clinic, timing, today, now);
        return tooLate ? RefusalCode.BEGUN : null;
    }

    /// A session that could not be held any more would stand in the calendar as one that was.
    private static boolean over(Clinic clinic, Timing timing, LocalDate day, Instant now) {
        return !timing.place(day).starts(clinic.zone()).isAfter(now);
    }

    private static @Nullable RefusalCode meets(Clinic clinic, GroupId id) {
        var group = clinic.groups().group(id);
        if (group == null) return RefusalCode.UNKNOWN;
        return group.open() ? null : RefusalCode.GROUP_CLOSED;
    }

    /// What is over cannot end otherwise, and nothing is planned anew by moving an end: that is another series.
    private static @Nullable RefusalCode ends(Clinic clinic, Series series, LocalDate last, Instant now) {
        var today = LocalDate.ofInstant(now, clinic.zone());
        if (last.isBefore(today.minusDays(1))) return RefusalCode.BEGUN;
        if (last.isBefore(today) && begun(clinic, series, today, now)) return RefusalCode.BEGUN;
        var end = series.last();
        return end != null && last.isAfter(end) ? RefusalCode.NOT_NEXT : null;
    }

    private static Decision<ClinicEvent> replace(
            Clinic clinic, SeriesId id, SeriesId next, Timing timing, Instant now) {
        if (clinic.schedule().series().containsKey(next)) return Decision.accept();
        var series = clinic.schedule().series().get(id);
        if (series == null) return Decision.refuse(RefusalCode.UNKNOWN);
        var last = timing.first().minusDays(1);
        var no = makes(clinic, series.group(), timing, now);
        if (no == null) no = ends(clinic, series, last, now);
        if (no != null) return Decision.refuse(no);
        return Decision.accept(new Schedule.Ended(id, last), new Schedule.Made(next, series.group(), timing));
    }

    private static Decision<ClinicEvent> move(Clinic clinic, Move move, Instant now) {
        var slot = Slots.of(clinic).slot(move.slot());
        if (slot == null || slot.series() == null) return Decision.refuse(RefusalCode.UNKNOWN);
        if (slot.state() == Slot.State.MOVED && slot.place().equals(move.to())) return Decision.accept();
        var no = reasoned(move.why());
        if (no == null && (begun(slot, now) || !move.to().starts(clinic.zone()).isAfter(now))) no = RefusalCode.BEGUN;
        if (no == null && !Timing.lasts(move.to().minutes())) no = RefusalCode.NO_LENGTH;
        return no != null
                ? Decision.refuse(no)
                : Decision.accept(new Schedule.Moved(move.slot(), move.to(), Texts.because(move.why())));
    }

    private static Decision<ClinicEvent> cancel(Clinic clinic, Cancel cancel, Instant now) {
        var slot = Slots.of(clinic).slot(cancel.slot());
        if (slot == null) return Decision.refuse(RefusalCode.UNKNOWN);
        if (slot.state() == Slot.State.CANCELLED) return Decision.accept();
        var no = reasoned(cancel.why());
        if (no == null && begun(slot, now)) no = RefusalCode.BEGUN;
        return no != null
                ? Decision.refuse(no)
                : Decision.accept(new Schedule.Cancelled(cancel.slot(), Texts.because(cancel.why())));
    }

    private static Decision<ClinicEvent> restore(Clinic clinic, SlotId id, Instant now) {
        var slot = Slots.of(clinic).slot(id);
        if (slot == null) return Decision.refuse(RefusalCode.UNKNOWN);
        var extra = clinic.schedule().extras().get(id);
        var stands = extra == null ? !clinic.schedule().changes().containsKey(id) : extra.off() == null;
        if (stands) return Decision.accept();
        var planned = Slots.of(clinic).asPlanned(id);
        if (begun(slot, now) || planned == null || begun(planned, now)) return Decision.refuse(RefusalCode.BEGUN);
        return Decision.accept(new Schedule.Restored(id));
    }

    private static Decision<ClinicEvent> add(Clinic clinic, Add add, Instant now) {
        var slots = Slots.of(clinic);
        if (clinic.schedule().extras().containsKey(add.slot())) return Decision.accept();
        // An id that looks like one of a series could become one of its sessions, or of a series still to be made.
        if (add.slot().planned() != null) return Decision.refuse(RefusalCode.NOT_NEXT);
        var no = meets(clinic, add.group());
        if (no == null && !add.place().starts(clinic.zone()).isAfter(now)) no = RefusalCode.BEGUN;
        if (no == null && !Timing.lasts(add.place().minutes())) no = RefusalCode.NO_LENGTH;
        if (no == null && !Texts.reasonFits(add.why())) no = RefusalCode.TOO_LONG;
        if (no == null && add.makesUp() != null && slots.slot(add.makesUp()) == null) no = RefusalCode.UNKNOWN;
        if (no == null && !add.members().stream().allMatch(clinic.enrolment()::enrolled)) {
            no = RefusalCode.NOT_ENROLLED;
        }
        if (no != null) return Decision.refuse(no);
        return Decision.accept(new Schedule.Added(
                add.slot(), add.group(), add.place(), Texts.own(add.why()), add.makesUp(), add.members()));
    }

    /// With its room, in which people may be waiting: who leads it ends it there.
    private static boolean begun(Slot slot, Instant now) {
        return slot.state().held() && !Openings.opens(slot).isAfter(now);
    }

    /// What a series plans for that day, if that is not elsewhere or off by itself.
    private static boolean begun(Clinic clinic, Series series, LocalDate day, Instant now) {
        var id = SlotId.of(series.id(), day);
        var slot = clinic.schedule().changes().containsKey(id)
                ? null
                : Slots.of(clinic).slot(id);
        return slot != null && !Openings.opens(slot).isAfter(now);
    }

    private static boolean begunOn(Clinic clinic, LocalDate day, Instant now) {
        return clinic.schedule().series().values().stream().anyMatch(series -> begun(clinic, series, day, now));
    }

    private static @Nullable RefusalCode reasoned(String why) {
        if (why.isBlank()) return RefusalCode.NO_REASON;
        return Texts.reasonFits(why) ? null : RefusalCode.TOO_LONG;
    }
}
