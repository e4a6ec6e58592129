package org.holdfast.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.holdfast.session.WorksheetView.CardView;

/// What is true of worksheets and cards in every session, however it came about.
final class PaperPromises {
    private PaperPromises() {}

    static void state(Session session) {
        var worksheets = session.worksheets();
        assertTrue(worksheets.all().size() <= Worksheets.MOST);
        assertTrue(worksheets.cards() <= Board.MOST_CARDS);
        var places = new HashSet<Long>();
        var ids = new HashSet<CardId>();
        for (var worksheet : worksheets.all().values()) {
            assertTrue(places.add(worksheet.order()), "Two worksheets lie in one place");
            var shows = worksheet.open() && worksheet.mode() != Worksheet.Mode.PRIVATE && !session.ended();
            var board = worksheet.board();
            assertTrue(shows || board.cards().isEmpty(), "A card where nothing is shown");
            var orders = new HashSet<Long>();
            board.cards().forEach((id, card) -> {
                assertTrue(ids.add(id), "A card lies on two walls");
                assertTrue(orders.add(card.order()), "Two cards lie in one place");
                assertTrue(card.group() == null || board.groups().containsKey(card.group()), "Under no heading");
                assertTrue(worksheet.isFor(session.plan(), card.member()), "A card of somebody whom it is not for");
            });
        }
    }

    /// Nobody sees a worksheet that is not theirs, nor whose a nameless card is.
    static void views(Session session) {
        for (var reader : Play.EVERYBODY) {
            var seen = WorksheetViews.of(session, reader, Cast::name, PlayedPaper::words)
                    .worksheets();
            var audience = Audience.of(session, reader);
            var inside = !session.ended() && (audience == Audience.ROOM || audience == Audience.CONSOLE);
            if (!inside) assertTrue(seen.isEmpty(), "Somebody outside sees a worksheet");
            var leads = audience == Audience.CONSOLE;
            seen.forEach((id, view) -> {
                var is = session.worksheets().all().get(id);
                assertTrue(leads || is.open() && is.isFor(session.plan(), reader), "It is for others");
                assertTrue(leads || view.members() == null && view.closed() == null, "For whom it is, is told");
                assertEquals(leads, view.progress() != null, "Staff alone are told how far others are");
                view.cards()
                        .forEach((card, shown) ->
                                card(reader, leads, is.board().cards().get(card), shown));
            });
        }
    }

    private static void card(MemberId reader, boolean leads, Board.Card card, CardView shown) {
        var own = card.member().equals(reader);
        assertNotNull(own ? "" : shown.words(), "What is not written is shown");
        if (own || leads || card.named()) {
            assertEquals(card.member(), shown.by());
            return;
        }
        assertTrue(shown.by() == null && shown.name() == null, "Whose it is, is told");
        assertFalse(shown.toString().contains(Cast.name(card.member())));
    }
}
