package org.holdfast.session;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.jspecify.annotations.Nullable;

/// What people show each other of one worksheet: cards, each a pointer to an answer in its writer's own log. Taking one
/// back takes it from everybody; no word of it was ever here.
///
/// There is one order, and the log decides it. Whoever moves a card from a page that is behind gets as near to their
/// wish as the wall now allows: before a card that is gone means last.
public record Board(SortedMap<CardId, Card> cards, SortedMap<CardGroupId, Heading> groups) {
    /// In one session, on all of its worksheets.
    public static final int MOST_CARDS = 200;

    public static final int MOST_GROUPS = 20;
    public static final int LONGEST_TITLE = 60;

    static final Board EMPTY = new Board(Collections.emptySortedMap(), Collections.emptySortedMap());

    public Board {
        cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /// @param named whether the group may know whose it is
    /// @param order its place on the wall, see [Spaced]
    public record Card(
            MemberId member,
            ItemId item,
            @Nullable RowId row,
            boolean named,
            @Nullable CardGroupId group,
            long order) {
        boolean shows(MemberId writer, ItemId what, @Nullable RowId where) {
            return member.equals(writer) && item.equals(what) && (row == null ? where == null : row.equals(where));
        }

        private Card at(@Nullable CardGroupId under, long place) {
            return new Card(member, item, row, named, under, place);
        }
    }

    /// @param order from 1, in the order of their making
    public record Heading(Confidential title, int order) {}

    public sealed interface Command extends SessionCommand {}

    @Named("answer.share")
    public record Share(
            WorksheetId worksheet,
            CardId card,
            ItemId item,
            @Nullable RowId row,
            boolean named) implements Command, Asked {}

    /// By whoever shared it.
    @Named("answer.take-back")
    public record TakeBack(CardId card) implements Command, Asked {}

    /// By anybody who sees it.
    ///
    /// @param group under which heading; absent or gone for none
    /// @param before absent or gone for last
    @Named("card.move")
    public record Move(
            CardId card,
            @Nullable CardGroupId group,
            @Nullable CardId before) implements Command, Asked {}

    /// By whoever leads, from the wall; the answer stays its writer's.
    @Named("card.remove")
    public record Remove(CardId card) implements Command, Asked {}

    /// A heading, or other words for one.
    @Named("card.group")
    public record Group(WorksheetId worksheet, CardGroupId group, String title) implements Command, Asked {}

    @Named("card.ungroup")
    public record Ungroup(CardGroupId group) implements Command, Asked {}

    public sealed interface Event extends SessionEvent {}

    @Named("answer.shared")
    public record Shared(
            MemberId member,
            WorksheetId worksheet,
            CardId card,
            ItemId item,
            @Nullable RowId row,
            boolean named) implements Event {}

    @Named("answer.taken-back")
    public record TakenBack(MemberId member, CardId card) implements Event {}

    @Named("card.moved")
    public record Moved(
            CardId card,
            @Nullable CardGroupId group,
            @Nullable CardId before,
            MemberId by) implements Event {}

    @Named("card.removed")
    public record Removed(CardId card, MemberId by) implements Event {}

    @Named("card.grouped")
    public record Grouped(WorksheetId worksheet, CardGroupId group, Confidential title, MemberId by) implements Event {}

    @Named("card.ungrouped")
    public record Ungrouped(CardGroupId group, MemberId by) implements Event {}

    static Decision<SessionEvent> decide(Session session, Command command, Actor by) {
        var no = Rules.isPresent(session, by);
        if (no != null) return Decision.refuse(no);
        var me = Rules.memberOf(by);
        var leads = session.plan().roleOf(me).leads();
        return switch (command) {
            case Share share -> leads ? Decision.refuse(RefusalCode.NOT_FOR_FACILITATORS) : share(session, share, me);
            case TakeBack(var card) -> {
                var there = card(session, card);
                yield there != null && there.member().equals(me)
                        ? Decision.accept(new TakenBack(me, card))
                        : Decision.refuse(RefusalCode.NO_CARD);
            }
            case Move move -> move(session, move, me, leads);
            case Remove(var card) -> {
                if (!leads) yield Decision.refuse(RefusalCode.NOT_FACILITATOR);
                yield card(session, card) == null
                        ? Decision.refuse(RefusalCode.NO_CARD)
                        : Decision.accept(new Removed(card, me));
            }
            case Group group -> leads ? group(session, group, me) : Decision.refuse(RefusalCode.NOT_FACILITATOR);
            case Ungroup(var group) -> {
                if (!leads) yield Decision.refuse(RefusalCode.NOT_FACILITATOR);
                yield session.worksheets().holding(group) == null
                        ? Decision.accept()
                        : Decision.accept(new Ungrouped(group, me));
            }
        };
    }

    private static @Nullable Card card(Session session, CardId id) {
        var on = session.worksheets().holding(id);
        return on == null
                ? null
                : session.worksheets().all().get(on).board().cards.get(id);
    }

    private static Decision<SessionEvent> share(Session session, Share share, MemberId me) {
        var worksheet = session.worksheets().openFor(session.plan(), share.worksheet(), me);
        if (worksheet == null) return Decision.refuse(RefusalCode.NO_WORKSHEET);
        if (worksheet.mode() == Worksheet.Mode.PRIVATE) return Decision.refuse(RefusalCode.STAYS_PRIVATE);
        var same = worksheet.board().cards.get(share.card());
        if (same != null && same.named() == share.named() && same.shows(me, share.item(), share.row())) {
            return Decision.accept();
        }
        var shown =
                worksheet.board().cards.values().stream().anyMatch(card -> card.shows(me, share.item(), share.row()));
        if (shown || card(session, share.card()) != null) return Decision.refuse(RefusalCode.ALREADY_THERE);
        if (session.worksheets().cards() >= MOST_CARDS) return Decision.refuse(RefusalCode.NO_ROOM);
        return Decision.accept(
                new Shared(me, share.worksheet(), share.card(), share.item(), share.row(), share.named()));
    }

    private static Decision<SessionEvent> move(Session session, Move move, MemberId me, boolean leads) {
        var on = session.worksheets().holding(move.card());
        var worksheet = on == null ? null : session.worksheets().all().get(on);
        if (worksheet == null || !(leads || worksheet.isFor(session.plan(), me))) {
            return Decision.refuse(RefusalCode.NO_CARD);
        }
        var board = worksheet.board();
        var card = board.cards.get(move.card());
        var group = move.group() == null || !board.groups.containsKey(move.group()) ? null : move.group();
        var wished = move.card().equals(move.before()) ? board.behind(card) : move.before();
        var before = wished == null || !board.cards.containsKey(wished) ? null : wished;
        var under = group == null ? card.group() == null : group.equals(card.group());
        return under && Spaced.standsBefore(board.places(), move.card(), before)
                ? Decision.accept()
                : Decision.accept(new Moved(move.card(), group, before, me));
    }

    private static Decision<SessionEvent> group(Session session, Group group, MemberId me) {
        var worksheet = session.worksheets().all().get(group.worksheet());
        if (worksheet == null || !worksheet.open()) return Decision.refuse(RefusalCode.NO_WORKSHEET);
        if (worksheet.mode() == Worksheet.Mode.PRIVATE) return Decision.refuse(RefusalCode.STAYS_PRIVATE);
        var title = group.title().strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) return Decision.refuse(RefusalCode.TOO_LONG);
        var words = new Confidential.Readable(Confidential.Lifetime.SESSION_CHAT, title);
        var known = worksheet.board().groups.get(group.group());
        if (known != null && known.title().equals(words)) return Decision.accept();
        if (known == null) {
            if (session.worksheets().holding(group.group()) != null) {
                return Decision.refuse(RefusalCode.ALREADY_THERE);
            }
            if (worksheet.board().groups.size() >= MOST_GROUPS) return Decision.refuse(RefusalCode.NO_ROOM);
        }
        return Decision.accept(new Grouped(group.worksheet(), group.group(), words, me));
    }

