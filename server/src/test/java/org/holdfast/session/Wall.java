package org.holdfast.session;

import static org.holdfast.session.Cast.AMINA;
import static org.holdfast.session.Cast.DANA;
import static org.holdfast.session.Cast.LUIS;
import static org.holdfast.session.Cast.MARIA;
import static org.holdfast.session.Cast.SAM;
import static org.holdfast.session.Happened.happened;
import static org.holdfast.session.Happened.isIn;
import static org.holdfast.session.Happened.waits;
import static org.holdfast.session.SessionGiven.givenPlan;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.holdfast.session.WorksheetView.ProgressView;
import org.jspecify.annotations.Nullable;

/// A group at work on worksheets, in the words of a test: Sam, Maria and Luis are in the room with Dana, and Amina
/// waits. Jo is Sam's family.
final class Wall implements CardWords {
    static final Instant WRITTEN_AT = Instant.parse("2026-11-19T18:20:00Z");
    static final WorksheetId SHEET = PlayedPaper.worksheet(1);
    static final WorksheetId OTHER = PlayedPaper.worksheet(2);
    static final ItemId ITEM = new ItemId("trigger");
    static final CardId FIRST = PlayedPaper.card(1);
    static final CardId SECOND = PlayedPaper.card(2);
    static final CardId THIRD = PlayedPaper.card(3);
    static final CardGroupId PEOPLE = PlayedPaper.group(1);

    private final Map<MemberId, String> written = new HashMap<>();

    static SessionGiven room() {
        return givenPlan(
                Cast.withGuests(Cameras.FREE),
                isIn(DANA, 1),
                isIn(SAM, 2),
                isIn(MARIA, 3),
                isIn(LUIS, 4),
                isIn(Cast.JO, 5),
                waits(AMINA));
    }

    static Worksheets.Open open(Worksheet.Mode mode, MemberId... members) {
        return new Worksheets.Open(SHEET, "trigger-map", "1", mode, some(members));
    }

    static Worksheets.Opened opened(Worksheet.Mode mode, MemberId... members) {
        return new Worksheets.Opened(SHEET, "trigger-map", "1", mode, some(members), DANA);
    }

    private static @Nullable TreeSet<MemberId> some(MemberId... members) {
        if (members.length == 0) return null;
        var some = new TreeSet<MemberId>();
        for (var member : members) some.add(member);
        return some;
    }

    static SessionGiven worksOn(Worksheet.Mode mode, MemberId... members) {
        return room().and(happened(opened(mode, members)));
    }

    static Board.Share share(CardId card, boolean named) {
        return new Board.Share(SHEET, card, ITEM, null, named);
    }

    static Board.Shared shared(MemberId member, CardId card, boolean named) {
        return new Board.Shared(member, SHEET, card, ITEM, null, named);
    }

    /// Sam's card, Maria's without her name, and Luis's.
    static SessionGiven three() {
        return worksOn(Worksheet.Mode.BOARD)
                .and(happened(shared(SAM, FIRST, true)))
                .and(happened(shared(MARIA, SECOND, false)))
                .and(happened(shared(LUIS, THIRD, true)));
    }

    Wall writes(MemberId member, @Nullable String words) {
        written.put(member, words);
        return this;
    }

    WorksheetView.All seen(Session session, MemberId reader) {
        return WorksheetViews.of(session, reader, Cast::name, this);
    }

    @Override
    public @Nullable String of(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row) {
        return written.get(member);
    }

    /// One of three questions, as soon as they wrote anything.
    @Override
    public @Nullable ProgressView progress(MemberId member, WorksheetId worksheet) {
        if (!written.containsKey(member)) return null;
        return new ProgressView(written.get(member) == null ? 0 : 1, 3, WRITTEN_AT);
    }
}
