package org.holdfast.session;

import static org.holdfast.session.Cast.DANA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Entry;
import org.holdfast.json.MergePatch;
import org.holdfast.json.RecordJson;
import org.junit.jupiter.api.Test;

/// Six people move cards at once, each from what their own page shows, which is behind by some moves. The log decides:
/// once all is read, all pages show one wall, and it is the one that the log folds to. The seed is printed; to repeat a
/// run, say `-Dholdfast.simulation.seed=…`.
class WallConvergesTest {
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());
    private static final int WALLS = 40;
    private static final int MOVES = 200;
    private static final int CARDS = 24;
    private static final List<MemberId> SIX = List.of(DANA, Cast.SAM, Cast.MARIA, Cast.LUIS, Cast.THEO, Cast.AMINA);
    private static final RecordJson<WorksheetView.All> JSON = RecordJson.of(WorksheetView.All.class);

    /// One person's page: what it was sent and has read.
    private static final class Page {
        private final MemberId reader;
        private final Deque<ObjectNode> unread = new ArrayDeque<>();
        private WorksheetView.All sent = WorksheetView.All.NOTHING;
        private ObjectNode shown = JsonNodeFactory.instance.objectNode();

        Page(MemberId reader) {
            this.reader = reader;
            shown = JSON.write(sent);
        }

        void isSent(Session session) {
            var now = WorksheetViews.of(session, reader, Cast::name, (_, _, item, _) -> item.value());
            unread.add(JSON.patch(sent, now));
            sent = now;
        }

        void reads(int atMost) {
            for (var i = 0; i < atMost && !unread.isEmpty(); i++) shown = MergePatch.apply(shown, unread.poll());
        }

        /// As it draws them.
        List<String> cards() {
            var cards = shown.path("worksheets").path(Wall.SHEET.value()).path("cards");
            var ids = new ArrayList<String>();
            cards.fieldNames().forEachRemaining(ids::add);
            ids.sort(Comparator.comparing(id -> cards.path(id).path("order").asLong()));
            return ids.stream()
                    .map(id -> id + " " + cards.path(id).path("group").asText())
                    .toList();
        }
    }

    @Test
    void two_hundred_moves_of_six_people_end_in_one_order_on_every_page() {
        System.out.println("Moving on " + WALLS + " walls, -Dholdfast.simulation.seed=" + SEED);
        for (var wall = 0; wall < WALLS; wall++) moves(Dice.of(SEED, wall));
    }

    private static void moves(Dice dice) {
        var meeting = Meeting.begins(SIX.subList(1, SIX.size()).toArray(MemberId[]::new));
        var entries = new ArrayList<>(
                meeting.does(DANA, Wall.open(Worksheet.Mode.BOARD)).entries());
        var session = meeting.session();
        var pages = SIX.stream().map(Page::new).toList();
        var happened = 0;
        for (var wish = 0; happened < MOVES; wish++) {
            var page = pages.get(dice.below(pages.size()));
            page.reads(dice.below(12));
            var by = new Actor.Person(page.reader.value());
            var asked = wish < CARDS ? made(wish, page) : moved(page, dice);
            if (!(Session.DECIDER.decide(session, asked, by, meeting.now()) instanceof Decision.Accepted(var events))) {
                continue;
            }
            if (events.isEmpty()) continue;
            var entry = new Entry<>(entries.size() + 1, meeting.now(), by, new CommandId("m" + wish), events);
            entries.add(entry);
            session = Session.DECIDER.applyAll(session, entry);
            for (var each : pages) each.isSent(session);
            if (wish >= CARDS) happened++;
        }
        var refolded = Session.DECIDER.initial();
        for (var entry : entries) refolded = Session.DECIDER.applyAll(refolded, entry);
        assertEquals(session, refolded);
        var walls = new HashSet<List<String>>();
        for (var page : pages) {
            page.reads(Integer.MAX_VALUE);
            assertEquals(JSON.write(page.sent), page.shown);
            walls.add(page.cards());
        }
        assertEquals(1, walls.size(), "Two pages show two walls");
        assertTrue(walls.iterator().next().size() > CARDS / 3, "There is nothing to see on it");
    }

    /// At first everybody shares something, and there are two headings.
    private static Asked made(int number, Page page) {
        if (page.reader.equals(DANA)) return new Board.Group(Wall.SHEET, PlayedPaper.group(number % 2), "Heading");
        return new Board.Share(Wall.SHEET, PlayedPaper.card(number), new ItemId("i" + number), null, number % 2 == 0);
    }

    private static Asked moved(Page page, Dice dice) {
        var cards = page.cards();
        if (cards.isEmpty()) return made(100 + dice.below(900), page);
        var group = dice.below(3) == 0 ? null : PlayedPaper.group(dice.below(3));
        var before = dice.below(8) == 0 ? null : some(cards, dice);
        if (dice.below(60) == 0) return new Board.TakeBack(some(cards, dice));
        return new Board.Move(some(cards, dice), group, before);
    }

    private static CardId some(List<String> cards, Dice dice) {
        return new CardId(cards.get(dice.below(cards.size())).split(" ")[0]);
    }

    /// However often one is put between the same two, there is always room.
    @Test
    void there_is_always_room_between_two() {
        var places = new TreeMap<String, Long>();
        for (var name : List.of("a", "b", "c")) places.putAll(Spaced.moved(places, name, null));
        for (var i = 0; i < 100; i++) {
            places.putAll(Spaced.moved(places, i % 2 == 0 ? "a" : "b", i % 2 == 0 ? "b" : "a"));
            assertEquals(3, new HashSet<>(places.values()).size());
            assertTrue(places.get("c") > places.get("a") && places.get("c") > places.get("b"));
            assertTrue(i % 2 == 0 ? places.get("a") < places.get("b") : places.get("b") < places.get("a"));
        }
    }
}