    static Worksheets apply(Session session, Event event, Stamp stamp) {
        var worksheets = session.worksheets();
        return switch (event) {
            case Shared shared -> {
                Rules.mustBePresent(session, shared.member(), stamp);
                var on = worksheets.mustBeOpen(shared.worksheet(), stamp);
                if (worksheets.holding(shared.card()) != null || on.mode() == Worksheet.Mode.PRIVATE) {
                    throw Worksheets.impossible(stamp);
                }
                yield worksheets.with(shared.worksheet(), on.with(on.board().shared(shared)));
            }
            case TakenBack(var member, var card) -> {
                var there = card(session, card);
                if (there == null || !there.member().equals(member)) throw Worksheets.impossible(stamp);
                yield without(worksheets, card, stamp);
            }
            case Removed(var card, var _) -> without(worksheets, card, stamp);
            case Moved moved -> {
                var id = worksheets.holding(moved.card());
                if (id == null) throw Worksheets.impossible(stamp);
                var on = worksheets.all().get(id);
                var group = moved.group();
                if (group != null && !on.board().groups.containsKey(group)) throw Worksheets.impossible(stamp);
                yield worksheets.with(id, on.with(on.board().moved(moved)));
            }
            case Grouped(var id, var group, var title, var _) -> {
                var on = worksheets.mustBeOpen(id, stamp);
                yield worksheets.with(id, on.with(on.board().grouped(group, title)));
            }
            case Ungrouped(var group, var _) -> {
                var id = worksheets.holding(group);
                if (id == null) throw Worksheets.impossible(stamp);
                var on = worksheets.all().get(id);
                yield worksheets.with(id, on.with(on.board().ungrouped(group)));
            }
        };
    }

