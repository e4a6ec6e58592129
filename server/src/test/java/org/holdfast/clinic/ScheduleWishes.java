package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.session.Dice;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.Worksheet;
import org.holdfast.session.WorksheetId;
import org.jspecify.annotations.Nullable;

/// What may be asked of a calendar, sensible and not, about few days, so that wishes meet.
final class ScheduleWishes {
    private static final String[] RULES = {
        "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=WEEKLY;COUNT=3", "FREQ=HOURLY"
    };

    private final Dice dice;
    private SlotId last = new SlotId("x-0");

    ScheduleWishes(Dice dice) {
        this.dice = dice;
    }

    ClinicCommand next(GroupId group, MemberId member, Instant now) {
        return switch (dice.below(11)) {
            case 0, 1 -> new Scheduling.Make(series(), group, timing(now));
            case 2 -> new Scheduling.End(series(), day(now));
            case 3 -> new Scheduling.Replace(series(), series(), timing(now));
            case 4 -> new Scheduling.Move(changed(now), place(now), why());
            case 5 -> new Scheduling.Cancel(changed(now), why());
            case 6 -> new Scheduling.Restore(dice.below(4) == 0 ? slot(now) : last);
            case 7 -> new Scheduling.Add(slot(now), group, place(now), why(), makesUp(now), members(member));
            case 8 -> new Scheduling.KeepHoliday(day(now), dice.below(4) == 0 ? "" : "Founders' Day");
            case 9 -> new Scheduling.Prepare(slot(now), worksheets(member));
            default -> new Scheduling.DropHoliday(day(now));
        };
    }

    private List<PreparedWorksheet> worksheets(MemberId member) {
        var worksheets = new ArrayList<PreparedWorksheet>();
        for (var left = dice.below(4); left > 0; left--) {
            var id = new WorksheetId("w" + "%021d".formatted(dice.below(9)));
            var whom = dice.below(9) == 0 ? members(member) : null;
            var form = dice.below(9) == 0 ? "" : "halt";
            worksheets.add(new PreparedWorksheet(id, form, "1", Worksheet.Mode.SHARE, whom));
        }
        return worksheets;
    }

    private SeriesId series() {
        return new SeriesId("s-" + dice.below(3));
    }

    private SlotId slot(Instant now) {
        return dice.below(4) == 0 ? new SlotId("x-" + dice.below(2)) : SlotId.of(series(), day(now));
    }

    private SlotId changed(Instant now) {
        last = slot(now);
        return last;
    }

    private @Nullable SlotId makesUp(Instant now) {
        return dice.below(2) == 0 ? null : slot(now);
    }

    private Timing timing(Instant now) {
        return new Timing(RULES[dice.below(RULES.length)], day(now), time(), 90);
    }

    private Place place(Instant now) {
        return new Place(day(now), time(), dice.below(9) == 0 ? 0 : 60);
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(dice.below(14) - 1);
    }

    private LocalTime time() {
        return LocalTime.of(dice.below(24), 30);
    }

    private String why() {
        return dice.below(4) == 0 ? " " : "Snow.";
    }
}
