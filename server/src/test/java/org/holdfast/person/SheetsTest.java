package org.holdfast.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Confidential.Gone;
import org.holdfast.decision.Confidential.Lifetime;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.decision.RefusalCode;
import org.holdfast.person.PersonCommand.Register;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Item;
import org.holdfast.worksheet.Item.Head;
import org.holdfast.worksheet.Phrase;
import org.holdfast.worksheet.Place;
import org.holdfast.worksheet.Value;
import org.holdfast.worksheet.When;
import org.junit.jupiter.api.Test;

class SheetsTest {
    private static final Actor SAM = new Actor.Person("p-sam");
    private static final Actor DANA = new Actor.Person("p-dana");
    private static final Actor LEE = new Actor.Person("p-lee");
    private static final Instant SIX = Instant.parse("2026-03-02T18:00:00Z");
    private static final SheetId PAPER = new SheetId("w1");
    private static final Place PLAN = Place.of("plan");
    private static final Place CALM = Place.of("calm");
    private static final Form FORM = form("plan-b", "1");

    private Person sam = Person.DECIDER.initial();
    private long seq;

    SheetsTest() {
        done(new Register("Sam P."), DANA);
    }

    private static Form form(String name, String version) {
        var row = new Item.Group(
                head("people"),
                true,
                null,
                List.of(
                        new Item.Line(head("who"), false, null, 200, false),
                        new Item.Line(head("how"), false, null, 200, true)));
        List<Item> items = List.of(
                new Item.Text(head("plan"), false, null, 2_000, false),
                new Item.Slider(head("calm"), false, 0, 10, 1),
                row);
        return new Form(name, version, "en", Phrase.of("Plan B"), null, Phrase.of("Ours"), "Ours", true, items);
    }

    private static Head head(String id) {
        return new Head(id, Phrase.of("Question " + id), null, When.ALWAYS);
    }

    private static Place row(String item, int n) {
        return new Place(item, "r00000" + (100 + n));
    }

    private Decision<PersonEvent> decide(PersonCommand command, Actor by) {
        return Person.DECIDER.decide(sam, command, by, SIX.plusSeconds(seq));
    }

    private void done(PersonCommand command, Actor by) {
        if (!(decide(command, by) instanceof Decision.Accepted<PersonEvent> accepted)) {
            throw new AssertionError(command + " was refused: " + decide(command, by));
        }
        if (!accepted.events().isEmpty()) happened(by, accepted.events().toArray(PersonEvent[]::new));
    }

    private void happened(Actor by, PersonEvent... events) {
        var at = SIX.plusSeconds(++seq);
        sam = Person.DECIDER.applyAll(sam, new Entry<>(seq, at, by, new CommandId("c" + seq), List.of(events)));
    }

    private void refused(RefusalCode code, PersonCommand command) {
        assertEquals(Decision.refuse(code), decide(command, SAM));
    }

    private static Sheets.Fill fill(Place place, String words) {
        return new Sheets.Fill(PAPER, FORM, place, new Value.Words(words));
    }

    private void begins() {
        done(new Sheets.Begin(PAPER, FORM.form(), FORM.version(), "evening"), SAM);
    }

    private Sheet paper() {
        return sam.sheets().sheet(PAPER);
    }

    @Test
    void an_answer_is_one_entry_and_the_same_again_is_none() {
        begins();
        done(fill(PLAN, "Walk home with Jo"), SAM);
        assertEquals(3, seq);
        assertEquals(Decision.accept(), decide(fill(PLAN, "Walk home with Jo"), SAM));
        done(fill(PLAN, "Walk home"), SAM);
        assertEquals(4, seq);
        assertEquals("Walk home", sam.sheets().words(PAPER, PLAN));
        assertEquals(SIX.plusSeconds(4), paper().changed());
        assertEquals(SIX.plusSeconds(2), paper().begun());
        assertEquals("evening", paper().session());
    }

    @Test
    void nothing_is_written_on_a_paper_that_nobody_gave() {
        refused(RefusalCode.UNKNOWN, fill(PLAN, "Walk"));
        refused(RefusalCode.UNKNOWN, new Sheets.Clear(PAPER, PLAN));
        refused(RefusalCode.UNKNOWN, new Sheets.RemoveRow(PAPER, "r00000101"));
        refused(RefusalCode.UNKNOWN, new Sheets.Note(PAPER, FORM, PLAN, "Ask about it", "clinic"));
    }

