package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.DANA;
import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MONDAY;
import static org.holdfast.clinic.ClinicGiven.NOW;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.STRANGER;
import static org.holdfast.clinic.ClinicGiven.givenAWeek;
import static org.holdfast.clinic.ClinicGiven.members;
import static org.holdfast.clinic.ClinicGiven.own;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two evenings a week at six, from a Monday in March 2026; it is that Monday, 13:00 in New York.
class ScheduleTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SeriesId SERIES = new SeriesId("s-evening");
    private static final SeriesId NEXT = new SeriesId("s-later");
    private static final LocalTime SIX = LocalTime.of(18, 0);
    private static final Timing TWICE = new Timing("FREQ=WEEKLY;BYDAY=MO,TH", MONDAY, SIX, 90);
    private static final SlotId FIRST = new SlotId("s-evening-20260302");
    private static final SlotId SECOND = new SlotId("s-evening-20260305");
    private static final SlotId EXTRA = new SlotId("x-extra");
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final Place FRIDAY = new Place(MONDAY.plusDays(4), LocalTime.of(17, 0), 60);

    private static ClinicGiven meeting() {
        return givenAWeek(new Standards.ZoneSet(NEW_YORK)).and(new Schedule.Made(SERIES, EVENING, TWICE));
    }

    private static List<String> week(ClinicGiven given, String from, int days) {
        var start = LocalDate.parse(from).atStartOfDay(NEW_YORK).toInstant();
        return Slots.of(given.clinic()).between(start, start.plus(Duration.ofDays(days))).stream()
                .map(slot -> slot.starts() + " " + slot.state())
                .toList();
    }

    @Test
    void a_series_is_made_once_and_meets_on_its_days() {
        var given = givenAWeek(new Standards.ZoneSet(NEW_YORK))
                .when(new Scheduling.Make(SERIES, EVENING, TWICE))
                .then(new Schedule.Made(SERIES, EVENING, TWICE));
        assertEquals(
                List.of("2026-03-02T23:00:00Z PLANNED", "2026-03-05T23:00:00Z PLANNED"), week(given, "2026-03-02", 7));
    }

    @Test
    void six_in_the_evening_stays_six_when_the_clocks_change() {
        assertEquals(
                List.of("2026-03-05T23:00:00Z PLANNED", "2026-03-09T22:00:00Z PLANNED"),
                week(meeting(), "2026-03-05", 5));
        assertEquals(
                List.of("2026-10-29T22:00:00Z PLANNED", "2026-11-02T23:00:00Z PLANNED"),
                week(meeting(), "2026-10-29", 6));
    }

    @Test
    void a_time_that_the_clocks_skip_is_later_and_one_they_show_twice_is_the_first() {
        var skipped = new Place(LocalDate.parse("2026-03-08"), LocalTime.of(2, 30), 60);
        assertEquals(Instant.parse("2026-03-08T07:30:00Z"), skipped.starts(NEW_YORK));
        var twice = new Place(LocalDate.parse("2026-11-01"), LocalTime.of(1, 30), 60);
        assertEquals(Instant.parse("2026-11-01T05:30:00Z"), twice.starts(NEW_YORK));
        assertEquals(Instant.parse("2026-11-01T06:30:00Z"), twice.ends(NEW_YORK));
    }

    @Test
    void a_session_over_midnight_belongs_to_the_day_on_which_it_starts() {
        var late = new Timing("FREQ=WEEKLY;BYDAY=MO", MONDAY, LocalTime.of(23, 30), 90);
        var given = givenAWeek(new Standards.ZoneSet(NEW_YORK)).and(new Schedule.Made(SERIES, EVENING, late));
        assertEquals(List.of("2026-03-03T04:30:00Z PLANNED"), week(given, "2026-03-02", 1));
        assertEquals(List.of(), week(given, "2026-03-03", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WEEKLY",
                "FREQ=HOURLY",
                "FREQ=SECONDLY;COUNT=100000000",
                "FREQ=YEARLY",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;BYHOUR=3",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=-1",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=DAILY;INTERVAL=99999",
                "FREQ=DAILY;COUNT=5000",
                "FREQ=WEEKLY;UNTIL=20200101",
                "FREQ=WEEKLY;UNTIL=20261231T235959Z",
                "FREQ=WEEKLY;X-MINE=1",
                "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=WEEKLY\nEXDATE:20260302"
            })
    void what_is_no_rhythm_of_days_is_refused(String rule) {
        givenAWeek()
                .when(new Scheduling.Make(SERIES, EVENING, new Timing(rule, MONDAY, SIX, 90)))
                .refused(RefusalCode.NO_RULE);
    }

    @Test
    void rhythms_that_clinics_have_are_taken() {
        assertEquals(
                3,
                Recurrence.parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3")
                        .days(MONDAY, MONDAY, MONDAY.plusYears(1))
                        .size());
        assertEquals(
                List.of(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-04-07")),
                Recurrence.parse("FREQ=MONTHLY;BYDAY=1TU").days(MONDAY, MONDAY, LocalDate.parse("2026-04-30")));
        assertEquals(
                5,
                Recurrence.parse("FREQ=DAILY;UNTIL=20260306")
                        .days(MONDAY, MONDAY, MONDAY.plusYears(1))
                        .size());
    }

    @Test
    void a_series_is_of_a_group_that_is_open_and_begins_today_or_later() {
        meeting().when(new Scheduling.Make(NEXT, new GroupId("g-none"), TWICE)).refused(RefusalCode.UNKNOWN);
        meeting()
                .and(new Groups.Closed(EVENING))
                .when(new Scheduling.Make(NEXT, EVENING, TWICE))
                .refused(RefusalCode.GROUP_CLOSED);
        meeting()
                .when(new Scheduling.Make(NEXT, EVENING, new Timing(TWICE.rule(), MONDAY.minusDays(1), SIX, 90)))
                .refused(RefusalCode.BEGUN);
        for (var minutes : new int[] {-1, 4, 721}) {
            meeting()
                    .when(new Scheduling.Make(NEXT, EVENING, new Timing(TWICE.rule(), MONDAY, SIX, minutes)))
                    .refused(RefusalCode.NO_LENGTH);
        }
    }

    @Test
    void a_series_ends_and_what_was_said_of_later_days_goes_with_it() {
        var given = meeting()
                .and(new Schedule.Cancelled(new SlotId("s-evening-20260309"), own("Training.")))
                .when(new Scheduling.End(SERIES, THURSDAY))
                .then(new Schedule.Ended(SERIES, THURSDAY));
        assertEquals(2, week(given, "2026-03-01", 60).size());
        given.when(new Scheduling.End(SERIES, MONDAY.plusDays(30))).refused(RefusalCode.NOT_NEXT);
        given.when(new Scheduling.End(SERIES, MONDAY.minusDays(9))).refused(RefusalCode.BEGUN);
        given.when(new Scheduling.End(NEXT, THURSDAY)).refused(RefusalCode.UNKNOWN);
    }

    @Test
    void another_rhythm_leaves_what_was_before_as_it_was() {
        var later = new Timing("FREQ=WEEKLY;BYDAY=FR", MONDAY.plusDays(7), LocalTime.of(17, 0), 60);
        var given = meeting()
                .when(new Scheduling.Replace(SERIES, NEXT, later))
                .then(new Schedule.Ended(SERIES, MONDAY.plusDays(6)), new Schedule.Made(NEXT, EVENING, later));
        assertEquals(
                List.of("2026-03-02T23:00:00Z PLANNED", "2026-03-05T23:00:00Z PLANNED", "2026-03-13T21:00:00Z PLANNED"),
                week(given, "2026-03-02", 14));
    }

    @Test
    void one_session_is_moved_with_a_reason_and_keeps_its_id() {
        var given = meeting()
                .when(new Scheduling.Move(SECOND, FRIDAY, " Dana is at a training. "))
                .then(new Schedule.Moved(SECOND, FRIDAY, own("Dana is at a training.")));
        assertEquals(
                List.of("2026-03-02T23:00:00Z PLANNED", "2026-03-06T22:00:00Z MOVED"), week(given, "2026-03-02", 7));
        var slot = Slots.of(given.clinic()).slot(SECOND);
        assertNotNull(slot);
        assertEquals(THURSDAY, slot.day());
        given.when(new Scheduling.Restore(SECOND)).then(new Schedule.Restored(SECOND));
        meeting().when(new Scheduling.Move(SECOND, FRIDAY, " ")).refused(RefusalCode.NO_REASON);
        meeting().when(new Scheduling.Move(SECOND, FRIDAY, "x".repeat(301))).refused(RefusalCode.TOO_LONG);
        meeting()
                .when(new Scheduling.Move(new SlotId("s-evening-20260304"), FRIDAY, "Why"))
                .refused(RefusalCode.UNKNOWN);
    }

    @Test
    void a_session_is_moved_out_of_one_week_into_another() {
        var far = new Place(MONDAY.plusDays(60), SIX, 90);
        var given = meeting().and(new Schedule.Moved(SECOND, far, own("Snow.")));
        assertEquals(List.of("2026-03-02T23:00:00Z PLANNED"), week(given, "2026-03-02", 7));
        assertEquals(List.of("2026-05-01T22:00:00Z MOVED"), week(given, "2026-05-01", 1));
    }

    @Test
    void the_day_it_was_moved_from_still_knows_of_it() {
        var far = new Place(MONDAY.plusDays(60), SIX, 90);
        var given = meeting().and(new Schedule.Moved(SECOND, far, own("Snow.")));
        var slots = Slots.of(given.clinic());
        assertEquals(
                List.of(FIRST, SECOND),
                slots.on(MONDAY, MONDAY.plusDays(6)).stream().map(Slot::id).toList());
        assertEquals(
                List.of(SECOND),
                slots.on(far.day(), far.day()).stream().map(Slot::id).toList());
    }

    @Test
    void what_has_begun_is_neither_moved_nor_cancelled() {
        var begun = Instant.parse("2026-03-02T23:00:00Z");
        meeting().when(new Scheduling.Cancel(FIRST, "Snow."), begun).refused(RefusalCode.BEGUN);
        meeting().when(new Scheduling.Move(FIRST, FRIDAY, "Snow."), begun).refused(RefusalCode.BEGUN);
        var past = new Place(MONDAY, LocalTime.NOON, 90);
        meeting().when(new Scheduling.Move(FIRST, past, "Snow."), NOW).refused(RefusalCode.BEGUN);
    }

    @Test
    void one_session_is_off_and_can_be_on_again_until_it_would_have_begun() {
        var given = meeting()
                .when(new Scheduling.Cancel(SECOND, "Snow."))
                .then(new Schedule.Cancelled(SECOND, own("Snow.")));
        assertEquals(
                List.of("2026-03-02T23:00:00Z PLANNED", "2026-03-05T23:00:00Z CANCELLED"),
                week(given, "2026-03-02", 7));
        given.when(new Scheduling.Restore(SECOND), Instant.parse("2026-03-05T23:00:00Z"))
                .refused(RefusalCode.BEGUN)
                .when(new Scheduling.Restore(SECOND))
                .then(new Schedule.Restored(SECOND));
    }

    @Test
    void no_series_meets_on_a_holiday_unless_its_session_was_moved_there() {
        var given = meeting()
                .when(new Scheduling.KeepHoliday(THURSDAY, " Founders' Day "))
                .then(new Schedule.HolidayKept(THURSDAY, "Founders' Day"));
        assertEquals(
                List.of("2026-03-02T23:00:00Z PLANNED", "2026-03-05T23:00:00Z HOLIDAY"), week(given, "2026-03-02", 7));
        assertEquals(own("Founders' Day"), Slots.of(given.clinic()).slot(SECOND).why());
        given.when(new Scheduling.Move(FIRST, new Place(THURSDAY, SIX, 90), "All are here that day."))
                .done()
                .when(new Scheduling.DropHoliday(THURSDAY))
                .then(new Schedule.HolidayDropped(THURSDAY));
        assertEquals(
                List.of("2026-03-05T23:00:00Z MOVED", "2026-03-05T23:00:00Z PLANNED"), week(given, "2026-03-02", 7));
        meeting().when(new Scheduling.KeepHoliday(MONDAY.minusDays(1), "Past")).refused(RefusalCode.BEGUN);
        meeting().when(new Scheduling.KeepHoliday(THURSDAY, " ")).refused(RefusalCode.TOO_LONG);
    }

    @Test
    void an_extra_session_makes_up_for_one_that_was_missed() {
        var added = new Schedule.Added(EXTRA, EVENING, FRIDAY, own("Sam was ill."), FIRST, members(SAM));
        var given = meeting()
                .when(new Scheduling.Add(EXTRA, EVENING, FRIDAY, "Sam was ill.", FIRST, members(SAM)))
                .then(added);
        var slot = Slots.of(given.clinic()).slot(EXTRA);
        assertNotNull(slot);
        assertEquals(FIRST, slot.makesUp());
        assertEquals(members(SAM), slot.members());
        given.when(new Scheduling.Cancel(EXTRA, "He is still ill."))
                .then(new Schedule.Cancelled(EXTRA, own("He is still ill.")))
                .when(new Scheduling.Restore(EXTRA))
                .then(new Schedule.Restored(EXTRA));
    }

    @Test
    void an_extra_session_is_refused_in_words() {
        var none = members();
        for (var taken : List.of(SECOND, new SlotId("s-evening-20260306"), new SlotId("s-nextyear-20270308"))) {
            meeting()
                    .when(new Scheduling.Add(taken, EVENING, FRIDAY, null, null, none))
                    .refused(RefusalCode.NOT_NEXT);
        }
        meeting()
                .when(new Scheduling.Add(EXTRA, EVENING, FRIDAY, null, new SlotId("x-none"), none))
                .refused(RefusalCode.UNKNOWN);
        meeting()
                .when(new Scheduling.Add(EXTRA, EVENING, FRIDAY, null, null, members(STRANGER)))
                .refused(RefusalCode.NOT_ENROLLED);
        meeting()
                .when(new Scheduling.Add(EXTRA, EVENING, FRIDAY, null, null, members(DANA)))
                .refused(RefusalCode.NOT_ENROLLED);
        meeting()
                .when(new Scheduling.Add(EXTRA, EVENING, new Place(MONDAY, LocalTime.NOON, 60), null, null, none))
                .refused(RefusalCode.BEGUN);
        assertNull(Slots.of(meeting().clinic()).slot(EXTRA));
    }

    @Test
    void a_calendar_is_laid_out_for_a_year_and_no_more() {
        var slots = Slots.of(meeting().clinic());
        assertEquals(104, slots.between(NOW, NOW.plus(Duration.ofDays(364))).size());
        assertThrows(IllegalArgumentException.class, () -> slots.between(NOW, NOW.plus(Duration.ofDays(500))));
    }

    @Test
    void a_log_that_says_the_impossible_is_damaged() {
        assertThrows(DamagedLog.class, () -> meeting().and(new Schedule.Made(SERIES, EVENING, TWICE)));
        assertThrows(DamagedLog.class, () -> meeting().and(new Schedule.Ended(NEXT, MONDAY)));
        assertThrows(DamagedLog.class, () -> meeting().and(new Schedule.Restored(SECOND)));
        assertThrows(DamagedLog.class, () -> meeting().and(new Schedule.Cancelled(EXTRA, own("Snow."))));
    }
}
