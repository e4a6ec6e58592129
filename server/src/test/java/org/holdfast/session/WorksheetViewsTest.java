package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.JO;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Wall.FIRST;
import static org.holdfast.session.Wall.SECOND;
import static org.holdfast.session.Wall.SHEET;
import static org.holdfast.session.Wall.THIRD;
import static org.holdfast.session.Wall.shared;
import static org.holdfast.session.Wall.three;
import static org.holdfast.session.Wall.worksOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.json.RecordJson;
import org.holdfast.session.Worksheet.Mode;
import org.holdfast.session.WorksheetView.ProgressView;
import org.junit.jupiter.api.Test;

/// What others may know of answers, compared as the bytes that pages are sent.
class WorksheetViewsTest {
    private static final RecordJson<WorksheetView.All> JSON = RecordJson.of(WorksheetView.All.class);

    private final Wall wall =
            new Wall().writes(SAM, "Payday").writes(MARIA, "Calls at night").writes(LUIS, "Rain");

    private String sent(Session session, MemberId reader) {
        return JSON.print(wall.seen(session, reader));
    }

    private Map<CardId, WorksheetView.CardView> cards(Session session, MemberId reader) {
        return wall.seen(session, reader).worksheets().get(SHEET).cards();
    }

    @Test
    void nothing_of_an_answer_is_sent_before_it_is_shared_and_nothing_after_it_is_taken_back() {
        var before = worksOn(Mode.BOARD);
        var bytes = sent(before.session(), MARIA);
        assertFalse(bytes.contains("Payday"));
        var session = before.and(happened(shared(SAM, FIRST, true))).session();
        assertTrue(sent(session, MARIA).contains("Payday"));
        assertTrue(sent(session, DANA).contains("Payday"));
        for (var other : List.of(JO, AMINA)) assertEquals("{\"worksheets\":{}}", sent(session, other));
        var after = before.and(happened(new Board.TakenBack(SAM, FIRST))).session();
        assertEquals(bytes, sent(after, MARIA));
    }

    @Test
    void a_card_without_a_name_says_to_nobody_whose_it_is_but_to_its_writer_and_staff() {
        var session = three().session();
        for (var reader : List.of(SAM, LUIS)) {
            var card = cards(session, reader).get(SECOND);
            assertEquals("Calls at night", card.words());
            assertNull(card.by());
            assertNull(card.name());
            assertFalse(sent(session, reader).contains(MARIA.value()));
            assertFalse(sent(session, reader).contains(Cast.name(MARIA)));
        }
        for (var reader : List.of(MARIA, DANA)) {
            assertEquals(MARIA, cards(session, reader).get(SECOND).by());
            assertEquals(true, cards(session, reader).get(SECOND).nameless());
        }
    }

    /// Had somebody else written it, the others would be sent the very same.
    @Test
    void whose_a_nameless_card_is_changes_no_byte_of_what_others_are_sent() {
        wall.writes(MARIA, "Payday");
        var sams = worksOn(Mode.BOARD).and(happened(shared(SAM, FIRST, false))).session();
        var marias =
                worksOn(Mode.BOARD).and(happened(shared(MARIA, FIRST, false))).session();
        assertEquals(sent(sams, LUIS), sent(marias, LUIS));
        assertEquals(You.of(sams, LUIS, Cast::name), You.of(marias, LUIS, Cast::name));
    }

    @Test
    void a_card_goes_with_its_words_and_only_its_writer_still_sees_that_it_is_shared() {
        var session = three().session();
        wall.writes(SAM, null);
        assertEquals(Set.of(SECOND, THIRD), cards(session, MARIA).keySet());
        assertEquals(Set.of(SECOND, THIRD), cards(session, DANA).keySet());
        assertEquals(Set.of(FIRST, SECOND, THIRD), cards(session, SAM).keySet());
        assertNull(cards(session, SAM).get(FIRST).words());
    }

    @Test
    void staff_are_told_how_far_each_is_without_a_word_of_it_and_nobody_else_is_sent_a_byte() {
        var session = worksOn(Mode.PRIVATE, SAM, MARIA).session();
        var nobodyWrote = new Wall();
        for (var reader : List.of(SAM, MARIA, LUIS, JO, AMINA)) {
            assertEquals(JSON.print(nobodyWrote.seen(session, reader)), sent(session, reader));
        }
        var staffs = wall.seen(session, DANA).worksheets().get(SHEET);
        var one = new ProgressView(1, 3, Wall.WRITTEN_AT);
        assertEquals(Map.of(SAM, one, MARIA, one), staffs.progress());
        assertFalse(sent(session, DANA).contains("Payday"));
        assertEquals(
                Map.of(),
                nobodyWrote.seen(session, DANA).worksheets().get(SHEET).progress());
    }

    @Test
    void what_somebody_writes_for_themselves_is_looked_at_again_for_staff_alone() {
        var unshared = worksOn(Mode.SHARE).session();
        assertTrue(WorksheetViews.concerns(unshared, SAM, DANA));
        for (var reader : List.of(SAM, MARIA)) assertFalse(WorksheetViews.concerns(unshared, SAM, reader));
        var shown = worksOn(Mode.SHARE).and(happened(shared(SAM, FIRST, true))).session();
        for (var reader : List.of(SAM, MARIA, DANA)) assertTrue(WorksheetViews.concerns(shown, SAM, reader));
        assertFalse(WorksheetViews.concerns(Wall.room().session(), SAM, DANA));
    }

    @Test
    void staff_read_for_whom_it_is_and_participants_do_not() {
        var session = worksOn(Mode.SHARE, SAM, MARIA).session();
        assertEquals(
                Set.of(SAM, MARIA),
                wall.seen(session, DANA).worksheets().get(SHEET).members().keySet());
        assertFalse(sent(session, SAM).contains(MARIA.value()));
    }
}