    @Test
    void a_paper_stays_of_the_version_it_was_begun_on() {
        begins();
        done(fill(PLAN, "Walk"), SAM);
        assertEquals(Decision.accept(), decide(new Sheets.Begin(PAPER, "plan-b", "1", "evening"), SAM));
        refused(RefusalCode.UNKNOWN, new Sheets.Begin(PAPER, "plan-b", "2", "evening"));
        refused(RefusalCode.UNKNOWN, new Sheets.Begin(PAPER, "halt", "1", "evening"));
        refused(RefusalCode.UNKNOWN, new Sheets.Fill(PAPER, form("plan-b", "2"), PLAN, new Value.Words("Run")));
        assertEquals("1", paper().version());
    }

    @Test
    void what_does_not_fit_the_question_is_refused_and_nothing_changes() {
        begins();
        refused(RefusalCode.NOT_AN_ANSWER, fill(CALM, "very"));
        refused(RefusalCode.OUT_OF_RANGE, new Sheets.Fill(PAPER, FORM, CALM, Value.Amount.of(11)));
        refused(RefusalCode.NO_SUCH_QUESTION, fill(Place.of("nothing"), "x"));
        refused(RefusalCode.NO_SUCH_QUESTION, fill(Place.of("who"), "Jo"));
        refused(RefusalCode.NO_SUCH_QUESTION, fill(new Place("plan", "r00000101"), "x"));
        refused(RefusalCode.TOO_LONG, fill(PLAN, "x".repeat(Sheets.LONGEST_VALUE + 1)));
        refused(RefusalCode.TOO_LONG, fill(PLAN, " "));
        done(fill(PLAN, "x".repeat(Sheets.LONGEST_VALUE)), SAM);
    }

    @Test
    void several_texts_of_one_answer_are_together_no_longer_than_one() {
        begins();
        var texts = IntStream.range(10, 21).mapToObj(n -> n + "x".repeat(190)).toList();
        refused(RefusalCode.TOO_LONG, new Sheets.Fill(PAPER, FORM, row("how", 1), new Value.Several(texts)));
        done(new Sheets.Fill(PAPER, FORM, row("how", 1), new Value.Several(texts.subList(0, 10))), SAM);
    }

    @Test
    void rows_stay_in_the_order_in_which_they_came_and_no_more_than_fifty() {
        begins();
        for (var n = 1; n <= Item.Group.MOST_ROWS; n++) done(fill(row("who", n), "Person " + n), SAM);
        refused(RefusalCode.TOO_MANY_ROWS, fill(row("who", 51), "One more"));
        done(fill(row("who", 1), "Somebody else"), SAM);
        assertEquals(row("who", 1), paper().answers().firstEntry().getKey());
        done(new Sheets.RemoveRow(PAPER, row("who", 1).row()), SAM);
        assertEquals(row("who", 2), paper().answers().firstEntry().getKey());
        done(fill(row("who", 51), "One more"), SAM);
    }

    @Test
    void a_row_that_is_removed_takes_all_its_answers_along_and_once_is_enough() {
        begins();
        done(fill(row("who", 1), "Jo"), SAM);
        done(new Sheets.Fill(PAPER, FORM, row("how", 1), new Value.Several(List.of("Call", "Write"))), SAM);
        done(fill(row("who", 2), "Ana"), SAM);
        assertEquals("Call\nWrite", sam.sheets().words(PAPER, row("how", 1)));
        done(new Sheets.RemoveRow(PAPER, row("who", 1).row()), SAM);
        assertEquals(List.of(row("who", 2)), List.copyOf(paper().answers().keySet()));
        assertEquals(
                Decision.accept(),
                decide(new Sheets.RemoveRow(PAPER, row("who", 1).row()), SAM));
    }

    @Test
    void an_answer_that_is_cleared_is_gone_and_clearing_nothing_is_nothing() {
        begins();
        assertEquals(Decision.accept(), decide(new Sheets.Clear(PAPER, PLAN), SAM));
        done(fill(PLAN, "Walk"), SAM);
        done(new Sheets.Clear(PAPER, PLAN), SAM);
        assertTrue(paper().answers().isEmpty());
        assertNull(sam.sheets().words(PAPER, PLAN));
    }

