package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.SessionGiven.givenPlan;
import static org.holdfast.session.Wall.OTHER;
import static org.holdfast.session.Wall.SHEET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Worksheet.Mode;
import org.junit.jupiter.api.Test;

/// Two worksheets were prepared for the evening; Dana, Sam and Maria are in the room.
class PreparedWorksheetsTest {
    private static SessionGiven evening() {
        var plan = Cast.withWorksheets(List.of(
                new PreparedWorksheet(OTHER, "halt", "1", Mode.PRIVATE, new TreeSet<>(Set.of(SAM))),
                new PreparedWorksheet(SHEET, "trigger-map", "1", Mode.BOARD, null)));
        return givenPlan(plan, isIn(DANA, 1), isIn(SAM, 2), isIn(MARIA, 3));
    }

    private static Map<WorksheetId, WorksheetView> seen(SessionGiven given, MemberId reader) {
        return new Wall().seen(given.session(), reader).worksheets();
    }

    @Test
    void they_lie_there_for_staff_in_their_order_and_are_before_nobody() {
        var staffs = seen(evening(), DANA);
        assertTrue(staffs.get(OTHER).order() < staffs.get(SHEET).order());
        for (var view : staffs.values()) {
            assertEquals(true, view.closed());
            assertEquals(Map.of(), view.members());
        }
        assertEquals(Map.of(SAM, true), staffs.get(OTHER).meant());
        assertNull(staffs.get(SHEET).meant());
        assertEquals(Map.of(), seen(evening(), SAM));
        assertNull(evening().session().worksheetOf(SHEET, SAM));
        evening().as(DANA).when(new Worksheets.Nudge(SHEET, SAM)).refused(RefusalCode.NO_WORKSHEET);
    }

    @Test
    void one_press_opens_each_as_it_was_prepared() {
        var opened = Wall.opened(Mode.BOARD);
        evening().as(DANA).when(Wall.open(Mode.BOARD)).then(opened);
        var given = evening().and(happened(opened));
        assertEquals(Mode.BOARD, seen(given, SAM).get(SHEET).mode());
        assertNull(seen(given, DANA).get(SHEET).members());
        assertNotNull(given.session().worksheetOf(SHEET, MARIA));
        assertNull(given.session().worksheetOf(OTHER, MARIA));
    }

    @Test
    void once_one_is_open_only_for_whom_it_is_counts_and_who_left_the_roster_is_not_meant_any_more() {
        var open = new Worksheets.Opened(OTHER, "halt", "1", Mode.PRIVATE, new TreeSet<>(Set.of(MARIA)), DANA);
        var staffs = seen(evening().and(happened(open)), DANA).get(OTHER);
        assertEquals(Map.of(MARIA, true), staffs.members());
        assertNull(staffs.meant());
        var nobodyLeft =
                new PreparedWorksheet(OTHER, "halt", "1", Mode.SHARE, new TreeSet<>(Set.of(new MemberId("gone"))));
        var other = givenPlan(Cast.withWorksheets(List.of(nobodyLeft)), isIn(DANA, 1));
        assertEquals(Map.of(), seen(other, DANA).get(OTHER).meant());
    }
}
