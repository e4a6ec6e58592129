package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.DANA;
import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MARIA;
import static org.holdfast.clinic.ClinicGiven.MONDAY;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.givenAWeek;
import static org.holdfast.clinic.ClinicGiven.joined;
import static org.holdfast.clinic.ClinicGiven.members;
import static org.holdfast.clinic.ClinicGiven.own;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.AttendanceRules;
import org.holdfast.session.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mondays at six in New York, for an hour and a half: 23:00 to 00:30 UTC in March.
class OpeningsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SeriesId SERIES = new SeriesId("s-evening");
    private static final SlotId FIRST = new SlotId("s-evening-20260302");
    private static final LocalTime SIX = LocalTime.of(18, 0);
    private static final Place TUESDAY = new Place(MONDAY.plusDays(1), LocalTime.of(9, 0), 60);

    private static ClinicGiven meeting() {
        return givenAWeek(
                new Standards.ZoneSet(NEW_YORK),
                joined(EVENING, SAM),
                joined(EVENING, MARIA),
                new Schedule.Made(SERIES, EVENING, new Timing("FREQ=WEEKLY;BYDAY=MO", MONDAY, SIX, 90)));
    }

    private static List<SlotId> open(ClinicGiven given, String at) {
        return Openings.of(given.clinic(), Instant.parse(at)).open().stream()
                .map(Slot::id)
                .toList();
    }

    private static Plan plan(ClinicGiven given, SlotId slot) {
        var found = Objects.requireNonNull(Slots.of(given.clinic()).slot(slot));
        return Objects.requireNonNull(Planning.plan(given.clinic(), found, 15));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T22:44:59Z, 0",
        "2026-03-02T22:45:00Z, 1",
        "2026-03-02T23:00:00Z, 1",
        "2026-03-03T00:29:59Z, 1",
        "2026-03-03T00:30:00Z, 0"
    })
    void a_session_is_open_from_a_quarter_of_an_hour_before_it_begins_until_its_planned_end(String at, int open) {
        assertEquals(open, open(meeting(), at).size());
    }

    @Test
    void the_next_look_is_when_the_next_opens_and_never_more_than_a_minute_away() {
        assertEquals(
                Instant.parse("2026-03-02T22:45:00Z"),
                Openings.of(meeting().clinic(), Instant.parse("2026-03-02T22:44:20Z"))
                        .again());
        var noon = Instant.parse("2026-03-02T12:00:00Z");
        assertEquals(
                noon.plus(Duration.ofMinutes(1)),
                Openings.of(meeting().clinic(), noon).again());
    }

    @Test
    void what_is_off_does_not_open_and_what_was_moved_opens_where_it_is_now() {
        var off = meeting().and(new Schedule.Cancelled(FIRST, own("Training.")));
        assertEquals(List.of(), open(off, "2026-03-02T22:50:00Z"));
        var holiday = meeting().and(new Schedule.HolidayKept(MONDAY, "A day off"));
        assertEquals(List.of(), open(holiday, "2026-03-02T22:50:00Z"));
        var moved = meeting().and(new Schedule.Moved(FIRST, TUESDAY, own("Training.")));
        assertEquals(List.of(), open(moved, "2026-03-02T22:50:00Z"));
        assertEquals(List.of(FIRST), open(moved, "2026-03-03T13:45:00Z"));
    }

    @Test
    void a_session_opens_as_its_group_stands() {
        var own = AttendanceRules.DEFAULT.as(2);
        var plan = plan(meeting().and(new Standards.GroupRulesAdopted(EVENING, own)), FIRST);
        assertEquals(own, plan.rules());
        assertEquals(FIRST.value(), plan.session().value());
        assertEquals("Evening group", plan.title());
        assertEquals(Instant.parse("2026-03-02T23:00:00Z"), plan.starts());
        assertEquals(Instant.parse("2026-03-03T00:30:00Z"), plan.ends());
        assertEquals("America/New_York", plan.zone());
        assertEquals(DANA, plan.lead());
        assertEquals(members(DANA), plan.staff());
        assertEquals(members(SAM, MARIA), plan.roster());
        assertEquals(15, plan.roomLimit());
        assertEquals(Group.Policies.of(Group.Kind.GROUP).chat(), plan.chat());
    }

    @Test
    void an_extra_session_is_for_whoever_was_named_and_is_still_in_the_programme() {
        var extra = new SlotId("x-extra");
        var given = meeting().and(new Schedule.Added(extra, EVENING, TUESDAY, null, FIRST, members(SAM, MARIA)));
        assertEquals(members(SAM, MARIA), plan(given, extra).roster());
        var left = given.when(new Enrolment.Discharge(MARIA, MONDAY, Enrolment.Why.OWN_WISH, "She moves away."))
                .done();
        assertEquals(members(SAM), plan(left, extra).roster());
    }

    @Test
    void a_closed_group_has_no_session() {
        var given = meeting().and(new Groups.Closed(EVENING));
        var slot = Objects.requireNonNull(Slots.of(given.clinic()).slot(FIRST));
        assertNull(Planning.plan(given.clinic(), slot, 15));
    }

    @Test
    void what_is_open_is_not_planned_otherwise() {
        var open = Instant.parse("2026-03-02T22:45:00Z");
        var before = open.minusSeconds(1);
        for (var command : List.of(
                new Scheduling.Cancel(FIRST, "Training."),
                new Scheduling.Move(FIRST, TUESDAY, "Training."),
                new Scheduling.KeepHoliday(MONDAY, "A day off"),
                new Scheduling.End(SERIES, MONDAY.minusDays(1)))) {
            meeting().when(command, before).done();
            meeting().when(command, open).refused(RefusalCode.BEGUN);
        }
    }

    @Test
    void a_day_off_is_taken_back_only_while_its_sessions_can_still_be_held() {
        var off = meeting().and(new Schedule.HolidayKept(MONDAY, "A day off"));
        var drop = new Scheduling.DropHoliday(MONDAY);
        off.when(drop, Instant.parse("2026-03-02T22:45:00Z")).refused(RefusalCode.BEGUN);
        off.when(drop, Instant.parse("2026-03-02T22:44:59Z")).done();
    }

    @Test
    void a_series_that_would_begin_today_begins_later_than_now() {
        var at = Instant.parse("2026-03-02T18:30:00Z");
        var two = new Timing("FREQ=WEEKLY;BYDAY=MO", MONDAY, LocalTime.of(14, 0), 60);
        var three = new Timing("FREQ=WEEKLY;BYDAY=MO", MONDAY, LocalTime.of(15, 30), 60);
        var other = new SeriesId("s-other");
        meeting().when(new Scheduling.Make(other, EVENING, two), at).done();
        meeting()
                .when(new Scheduling.Make(other, EVENING, two), at.plus(Duration.ofHours(1)))
                .refused(RefusalCode.BEGUN);
        meeting().when(new Scheduling.Make(other, EVENING, three), at).done();
    }
}