    @Test
    void each_of_the_staff_has_one_note_beside_an_answer_and_takes_back_only_their_own() {
        begins();
        done(new Sheets.Note(PAPER, FORM, PLAN, "Ask who Jo is", "clinic"), DANA);
        done(new Sheets.Note(PAPER, FORM, PLAN, "Ask about Jo\nand about the way home", "clinic"), DANA);
        done(new Sheets.Note(PAPER, FORM, PLAN, "Good", "clinic"), LEE);
        assertEquals(2, paper().notes().size());
        var notes = List.copyOf(paper().notes().values());
        notes.forEach(note -> assertEquals(Lifetime.CLINIC, note.words().lifetime()));
        done(new Sheets.Note(PAPER, FORM, PLAN, " ", "clinic"), LEE);
        var left = paper().notes();
        assertEquals(
                "Ask about Jo\nand about the way home",
                Person.text(left.firstEntry().getValue().words()));
        assertEquals(1, left.size());
        assertEquals(Decision.accept(), decide(new Sheets.Note(PAPER, FORM, PLAN, "", "clinic"), LEE));
        refused(
                RefusalCode.TOO_LONG,
                new Sheets.Note(PAPER, FORM, PLAN, "x".repeat(Sheets.LONGEST_NOTE + 1), "clinic"));
        refused(RefusalCode.NO_SUCH_QUESTION, new Sheets.Note(PAPER, FORM, Place.of("nothing"), "x", "clinic"));
        assertNull(paper().changed(), "A note is no answer of Sam's");
    }

    @Test
    void papers_have_a_limit() {
        for (var n = 0; n < Sheets.MOST; n++) done(new Sheets.Begin(new SheetId("w-" + n), "halt", "1", null), SAM);
        refused(RefusalCode.TOO_MANY_SHEETS, new Sheets.Begin(PAPER, "halt", "1", null));
        assertEquals(Decision.accept(), decide(new Sheets.Begin(new SheetId("w-0"), "halt", "1", null), SAM));
    }

    @Test
    void answers_live_as_long_as_the_person_may_be_read_and_are_never_printed() {
        begins();
        done(fill(PLAN, "Walk home with Jo"), SAM);
        assertEquals(Lifetime.PERSON, paper().answers().firstEntry().getValue().lifetime());
        assertTrue(!sam.toString().contains("Walk"), sam.toString());
        assertTrue(!fill(PLAN, "Walk home").toString().contains("Walk"));
    }

    @Test
    void of_words_whose_key_is_gone_only_the_place_is_left() {
        begins();
        Confidential gone = new Gone(Lifetime.PERSON);
        happened(SAM, new Sheets.Answered(PAPER, "plan", null, gone));
        happened(DANA, new Sheets.Noted(PAPER, "plan", null, new Gone(Lifetime.CLINIC)));
        assertNull(sam.sheets().words(PAPER, PLAN));
        assertTrue(paper().readable().all().isEmpty());
        assertEquals(gone, paper().answers().get(PLAN));
    }

    @Test
    void of_somebody_who_was_forgotten_nothing_more_is_taken() {
        begins();
        sam = Person.DECIDER.initial();
        seq = 0;
        happened(DANA, new PersonEvent.Registered(new Gone(Lifetime.PERSON)));
        happened(DANA, new Sheets.Begun(PAPER, FORM.form(), FORM.version(), null));
        refused(RefusalCode.UNKNOWN, fill(PLAN, "Walk"));
    }

    @Test
    void a_log_that_tells_of_a_paper_nobody_began_is_damaged() {
        var words = Person.about("wWalk");
        for (var event : List.<PersonEvent>of(
                new Sheets.Answered(PAPER, "plan", null, words),
                new Sheets.Cleared(PAPER, "plan", null),
                new Sheets.RowRemoved(PAPER, "r00000101"),
                new Sheets.Noted(PAPER, "plan", null, words))) {
            assertThrows(DamagedLog.class, () -> happened(SAM, event));
        }
        begins();
        assertThrows(DamagedLog.class, () -> happened(SAM, new Sheets.Begun(PAPER, "plan-b", "1", null)));
        assertThrows(DamagedLog.class, () -> happened(SAM, new Sheets.Cleared(PAPER, "plan", null)));
        assertThrows(DamagedLog.class, () -> happened(SAM, new Sheets.RowRemoved(PAPER, "r00000101")));
    }

    @Test
    void somebody_whose_log_is_older_than_worksheets_has_none() {
        assertEquals(Sheets.NONE, sam.sheets());
        sam = Person.DECIDER.initial();
        refused(RefusalCode.NOT_MEMBER, new Sheets.Begin(PAPER, "plan-b", "1", null));
    }
}
