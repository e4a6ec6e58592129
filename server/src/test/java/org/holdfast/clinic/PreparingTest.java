package org.holdfast.clinic;

import static org.holdfast.clinic.ClinicGiven.EVENING;
import static org.holdfast.clinic.ClinicGiven.MONDAY;
import static org.holdfast.clinic.ClinicGiven.SAM;
import static org.holdfast.clinic.ClinicGiven.givenAWeek;
import static org.holdfast.clinic.ClinicGiven.joined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.Worksheet.Mode;
import org.holdfast.session.WorksheetId;
import org.junit.jupiter.api.Test;

/// Worksheets for the meeting of Monday at 23:00; it is 18:00.
class PreparingTest {
    private static final SeriesId SERIES = new SeriesId("s-evening");
    private static final Timing WEEKLY = new Timing("FREQ=WEEKLY;BYDAY=MO", MONDAY, LocalTime.of(23, 0), 60);
    private static final SlotId SLOT = new SlotId("s-evening-20260302");
    private static final Instant OPENS = Instant.parse("2026-03-02T22:45:00Z");
    private static final PreparedWorksheet HALT = prepared(1, "halt", Mode.PRIVATE);
    private static final PreparedWorksheet MAP = prepared(2, "trigger-map", Mode.BOARD);

    private static PreparedWorksheet prepared(int number, String form, Mode mode) {
        return new PreparedWorksheet(new WorksheetId("w%021d".formatted(number)), form, "1", mode, null);
    }

    private static PreparedWorksheet preparedFor(String... members) {
        var whom = new TreeSet<MemberId>();
        for (var member : members) whom.add(new MemberId(member));
        return new PreparedWorksheet(HALT.worksheet(), "halt", "1", Mode.SHARE, whom);
    }

    private static ClinicGiven meeting() {
        return givenAWeek(new Standards.ZoneSet(ZoneOffset.UTC)).and(new Schedule.Made(SERIES, EVENING, WEEKLY));
    }

    private static Plan opened(ClinicGiven given) {
        var slot = Objects.requireNonNull(Slots.of(given.clinic()).slot(SLOT));
        return Objects.requireNonNull(Planning.plan(given.clinic(), slot, 8));
    }

    private static Scheduling.Prepare wish(PreparedWorksheet... worksheets) {
        return new Scheduling.Prepare(SLOT, List.of(worksheets));
    }

    @Test
    void what_was_said_last_lies_ready_in_its_order_when_the_room_opens() {
        meeting().when(wish(HALT, MAP)).then(new Schedule.Prepared(SLOT, List.of(HALT, MAP)));
        var given = meeting()
                .and(new Schedule.Prepared(SLOT, List.of(HALT, MAP)))
                .and(new Schedule.Prepared(SLOT, List.of(MAP, HALT)));
        given.when(wish(MAP, HALT)).then();
        assertEquals(List.of(MAP, HALT), opened(given).worksheets());
        assertNull(opened(meeting()).worksheets());
        assertNull(opened(given.and(new Schedule.Prepared(SLOT, List.of()))).worksheets());
    }

    @Test
    void one_is_for_some_of_those_who_are_expected() {
        var given = meeting().and(joined(EVENING, SAM));
        var expected = SAM.value();
        given.when(wish(preparedFor(expected))).then(new Schedule.Prepared(SLOT, List.of(preparedFor(expected))));
        given.when(wish(preparedFor())).refused(RefusalCode.NOT_MEMBER);
        given.when(wish(preparedFor(expected, "p-elsewhere"))).refused(RefusalCode.NOT_MEMBER);
        given.when(wish(preparedFor(opened(given).lead().value()))).refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void once_the_room_is_open_they_are_opened_there() {
        meeting().when(wish(HALT), OPENS).refused(RefusalCode.BEGUN);
        meeting().when(wish(HALT), OPENS.minusSeconds(1)).then(new Schedule.Prepared(SLOT, List.of(HALT)));
    }

    @Test
    void what_no_room_could_hold_is_not_prepared() {
        var many = new ArrayList<PreparedWorksheet>();
        for (var n = 0; n < 21; n++) many.add(prepared(n, "halt", Mode.SHARE));
        meeting().when(wish(many.toArray(PreparedWorksheet[]::new))).refused(RefusalCode.NO_ROOM);
        meeting().when(wish(HALT, HALT)).refused(RefusalCode.ALREADY_THERE);
        meeting().when(wish(prepared(1, "No Form", Mode.SHARE))).refused(RefusalCode.NO_FORM);
        var nowhere = new Scheduling.Prepare(new SlotId("s-evening-20260303"), List.of(HALT));
        meeting().when(nowhere).refused(RefusalCode.UNKNOWN);
    }
}
