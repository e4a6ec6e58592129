package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Wall.FIRST;
import static org.holdfast.session.Wall.ITEM;
import static org.holdfast.session.Wall.PEOPLE;
import static org.holdfast.session.Wall.SECOND;
import static org.holdfast.session.Wall.SHEET;
import static org.holdfast.session.Wall.THIRD;
import static org.holdfast.session.Wall.share;
import static org.holdfast.session.Wall.shared;
import static org.holdfast.session.Wall.three;
import static org.holdfast.session.Wall.worksOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.RefusalCode;
import org.holdfast.session.Worksheet.Mode;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static List<CardId> order(Session session) {
        return session.worksheets().all().get(SHEET).board().cards().entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().order()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Board.Grouped grouped(String title) {
        var words = new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, title);
        return new Board.Grouped(SHEET, PEOPLE, words, DANA);
    }

    private static boolean may(Session session, MemberId member, String wish) {
        return You.of(session, member, Cast::name).may().containsKey(wish);
    }

    @Test
    void a_participant_shares_an_answer_where_the_worksheet_is_for_that() {
        worksOn(Mode.SHARE).as(SAM).when(share(FIRST, true)).then(shared(SAM, FIRST, true));
        worksOn(Mode.BOARD).as(SAM).when(share(FIRST, false)).then(shared(SAM, FIRST, false));
        worksOn(Mode.PRIVATE).as(SAM).when(share(FIRST, true)).refused(RefusalCode.STAYS_PRIVATE);
        worksOn(Mode.SHARE, MARIA).as(SAM).when(share(FIRST, true)).refused(RefusalCode.NO_WORKSHEET);
        worksOn(Mode.SHARE).as(JO).when(share(FIRST, true)).refused(RefusalCode.NO_WORKSHEET);
        worksOn(Mode.SHARE).as(AMINA).when(share(FIRST, true)).refused(RefusalCode.NOT_IN_ROOM);
        worksOn(Mode.SHARE).as(DANA).when(share(FIRST, true)).refused(RefusalCode.NOT_FOR_FACILITATORS);
        assertTrue(may(worksOn(Mode.SHARE).session(), SAM, "answer.share"));
        assertTrue(!may(worksOn(Mode.PRIVATE).session(), SAM, "answer.share"));
    }

    @Test
    void an_answer_is_shared_once_and_asking_again_is_nothing() {
        var room = three();
        room.as(SAM).when(share(FIRST, true)).thenNothing();
        room.as(SAM).when(share(FIRST, false)).refused(RefusalCode.ALREADY_THERE);
        room.as(SAM).when(share(PlayedPaper.card(9), true)).refused(RefusalCode.ALREADY_THERE);
        var row = new Board.Share(SHEET, SECOND, ITEM, new RowId("r00000001"), true);
        room.as(SAM).when(row).refused(RefusalCode.ALREADY_THERE);
    }

    @Test
    void whoever_shared_takes_it_back_and_nobody_else() {
        var session = three().as(SAM).when(new Board.TakeBack(FIRST)).then(new Board.TakenBack(SAM, FIRST));
        assertEquals(List.of(SECOND, THIRD), order(session));
        for (var other : List.of(MARIA, JO, DANA)) {
            three().as(other).when(new Board.TakeBack(FIRST)).refused(RefusalCode.NO_CARD);
        }
        assertTrue(may(three().session(), SAM, "answer.take-back"));
        assertTrue(!may(worksOn(Mode.BOARD).session(), SAM, "answer.take-back"));
    }

    @Test
    void staff_remove_a_card() {
        three().as(DANA).when(new Board.Remove(SECOND)).then(new Board.Removed(SECOND, DANA));
        three().as(DANA).when(new Board.Remove(PlayedPaper.card(9))).refused(RefusalCode.NO_CARD);
        three().as(MARIA).when(new Board.Remove(SECOND)).refused(RefusalCode.NOT_FACILITATOR);
    }

    @Test
    void everybody_who_sees_the_wall_moves_any_card() {
        var session = three().as(SAM).when(new Board.Move(THIRD, null, FIRST)).then(moved(THIRD, FIRST, SAM));
        assertEquals(List.of(THIRD, FIRST, SECOND), order(session));
        session = three().as(DANA).when(new Board.Move(FIRST, null, null)).then(moved(FIRST, null, DANA));
        assertEquals(List.of(SECOND, THIRD, FIRST), order(session));
        three().as(JO).when(new Board.Move(FIRST, null, null)).refused(RefusalCode.NO_CARD);
        three().as(SAM).when(new Board.Move(PlayedPaper.card(9), null, null)).refused(RefusalCode.NO_CARD);
    }

    private static Board.Moved moved(CardId card, CardId before, MemberId by) {
        return new Board.Moved(card, null, before, by);
    }

    @Test
    void a_page_that_is_behind_gets_as_near_to_its_wish_as_can_be() {
        var gone = three().and(happened(new Board.TakenBack(SAM, FIRST)));
        gone.as(MARIA).when(new Board.Move(SECOND, PEOPLE, FIRST)).then(moved(SECOND, null, MARIA));
        three().as(SAM).when(new Board.Move(FIRST, null, SECOND)).thenNothing();
        three().as(SAM).when(new Board.Move(THIRD, null, null)).thenNothing();
        three().as(SAM).when(new Board.Move(SECOND, null, SECOND)).thenNothing();
    }

    @Test
    void staff_make_headings_and_cards_lie_under_them() {
        var room = three();
        room.as(DANA).when(new Board.Group(SHEET, PEOPLE, " People ")).then(grouped("People"));
        room.as(SAM).when(new Board.Group(SHEET, PEOPLE, "People")).refused(RefusalCode.NOT_FACILITATOR);
        room.as(DANA).when(new Board.Group(SHEET, PEOPLE, " ")).refused(RefusalCode.TOO_LONG);
        room.as(DANA).when(new Board.Group(SHEET, PEOPLE, "x".repeat(61))).refused(RefusalCode.TOO_LONG);
        room.as(DANA).when(new Board.Group(Wall.OTHER, PEOPLE, "People")).refused(RefusalCode.NO_WORKSHEET);
        room.and(happened(grouped("People")));
        room.as(DANA).when(new Board.Group(SHEET, PEOPLE, "People")).thenNothing();
        var under = new Board.Moved(SECOND, PEOPLE, THIRD, LUIS);
        var session = room.as(LUIS).when(new Board.Move(SECOND, PEOPLE, SECOND)).then(under);
        assertEquals(List.of(FIRST, SECOND, THIRD), order(session), "It stays where it was");
        assertEquals(
                PEOPLE,
                session.worksheets()
                        .all()
                        .get(SHEET)
                        .board()
                        .cards()
                        .get(SECOND)
                        .group());
        room.and(happened(under));
        var without = room.as(DANA).when(new Board.Ungroup(PEOPLE)).then(new Board.Ungrouped(PEOPLE, DANA));
        assertNull(without.worksheets()
                .all()
                .get(SHEET)
                .board()
                .cards()
                .get(SECOND)
                .group());
        three().as(DANA).when(new Board.Ungroup(PEOPLE)).thenNothing();
    }

    @Test
    void there_are_two_hundred_cards_at_the_most() {
        var room = worksOn(Mode.BOARD);
        for (var i = 0; i < Board.MOST_CARDS; i++) {
            var item = new ItemId("i" + i);
            room.and(happened(new Board.Shared(SAM, SHEET, PlayedPaper.card(100 + i), item, null, true)));
        }
        room.as(MARIA).when(share(FIRST, true)).refused(RefusalCode.NO_ROOM);
        room.and(happened(new Board.TakenBack(SAM, PlayedPaper.card(100))));
        room.as(MARIA).when(share(FIRST, true)).then(shared(MARIA, FIRST, true));
    }

    @Test
    void after_the_end_no_card_is_left() {
        var ended =
                three().and(happened(grouped("People"))).and(happened(new Life.SessionEnded(Life.EndCause.OVERTIME)));
        assertEquals(Board.EMPTY, ended.session().worksheets().all().get(SHEET).board());
        for (var reader : List.of(DANA, SAM)) {
            assertEquals(
                    WorksheetView.All.NOTHING,
                    new Wall().writes(SAM, "Late shifts").seen(ended.session(), reader));
        }
    }

    @Test
    void a_log_that_moves_what_is_not_there_is_damaged() {
        assertThrows(DamagedLog.class, () -> three().and(happened(moved(PlayedPaper.card(9), null, SAM))));
        assertThrows(DamagedLog.class, () -> three().and(happened(new Board.Moved(FIRST, PEOPLE, null, SAM))));
        assertThrows(DamagedLog.class, () -> three().and(happened(new Board.TakenBack(MARIA, FIRST))));
        assertThrows(DamagedLog.class, () -> three().and(happened(new Board.Ungrouped(PEOPLE, DANA))));
        assertThrows(DamagedLog.class, () -> three().and(happened(shared(AMINA, PlayedPaper.card(9), true))));
        assertThrows(DamagedLog.class, () -> worksOn(Mode.PRIVATE).and(happened(shared(SAM, FIRST, true))));
    }
}
