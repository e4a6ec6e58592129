package org.holdfast.session;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.holdfast.decision.Actor;
import org.jspecify.annotations.Nullable;

/// What people try of worksheets and cards, mostly so that it can be.
record PlayedPaper(Session session) {
    private static final int FORMS = 4;

    static WorksheetId worksheet(int number) {
        return new WorksheetId(drawn("w", number));
    }

    static CardId card(int number) {
        return new CardId(drawn("k", number));
    }

    static CardGroupId group(int number) {
        return new CardGroupId(drawn("g", number));
    }

    private static String drawn(String kind, int number) {
        return kind + "%021d".formatted(number);
    }

    /// What stands in somebody's log, if they wrote anything there: half of all answers are empty.
    static @Nullable String words(MemberId member, WorksheetId worksheet, ItemId item, @Nullable RowId row) {
        var hash = 31 * (31 * member.hashCode() + item.hashCode()) + (row == null ? 7 : row.hashCode());
        return hash % 2 == 0 ? null : "words " + Integer.toHexString(hash);
    }

    SessionCommand command(Step step, MemberId whom, Actor by) {
        var number = step.number();
        var worksheet = worksheet(number % FORMS);
        return switch (step.kind()) {
            case WORKSHEET -> open(number, worksheet, whom);
            case CLOSE_WORKSHEET -> new Worksheets.Close(worksheet);
            case MOVE_WORKSHEET -> new Worksheets.Move(there(number), number % 3 == 0 ? null : there(number / 7));
            case NUDGE -> new Worksheets.Nudge(worksheet, whom);
            case SHARE_ANSWER ->
                new Board.Share(
                        number % 5 == 0 ? worksheet : shareable(number),
                        card(number),
                        new ItemId("i" + number % 5),
                        number % 3 == 0 ? new RowId("r0000000" + number % 2) : null,
                        number % 4 != 0);
            case TAKE_BACK -> new Board.TakeBack(own(number, by));
            case MOVE_CARD -> new Board.Move(some(number), number % 3 == 0 ? null : heading(number), some(number / 10));
            case REMOVE_CARD -> new Board.Remove(some(number));
            case GROUP -> new Board.Group(shareable(number), group(number % 6), "Heading " + number % 9);
            case UNGROUP -> new Board.Ungroup(heading(number));
            default -> throw new AssertionError("Not of paper: " + step);
        };
    }

    private static Worksheets.Open open(int number, WorksheetId worksheet, MemberId whom) {
        var members = new TreeSet<MemberId>();
        if (number % 5 > 2) members.add(whom);
        if (number % 5 == 4) members.add(Cast.MARIA);
        var mode = Worksheet.Mode.values()[number / 4 % 7 == 0 ? 0 : 1 + number / 4 % 2];
        return new Worksheets.Open(
                worksheet,
                "form-" + number % FORMS,
                number % 11 == 10 ? "2" : "1",
                mode,
                members.isEmpty() ? null : members);
    }

    private WorksheetId shareable(int number) {
        var open = session.worksheets().all().entrySet().stream()
                .filter(each -> each.getValue().open() && each.getValue().mode() != Worksheet.Mode.PRIVATE)
                .toList();
        return open.isEmpty() ? worksheet(0) : open.get(number % open.size()).getKey();
    }

    private WorksheetId there(int number) {
        var ids = List.copyOf(session.worksheets().all().keySet());
        return ids.isEmpty() ? worksheet(0) : ids.get(number % ids.size());
    }

    private CardId some(int number) {
        return of(number, ids(null));
    }

    private CardId own(int number, Actor by) {
        return of(number, ids(number % 6 == 5 ? null : Rules.memberOf(by)));
    }

    private static CardId of(int number, List<CardId> ids) {
        return ids.isEmpty() || number % 9 == 8 ? card(number) : ids.get(number % ids.size());
    }

    private List<CardId> ids(@Nullable MemberId of) {
        var ids = new ArrayList<CardId>();
        for (var worksheet : session.worksheets().all().values()) {
            worksheet.board().cards().forEach((id, card) -> {
                if (of == null || of.equals(card.member())) ids.add(id);
            });
        }
        return ids;
    }

    private CardGroupId heading(int number) {
        var ids = session.worksheets().all().values().stream()
                .flatMap(worksheet -> worksheet.board().groups().keySet().stream())
                .toList();
        return ids.isEmpty() || number % 9 == 8 ? group(number % 6) : ids.get(number % ids.size());
    }
}
