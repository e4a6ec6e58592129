package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.BEN;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Wall.OTHER;
import static org.holdfast.session.Wall.SHEET;
import static org.holdfast.session.Wall.open;
import static org.holdfast.session.Wall.opened;
import static org.holdfast.session.Wall.room;
import static org.holdfast.session.Wall.worksOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Worksheet.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorksheetsTest {
    private static boolean sees(Session session, MemberId member) {
        return new Wall().seen(session, member).worksheets().containsKey(SHEET);
    }

    private static Worksheets.Open other(String form, String version) {
        return new Worksheets.Open(OTHER, form, version, Mode.SHARE, null);
    }

    @Test
    void a_facilitator_opens_one_for_everybody_who_takes_part_late_comers_too_and_for_no_guest() {
        var session = room().as(DANA).when(open(Mode.PRIVATE)).then(opened(Mode.PRIVATE));
        for (var member : List.of(DANA, SAM, MARIA, LUIS)) assertTrue(sees(session, member), member.value());
        for (var member : List.of(JO, AMINA, Cast.THEO)) assertFalse(sees(session, member), member.value());
        assertTrue(sees(worksOn(Mode.PRIVATE).and(isIn(AMINA, 6)).session(), AMINA));
        assertFalse(sees(worksOn(Mode.PRIVATE).and(isIn(Cast.OLE, 6)).session(), Cast.OLE));
    }

    @Test
    void whom_it_is_not_for_knows_nothing_of_it_and_is_offered_nothing() {
        var without = room().session();
        var session = worksOn(Mode.BOARD, SAM)
                .and(happened(Wall.shared(SAM, Wall.FIRST, true)))
                .session();
        assertTrue(sees(session, SAM) && sees(session, DANA));
        for (var member : List.of(MARIA, LUIS, JO, AMINA)) {
            assertEquals(WorksheetView.All.NOTHING, new Wall().seen(session, member));
            assertEquals(You.of(without, member, Cast::name), You.of(session, member, Cast::name));
        }
        for (var audience : Audience.values()) {
            assertEquals(Views.of(without, audience, Cast::name), Views.of(session, audience, Cast::name));
        }
    }

    @Test
    void only_who_leads_in_the_room_opens_closes_orders_and_nudges() {
        var room = worksOn(Mode.SHARE);
        for (var wish : List.of(
                open(Mode.BOARD),
                new Worksheets.Close(SHEET),
                new Worksheets.Move(SHEET, null),
                new Worksheets.Nudge(SHEET, MARIA))) {
            room.as(SAM).when(wish).refused(RefusalCode.NOT_FACILITATOR);
            room.as(BEN).when(wish).refused(RefusalCode.NOT_IN_ROOM);
            room.as(AMINA).when(wish).refused(RefusalCode.NOT_IN_ROOM);
        }
    }

    @Test
    void what_is_no_form_and_who_is_no_participant_is_refused() {
        var room = room();
        for (var form : List.of("", "Halt", "../halt", "9halt", "h".repeat(41), "halt\n")) {
            room.as(DANA).when(other(form, "1")).refused(RefusalCode.NO_FORM);
        }
        for (var version : List.of("", " ", "1/2", "v".repeat(21))) {
            room.as(DANA).when(other("halt", version)).refused(RefusalCode.NO_FORM);
        }
        for (var member : List.of(JO, BEN, Cast.STRANGER)) {
            room.as(DANA).when(open(Mode.SHARE, SAM, member)).refused(RefusalCode.NOT_MEMBER);
        }
        room.as(DANA)
                .when(new Worksheets.Open(SHEET, "halt", "1", Mode.SHARE, new TreeSet<>()))
                .refused(RefusalCode.NOT_MEMBER);
    }

    @Test
    void opened_again_it_is_for_others_or_shown_otherwise_but_never_another_form() {
        var room = worksOn(Mode.PRIVATE);
        room.as(DANA).when(open(Mode.PRIVATE)).thenNothing();
        room.as(DANA)
                .when(new Worksheets.Open(SHEET, "halt", "1", Mode.PRIVATE, null))
                .refused(RefusalCode.ALREADY_THERE);
        var session = room.as(DANA).when(open(Mode.BOARD, SAM)).then(opened(Mode.BOARD, SAM));
        assertTrue(sees(session, SAM));
        assertFalse(sees(session, MARIA));
    }

    @Test
    void what_is_not_to_be_seen_any_more_is_gone_and_does_not_come_back() {
        var board = Wall.three();
        var again = board.and(happened(opened(Mode.PRIVATE))).and(happened(opened(Mode.BOARD)));
        assertEquals(0, again.session().worksheets().cards());
        var narrowed = Wall.three().and(happened(opened(Mode.BOARD, SAM))).and(happened(opened(Mode.BOARD)));
        assertEquals(1, narrowed.session().worksheets().cards());
        var closed = Wall.three().and(happened(new Worksheets.Closed(SHEET, "trigger-map", "1", DANA)));
        assertEquals(
                0,
                closed.and(happened(opened(Mode.BOARD))).session().worksheets().cards());
    }

    @Test
    void closed_it_is_gone_from_participants_and_staff_may_open_it_anew() {
        var closed = new Worksheets.Closed(SHEET, "trigger-map", "1", DANA);
        var session =
                worksOn(Mode.SHARE).as(DANA).when(new Worksheets.Close(SHEET)).then(closed);
        assertFalse(sees(session, SAM));
        assertEquals(
                true, new Wall().seen(session, DANA).worksheets().get(SHEET).closed());
        var room = worksOn(Mode.SHARE).and(happened(closed));
        room.as(DANA).when(new Worksheets.Close(SHEET)).thenNothing();
        room.as(DANA).when(new Worksheets.Close(OTHER)).refused(RefusalCode.NO_WORKSHEET);
        room.as(DANA).when(new Worksheets.Nudge(SHEET, SAM)).refused(RefusalCode.NO_WORKSHEET);
        room.as(SAM).when(Wall.share(Wall.FIRST, true)).refused(RefusalCode.NO_WORKSHEET);
        assertTrue(sees(room.as(DANA).when(open(Mode.SHARE)).then(opened(Mode.SHARE)), SAM));
    }

    @Test
    void staff_put_them_in_order() {
        var second = new Worksheets.Opened(OTHER, "halt", "1", Mode.SHARE, null, DANA);
        var room = worksOn(Mode.SHARE).and(happened(second));
        assertTrue(order(room.session(), SHEET) < order(room.session(), OTHER));
        var moved =
                room.as(DANA).when(new Worksheets.Move(OTHER, SHEET)).then(new Worksheets.Moved(OTHER, SHEET, DANA));
        assertTrue(order(moved, OTHER) < order(moved, SHEET));
        room.as(DANA).when(new Worksheets.Move(OTHER, null)).thenNothing();
        room.as(DANA).when(new Worksheets.Move(SHEET, OTHER)).thenNothing();
        room.as(DANA).when(new Worksheets.Move(SHEET, SHEET)).thenNothing();
        room.as(DANA).when(new Worksheets.Move(PlayedPaper.worksheet(9), null)).refused(RefusalCode.NO_WORKSHEET);
    }

    private static long order(Session session, WorksheetId id) {
        return new Wall().seen(session, SAM).worksheets().get(id).order();
    }

    @Test
    void one_person_is_nudged_and_nobody_else_hears_of_it() {
        var room = worksOn(Mode.SHARE, SAM);
        var session =
                room.as(DANA).when(new Worksheets.Nudge(SHEET, SAM)).then(new Worksheets.Nudged(SHEET, SAM, DANA));
        assertEquals(room.session(), session);
        var notice = Objects.requireNonNull(Notice.of(new Worksheets.Nudged(SHEET, SAM, DANA), Cast::name));
        assertEquals(SAM, notice.to());
        assertEquals(new Notice.WasNudged(SHEET, "Dana W."), notice.notice());
        assertNull(Notice.of(opened(Mode.SHARE), Cast::name));
        room.as(DANA).when(new Worksheets.Nudge(SHEET, MARIA)).refused(RefusalCode.NO_WORKSHEET);
        room.as(DANA).when(new Worksheets.Nudge(SHEET, AMINA)).refused(RefusalCode.NOT_HERE);
        room.as(DANA).when(new Worksheets.Nudge(SHEET, BEN)).refused(RefusalCode.NOT_FOR_FACILITATORS);
    }

    @Test
    void a_session_has_twenty_at_the_most() {
        var room = room();
        for (var i = 0; i < Worksheets.MOST; i++) {
            var id = PlayedPaper.worksheet(100 + i);
            room.and(happened(new Worksheets.Opened(id, "halt", "1", Mode.SHARE, null, DANA)));
        }
        room.as(DANA).when(open(Mode.SHARE)).refused(RefusalCode.NO_ROOM);
        assertFalse(You.of(room.session(), DANA, Cast::name).may().containsKey("worksheet.open"));
    }

    @Test
    void whose_it_is_or_was_is_known_after_it_was_closed_and_after_the_end() {
        var room = worksOn(Mode.SHARE, SAM, AMINA).and(happened(opened(Mode.SHARE, MARIA)));
        assertEquals("trigger-map", form(room.session(), SAM));
        assertEquals("trigger-map", form(room.session(), MARIA));
        assertNull(form(room.session(), LUIS));
        assertNull(form(room.session(), AMINA), "Whoever was never let in has no part in it");
        var ended = room.and(happened(new Worksheets.Closed(SHEET, "trigger-map", "1", DANA)))
                .and(happened(new Life.SessionEnded(Life.EndCause.FACILITATOR)));
        assertEquals("trigger-map", form(ended.session(), SAM));
        assertNull(form(ended.session(), JO));
    }

    private static @Nullable String form(Session session, MemberId member) {
        var had = session.worksheetOf(SHEET, member);
        return had == null ? null : had.form();
    }

    @Test
    void a_log_that_closes_what_was_never_open_is_damaged() {
        var closed = new Worksheets.Closed(SHEET, "trigger-map", "1", DANA);
        assertThrows(DamagedLog.class, () -> room().and(happened(closed)));
        assertThrows(
                DamagedLog.class,
                () -> worksOn(Mode.SHARE).and(happened(closed)).and(happened(closed)));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Worksheets.Moved(SHEET, null, DANA))));
        assertThrows(DamagedLog.class, () -> room().and(happened(new Worksheets.Nudged(SHEET, SAM, DANA))));
        assertThrows(DamagedLog.class, () -> room().and(happened(opened(Mode.SHARE, JO))));
    }
}