    private static Worksheets without(Worksheets worksheets, CardId card, Stamp stamp) {
        var id = worksheets.holding(card);
        if (id == null) throw Worksheets.impossible(stamp);
        var on = worksheets.all().get(id);
        var next = new TreeMap<>(on.board().cards);
        next.remove(card);
        return worksheets.with(id, on.with(new Board(next, on.board().groups)));
    }

    /// Whose pass; the headings stay.
    Board only(Predicate<Card> stays) {
        var next = new TreeMap<>(cards);
        return next.values().removeIf(stays.negate()) ? new Board(next, groups) : this;
    }

    private Board shared(Shared shared) {
        var next = new TreeMap<>(cards);
        var place = Spaced.moved(places(), shared.card(), null).get(shared.card());
        next.put(shared.card(), new Card(shared.member(), shared.item(), shared.row(), shared.named(), null, place));
        return new Board(next, groups);
    }

    private Board moved(Moved moved) {
        var next = new TreeMap<>(cards);
        Spaced.moved(places(), moved.card(), moved.before()).forEach((id, place) -> {
            var was = next.get(id);
            next.put(id, was.at(id.equals(moved.card()) ? moved.group() : was.group(), place));
        });
        return new Board(next, groups);
    }

    private @Nullable CardId behind(Card card) {
        CardId behind = null;
        var nearest = Long.MAX_VALUE;
        for (var each : cards.entrySet()) {
            var place = each.getValue().order();
            if (place <= card.order() || place >= nearest) continue;
            nearest = place;
            behind = each.getKey();
        }
        return behind;
    }

    private Board grouped(CardGroupId group, Confidential title) {
        var next = new TreeMap<>(groups);
        var last = groups.values().stream().mapToInt(Heading::order).max().orElse(0);
        var known = groups.get(group);
        next.put(group, new Heading(title, known == null ? last + 1 : known.order()));
        return new Board(cards, next);
    }

    private Board ungrouped(CardGroupId group) {
        var rest = new TreeMap<>(groups);
        rest.remove(group);
        var next = new TreeMap<>(cards);
        next.replaceAll((_, card) -> group.equals(card.group()) ? card.at(null, card.order()) : card);
        return new Board(next, rest);
    }

    private SortedMap<CardId, Long> places() {
        var places = new TreeMap<CardId, Long>();
        cards.forEach((id, card) -> places.put(id, card.order()));
        return places;
    }
}
